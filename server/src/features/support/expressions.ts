import type { CallExpression, Unit } from "../../syntax/host/program.ts";

/** All calls of a part of a program. */
export function callsIn(node: object): readonly CallExpression[] {
  const below = Object.values(node).flatMap(objectsOf).flatMap(callsIn);
  return isCall(node) ? [node, ...below] : below;
}

/** The names that a part of a program uses or declares: variables, fields, parameters. */
export function namesIn(node: object): readonly string[] {
  const below = Object.values(node).flatMap(objectsOf).flatMap(namesIn);
  const isMethod = "kind" in node && (node.kind === "call" || node.kind === "type");
  return "name" in node && typeof node.name === "string" && !isMethod
    ? [node.name, ...below]
    : below;
}

/** The first of some names that the file does not use. */
export function freshName(unit: Unit, names: readonly string[]): string {
  const taken = new Set(namesIn(unit));
  return names.find((it) => !taken.has(it)) ?? `${names[0]}OfListener`;
}

function objectsOf(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isCall(node: object): node is CallExpression {
  return "kind" in node && node.kind === "call";
}
