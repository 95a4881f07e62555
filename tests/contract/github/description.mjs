// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's OpenAPI description, for one host and one version, as something that can be asked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);

// Present where it must not be: what a breaking change took away.
const GONE = { not: {} };

function mergePatch(target, patch) {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) target[key] = GONE;
    else if (typeof value === "object" && !Array.isArray(value) && typeof target[key] === "object")
      mergePatch(target[key], value);
    else target[key] = value;
  }
}

function jsonPatch(target, { op, path, value }) {
  const parts = path.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = parts.pop();
  const parent = parts.reduce((place, part) => place?.[part], target);
  if (parent === undefined) return;
  if (op !== "remove") parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (parts.at(-1) === "properties") parent[last] = GONE;
  else delete parent[last];
}

// The description as it is from that version on.
function applyChanges(node, version) {
  if (node === null || typeof node !== "object") return;
  for (const change of node["x-github-breaking-changes"] ?? []) {
    if (change.version !== version) continue;
    if (Array.isArray(change.patch)) change.patch.forEach((step) => jsonPatch(node, step));
    else mergePatch(node, change.patch);
  }
  delete node["x-github-breaking-changes"];
  Object.values(node).forEach((inner) => applyChanges(inner, version));
}

// OpenAPI 3.0 says `nullable` where JSON Schema says null.
function toJsonSchema(node) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(toJsonSchema);
  const { nullable, discriminator, example, examples, deprecated, xml, externalDocs, readOnly, writeOnly, ...rest } = node;
  const schema = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith("x-")).map(([key, value]) =>
    [key, ["default", "const", "enum", "required"].includes(key) ? value : toJsonSchema(value)]));
  return nullable === true ? { anyOf: [{ type: "null" }, schema] } : schema;
}

function matcher(path, parameters) {
  const wide = new Set(parameters.filter((one) => one["x-multi-segment"]).map((one) => one.name));
  const names = [];
  const pattern = path.replaceAll(/[.*+?^$|()[\]\\]/g, "\\$&").replaceAll(/\{(\w+)\}/g, (_, name) => {
    names.push(name);
    return wide.has(name) ? "(.+)" : "([^/]+)";
  });
  return { names, pattern: new RegExp(`^${pattern}$`) };
}

export class Description {
  constructor(file, version) {
    const document = JSON.parse(readFileSync(require.resolve(`@octokit/openapi/generated/${file}.json`)));
    if (version) applyChanges(document, version);
    this.document = document;
    this.ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: true });
    addFormats(this.ajv);
    this.ajv.addSchema(toJsonSchema({ components: document.components }), "github");
    this.checks = new Map();
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).filter(([, one]) => one.operationId).map(([method, operation]) => {
        const parameters = (operation.parameters ?? []).map((one) => this.resolved(one));
        const literal = path.split("/").filter((part) => !part.includes("{")).length;
        return { ...operation, method: method.toUpperCase(), path, parameters, literal, ...matcher(path, parameters) };
      })).sort((one, other) => other.literal - one.literal);
  }

  resolved(node) {
    return node?.$ref ? node.$ref.split("/").slice(1).reduce((place, part) => place[part], this.document) : node;
  }

  // The operation that a request is, if it is one.
  find(method, path) {
    return this.operations.find((one) => one.method === method && one.pattern.test(path));
  }

  // What is wrong with a value, in words.
  complaints(schema, value) {
    const key = JSON.stringify(schema);
    if (!this.checks.has(key)) {
      const text = JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components/', '"github#/components/');
      this.checks.set(key, this.ajv.compile(JSON.parse(text)));
    }
    const check = this.checks.get(key);
    return check(value) ? [] : check.errors.map((one) => `${one.instancePath || "/"} ${one.message} ${JSON.stringify(one.params)}`);
  }
}
