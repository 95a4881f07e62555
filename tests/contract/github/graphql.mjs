// SPDX-License-Identifier: GPL-3.0-or-later
// Holds one exchange with the GraphQL API against GitHub's schema: the query, its variables, and the shape of the answer.
import { schema as text } from "@octokit/graphql-schema";
import {
  Kind, TypeMetaFieldDef, TypeNameMetaFieldDef, buildSchema, getVariableValues, isAbstractType,
  isEnumType, isLeafType, isListType, isNonNullType, parse, typeFromAST, validate,
} from "graphql";

const schema = buildSchema(text.idl, { assumeValid: true });

const TEXTS = new Map([
  ["Int", (value) => Number.isInteger(value)],
  ["Float", (value) => typeof value === "number"],
  ["Boolean", (value) => typeof value === "boolean"],
  ["DateTime", (value) => !Number.isNaN(Date.parse(value))],
  ["GitObjectID", (value) => /^[0-9a-f]{40}$/.test(value)],
  ["URI", (value) => typeof value === "string" && (value.startsWith("/") || URL.canParse(value))],
]);

function wrongLeaf(type, value, place) {
  const isRight = isEnumType(type) ? type.getValue(value) !== undefined
    : (TEXTS.get(type.name) ?? ((one) => typeof one === "string"))(value);
  return isRight ? [] : [`${place}: ${JSON.stringify(value)} is no ${type.name}`];
}

// Walks an answer beside its query.
class Walk {
  constructor(document, variables, nulls) {
    this.fragments = new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]));
    this.variables = variables;
    this.nulls = nulls; // places that an error says are empty
  }

  isWanted(node) {
    return (node.directives ?? []).every(({ name, arguments: [argument] }) => {
      const value = argument.value.kind === Kind.VARIABLE ? this.variables[argument.value.name.value] : argument.value.value;
      return name.value === "skip" ? !value : value;
    });
  }

  // The fields that are asked of a type: name in the answer -> nodes.
  fields(type, selections, found = new Map()) {
    for (const node of selections.filter((one) => this.isWanted(one))) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        found.set(name, [...(found.get(name) ?? []), node]);
        continue;
      }
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const condition = inner.typeCondition ? typeFromAST(schema, inner.typeCondition) : type;
      if (condition === type || (isAbstractType(condition) && schema.isSubType(condition, type)))
        this.fields(type, inner.selectionSet.selections, found);
    }
    return found;
  }

  object(type, value, selections, place) {
    const fields = this.fields(type, selections);
    const wrong = Object.keys(value).filter((name) => !fields.has(name)).map((name) => `${place}.${name}: was not asked for`);
    for (const [name, nodes] of fields) {
      const called = nodes[0].name.value;
      const field = { __typename: TypeNameMetaFieldDef, __type: TypeMetaFieldDef }[called] ?? type.getFields()[called];
      const inner = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
      wrong.push(...name in value ? this.value(field.type, value[name], inner, `${place}.${name}`) : [`${place}.${name}: is missing`]);
    }
    return wrong;
  }

  value(type, value, selections, place) {
    if (isNonNullType(type))
      return value === null && !this.nulls.has(place) ? [`${place}: is null`] : this.value(type.ofType, value, selections, place);
    if (value === null) return [];
    if (isListType(type))
      return Array.isArray(value) ? value.flatMap((one, i) => this.value(type.ofType, one, selections, `${place}.${i}`))
        : [`${place}: is no list`];
    if (isLeafType(type)) return wrongLeaf(type, value, place);
    if (!isAbstractType(type)) return this.object(type, value, selections, place);
    const candidates = schema.getPossibleTypes(type).filter((one) => !value.__typename || one.name === value.__typename)
      .map((one) => this.object(one, value, selections, place));
    return candidates.find((wrong) => wrong.length === 0) ?? candidates[0] ?? [`${place}: ${value.__typename} is no ${type.name}`];
  }
}

// { operation, complaints }
export function check(exchange) {
  const { query, variables = {}, operationName } = JSON.parse(exchange.body);
  const document = parse(query);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find((one) => !operationName || one.name?.value === operationName);
  const first = operation.selectionSet.selections.map((one) => one.name?.value).join(", ");
  const name = `${operation.operation} ${operation.name?.value ?? first}`;
  const wrong = validate(schema, document);
  if (wrong.length) return { operation: name, complaints: wrong.map((one) => one.message) };
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (values.errors) return { operation: name, complaints: values.errors.map((one) => one.message) };
  const answer = JSON.parse(exchange.answer);
  const nulls = new Set((answer.errors ?? []).map((one) => ["data", ...one.path ?? []].join(".")));
  const root = operation.operation === "query" ? schema.getQueryType() : schema.getMutationType();
  const complaints = answer.data ? new Walk(document, values.coerced, nulls).object(root, answer.data, operation.selectionSet.selections, "data") : [];
  if (!answer.data && !answer.errors?.length) complaints.push("neither data nor errors");
  return { operation: name, complaints };
}
