// SPDX-License-Identifier: GPL-3.0-or-later
// Holds one exchange with the REST API against the description of its host and version.
import { Description } from "./description.mjs";

const descriptions = new Map();

function descriptionFor(exchange) {
  const isEnterprise = exchange.path.startsWith("/api/v3");
  const asked = exchange.headers["x-github-api-version"];
  const key = isEnterprise ? "ghes-3.19" : asked === "2026-03-10" ? asked : "2022-11-28";
  if (!descriptions.has(key))
    descriptions.set(key, new Description(isEnterprise ? "ghes-3.19" : "api.github.com", key === asked ? asked : undefined));
  return descriptions.get(key);
}

// A query parameter is text; its schema may mean a number or a truth.
function asMeant(text, schema) {
  if (schema?.type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (schema?.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return schema?.type === "array" ? text.split(",") : text;
}

function wrongQuery(description, operation, query) {
  const given = new URLSearchParams(query);
  const known = operation.parameters.filter((one) => one.in === "query");
  const missing = known.filter((one) => one.required && !given.has(one.name)).map((one) => `the query has no ${one.name}`);
  return missing.concat([...given].flatMap(([name, value]) => {
    const parameter = known.find((one) => one.name === name);
    if (!parameter) return [`the query knows no ${name}`];
    return description.complaints(parameter.schema, asMeant(value, parameter.schema)).map((one) => `query ${name}: ${one}`);
  }));
}

function wrongBody(description, operation, text) {
  const body = description.resolved(operation.requestBody);
  if (!text) return body?.required ? ["the body is missing"] : [];
  const schema = body?.content?.["application/json"]?.schema;
  if (!schema) return ["a body is not expected"];
  const value = JSON.parse(text);
  const names = Object.keys(description.resolved(schema).properties ?? {});
  const unknown = names.length ? Object.keys(value).filter((name) => !names.includes(name)) : [];
  return description.complaints(schema, value).map((one) => `body: ${one}`)
    .concat(unknown.map((name) => `the body knows no ${name}`));
}

function wrongNotModified(exchange) {
  const wrong = [];
  if (!exchange.headers["if-none-match"]) wrong.push("304 though nobody asked for a change");
  if (!exchange.answerHeaders.etag || exchange.answer) wrong.push("304 without its ETag, or with a body");
  return wrong;
}

// Every operation may fail as all do; the description lists that for some alone.
function wrongAnswer(description, operation, exchange) {
  if (exchange.status === 304) return wrongNotModified(exchange);
  const answer = description.resolved(operation.responses[exchange.status]);
  if (!answer && exchange.status < 400) return [`the status ${exchange.status} is not expected`];
  const isJson = exchange.answerHeaders["content-type"]?.startsWith("application/json");
  if (exchange.status === 204) return exchange.answer ? ["204 with a body"] : [];
  if (!isJson) return exchange.headers.accept?.match(/raw|diff|sha/) ? [] : ["the answer is not JSON"];
  const schema = answer?.content?.["application/json"]?.schema ?? { $ref: "#/components/schemas/basic-error" };
  return description.complaints(schema, JSON.parse(exchange.answer));
}

// { operation, complaints }
export function check(exchange) {
  const description = descriptionFor(exchange);
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const path = exchange.path.replace(/^\/api\/v3/, "") || "/";
  const operation = description.find(method, path);
  if (!operation) return { operation: `${method} ${path}`, complaints: ["no such operation"] };
  return {
    operation: operation.operationId,
    complaints: [...wrongQuery(description, operation, exchange.query), ...wrongBody(description, operation, exchange.body),
      ...wrongAnswer(description, operation, exchange)],
  };
}
