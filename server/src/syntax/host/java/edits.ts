import { indentUnit, newLineOf, type TextEdit } from "../../../text/edits.ts";
import type { Range } from "../../../text/range.ts";
import type { CallExpression, Expression, Unit } from "../program.ts";

/** A place in a method before which a statement can stand. */
export interface StatementPlace {
  readonly call: CallExpression;
  /** The statement that holds the call, in a list of statements. */
  readonly statement: Range;
  /** Names that exist only inside of that statement: parameters of lambdas around the call. */
  readonly inner: ReadonlySet<string>;
}

/** Where a statement can be inserted that runs right before a call; undefined where the call is in no method's body. */
export function placeBefore(unit: Unit, nameRange: Range): StatementPlace | undefined {
  let statement: Range | undefined;
  let inner = new Set<string>();
  let found: StatementPlace | undefined;
  const walk = (node: object): void => {
    if (isCall(node) && node.nameRange.start === nameRange.start && statement !== undefined) {
      found = { call: node, statement, inner };
      return;
    }
    for (const [key, value] of Object.entries(node)) {
      if (Array.isArray(value)) {
        const isList = (key === "body" || key === "finally") && !isArrowCase(node);
        if (isList && isLambda(node)) {
          inner = new Set();
        }
        for (const item of value) {
          if (isObject(item) && holds(item, nameRange)) {
            statement = isList && hasRange(item) ? item.range : statement;
            inner = isList ? new Set() : inner;
            walk(item);
          }
        }
      } else if (isObject(value) && holds(value, nameRange)) {
        if (isLambda(node)) {
          inner = new Set([...inner, ...node.parameters.map((it) => it.name)]);
        }
        walk(value);
      }
    }
  };
  walk(unit);
  return found;
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

/** Nodes without a range may hold anything. */
function holds(node: object, { start, end }: Range): boolean {
  return !hasRange(node) || (node.range.start <= start && end <= node.range.end);
}

function isCall(node: object): node is CallExpression {
  return "kind" in node && node.kind === "call";
}

function isLambda(
  node: object,
): node is { readonly parameters: readonly { readonly name: string }[] } {
  return "kind" in node && node.kind === "lambda";
}

function isArrowCase(node: object): boolean {
  return "arrow" in node && node.arrow === true;
}
