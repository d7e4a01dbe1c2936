import { indentUnit, newLineOf, type TextEdit } from "../../../text/edits.ts";
import type { Range } from "../../../text/range.ts";
import type { CallExpression, Expression, Unit } from "../program.ts";

/** A place in a method before which a statement can stand that runs before a call. */
export interface StatementPlace {
  readonly call: CallExpression;
  /** The statement that holds the call, in a list of statements. */
  readonly statement: Range;
  /** Names that exist only inside of that statement: parameters of lambdas, variables of loops, resources, locals of its blocks. */
  readonly inner: ReadonlySet<string>;
  /** Names that the statement can use: fields of the types around it, parameters, locals before it. */
  readonly visible: ReadonlySet<string>;
  /** What stands between the statement and the call, so that it runs not at all, later, or more than once. */
  readonly crossed: ReadonlySet<Crossing>;
  /** The method, or the lambda, whose statement it is. */
  readonly method: Range;
}

export type Crossing = "branch" | "loop" | "lambda";

interface OpenPlace extends Omit<StatementPlace, "call"> {
  readonly inner: Set<string>;
  readonly crossed: Set<Crossing>;
}

/** Where a statement can be inserted that runs before a call, the nearest place first; none where the call is in no method's body. */
export function placesBefore(unit: Unit, nameRange: Range): readonly StatementPlace[] {
  let places: OpenPlace[] = [];
  const visible = new Set<string>();
  let method: Range = { start: 0, end: 0 };
  let found: CallExpression | undefined;
  const declare = (names: readonly string[]): void => {
    for (const name of names) {
      visible.add(name);
      for (const place of places) {
        place.inner.add(name);
      }
    }
  };
  const walk = (node: object): void => {
    if (isCall(node) && node.nameRange.start === nameRange.start) {
      found = node;
      return;
    }
    if (startsScope(node)) {
      places = [];
      method = hasRange(node) ? node.range : method;
    }
    for (const [key, value] of Object.entries(node)) {
      const next = Array.isArray(value)
        ? value.find((it) => isObject(it) && holds(it, nameRange))
        : isObject(value) && holds(value, nameRange)
          ? value
          : undefined;
      if (next === undefined) {
        continue;
      }
      for (const crossing of crossingsOf(node, key, next)) {
        for (const place of places) {
          place.crossed.add(crossing);
        }
      }
      declare(namesDeclaredBy(node));
      if (Array.isArray(value) && isList(node, key)) {
        declare(value.slice(0, value.indexOf(next)).flatMap(localName));
        if (hasRange(next)) {
          const { range: statement } = next;
          const place = { statement, inner: new Set<string>(), crossed: new Set<Crossing>() };
          places.unshift({ ...place, visible: new Set(visible), method });
        }
      }
      walk(next);
      return;
    }
  };
  walk(unit);
  const call = found;
  return call === undefined ? [] : places.map((it) => ({ ...it, call }));
}

/** Whether the statements below run by themselves: a type's methods, a lambda with a block. */
function startsScope(node: object): boolean {
  return "parameters" in node && "body" in node && (!isLambda(node) || Array.isArray(node.body));
}

function isList(node: object, key: string): boolean {
  return (key === "body" || key === "finally") && !isArrowCase(node);
}

function crossingsOf(node: object, key: string, next: object): readonly Crossing[] {
  const kind = "kind" in node ? node.kind : undefined;
  if (kind === "lambda") {
    return ["lambda"];
  }
  const isLoop =
    (kind === "loop" && key !== "initial") || (kind === "each" && key !== "collection");
  const isBranch =
    key === "whenTrue" ||
    key === "whenFalse" ||
    key === "cases" ||
    key === "catches" ||
    (kind === "operator" && "operands" in node && Array.isArray(node.operands)
      ? node.operands.indexOf(next) > 0
      : false);
  return [...(isLoop ? ["loop" as const] : []), ...(isBranch ? ["branch" as const] : [])];
}

/** The names that a node's head declares for what stands in it. */
function namesDeclaredBy(node: object): readonly string[] {
  const heads = ["fields", "parameters", "variable", "initial", "resources", "condition"];
  const inHead = Object.entries(node)
    .filter(([key]) => heads.includes(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .flatMap(declaredNames);
  const caught = "types" in node && "body" in node && "name" in node ? [node.name] : [];
  return [...inHead, ...caught].filter((it) => typeof it === "string");
}

/** Of a field, a parameter, a local, a pattern with its parts, a condition that tests for a pattern. */
function declaredNames(node: unknown): readonly string[] {
  if (!isObject(node)) {
    return [];
  }
  const nested = Object.entries(node).flatMap(([key, it]) =>
    ["pattern", "parts", "operands"].includes(key) ? (Array.isArray(it) ? it : [it]) : [],
  );
  const isName = !("kind" in node) || node.kind === "local";
  const own = isName && "name" in node && typeof node.name === "string" ? [node.name] : [];
  return [...own, ...nested.flatMap(declaredNames)];
}

function localName(node: unknown): readonly string[] {
  return isObject(node) && "kind" in node && node.kind === "local" ? declaredNames(node) : [];
}

/** The edit that puts lines of code before a statement, indented as it is. */
export function insertBefore(
  text: string,
  statement: Range,
  lines: readonly { readonly deeper: number; readonly code: string }[],
): TextEdit {
  const lineStart = text.lastIndexOf("\n", statement.start - 1) + 1;
  // A local variable's node begins at its name, its statement at the modifiers and the type.
  const head = /[\w.@<>,?[\]][\w.@<>,?[\] \t]*$/.exec(text.slice(lineStart, statement.start));
  const start = statement.start - (head?.[0].length ?? 0);
  const indent = /^[ \t]*/.exec(text.slice(lineStart, statement.start))?.[0] ?? "";
  const newLine = newLineOf(text);
  const unit = indentUnit(text);
  const code = lines.map(({ deeper, code: it }) => `${unit.repeat(deeper)}${it}`);
  return {
    range: { start, end: start },
    newText: [...code, ""].join(`${newLine}${indent}`),
  };
}

/** The edit that imports a class, in the order of the names; undefined where it is imported. */
export function importClass(unit: Unit, text: string, name: string): TextEdit | undefined {
  const own = name.slice(0, name.lastIndexOf("."));
  const plain = unit.imports.filter((it) => !it.static);
  if (unit.package === own || plain.some((it) => it.path === (it.star ? own : name))) {
    return undefined;
  }
  const newLine = newLineOf(text);
  const line = `import ${name};`;
  const next = plain.find((it) => it.path > name);
  const last = plain.at(-1);
  if (next !== undefined) {
    return { range: empty(next.range.start), newText: `${line}${newLine}` };
  }
  if (last !== undefined) {
    return { range: empty(last.range.end), newText: `${newLine}${line}` };
  }
  const head = /^[ \t]*package\s[^;]*;/m.exec(text);
  return head === null
    ? { range: empty(0), newText: `${line}${newLine}${newLine}` }
    : { range: empty(head.index + head[0].length), newText: `${newLine}${newLine}${line}` };
}

/** The expression as it is written. */
export function written(text: string, { range }: Expression): string {
  return text.slice(range.start, range.end);
}

/** A text as a literal of Java. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text);
}

function empty(at: number): Range {
  return { start: at, end: at };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function hasRange(value: object): value is { readonly range: Range } {
  return "range" in value;
}

/** A node without a range holds what its parts hold. */
function holds(node: object, wanted: Range): boolean {
  return hasRange(node)
    ? node.range.start <= wanted.start && wanted.end <= node.range.end
    : Object.values(node)
        .flatMap((it) => (Array.isArray(it) ? it : [it]))
        .some((it) => isObject(it) && holds(it, wanted));
}

function isCall(node: object): node is CallExpression {
  return "kind" in node && node.kind === "call";
}

function isLambda(node: object): boolean {
  return "kind" in node && node.kind === "lambda";
}

function isArrowCase(node: object): boolean {
  return "arrow" in node && node.arrow === true;
}
