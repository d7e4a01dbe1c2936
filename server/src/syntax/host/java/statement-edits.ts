import {
  indentAt,
  insertion,
  lineStart,
  newLineOf,
  type TextEdit,
  withItsLine,
} from "../../../text/edits.ts";
import type { Range } from "../../../text/range.ts";
import type { CallExpression, ExpressionStatement, Unit } from "../program.ts";

/** The edits that take out the call statement that holds an offset; undefined where it is more than a call. */
export function removeStatement(
  unit: Unit,
  text: string,
  offset: number,
): readonly TextEdit[] | undefined {
  const found = callStatementAt(unit, offset);
  return found && [{ range: withItsLine(text, found.statement.range), newText: "" }];
}

/** The edits that take out the statement at an offset that does nothing but set a key; undefined where it does more. */
export function removeSetting(
  unit: Unit,
  text: string,
  offset: number,
  key: string,
): readonly TextEdit[] | undefined {
  const call = callStatementAt(unit, offset)?.statement.expression;
  const isSetter =
    call?.kind === "call" &&
    (call.object?.kind === "name" || call.object?.kind === "get") &&
    call.arguments[0]?.kind === "constant" &&
    call.arguments[0].value === key;
  return isSetter ? removeStatement(unit, text, offset) : undefined;
}

/** The edits that move the call statement at an offset before the statement at another, of the same list; undefined where they are not. */
export function moveStatement(
  unit: Unit,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly TextEdit[] | undefined {
  const found = callStatementAt(unit, from);
  if (found === undefined) {
    return undefined;
  }
  const { statement, list } = found;
  const index = list.findIndex((it) => it.range.start <= to && to < it.range.end);
  const target = list[index];
  const own = list.indexOf(statement);
  if (target === undefined || index >= own) {
    return undefined;
  }
  const code = text.slice(statement.range.start, statement.range.end);
  const made = list.slice(index, own).flatMap((it) => (it.kind === "local" ? [it.name] : []));
  if (made.some((name) => new RegExp(`\\b${name}\\b`).test(code))) {
    return undefined;
  }
  const at = lineStart(text, target.range.start);
  const indent = indentAt(text, statement.range.start);
  return [
    insertion(at, `${indent}${code}${newLineOf(text)}`),
    { range: withItsLine(text, statement.range), newText: "" },
  ];
}

/** The edits that put `.name(argument)` before the last call of the chain at a range; undefined where there is none. */
export function addCall(
  unit: Unit,
  text: string,
  chain: Range,
  code: string,
): readonly TextEdit[] | undefined {
  const call = callAt(unit, chain);
  const point = call === undefined ? -1 : text.lastIndexOf(".", call.nameRange.start);
  if (call?.object === undefined || point < call.object.range.end) {
    return undefined;
  }
  const ownLine = text.slice(lineStart(text, point), point).trim() === "";
  return [insertion(point, ownLine ? `${code}${newLineOf(text)}${indentAt(text, point)}` : code)];
}

/** The environment around an offset: what a listener is registered on there, else what is executed, where that is one name. */
export function environment(unit: Unit, text: string, offset: number): string | undefined {
  const registrations = callsIn(unit).filter(
    (it) => it.name === "registerJobListener" && holds(it.range, offset),
  );
  const executions = callsIn(unit).filter((it) => /^execute(Async)?$/.test(it.name));
  const calls = registrations.length > 0 ? registrations : executions;
  const names = calls.flatMap(({ object }) =>
    object?.kind === "name" || object?.kind === "get"
      ? [text.slice(object.range.start, object.range.end)]
      : [],
  );
  const [name, ...others] = new Set(names);
  return others.length === 0 ? name : undefined;
}

function callsIn(node: object): readonly CallExpression[] {
  const below = childrenOf(node).flatMap(callsIn);
  return isCall(node) ? [node, ...below] : below;
}

/** The edits that register the listener which a chain of calls builds: a variable behind its declaration, else around the chain. */
export function registerListener(
  unit: Unit,
  text: string,
  chain: Range,
): readonly TextEdit[] | undefined {
  const build = callAt(unit, chain);
  const given = build && callsOf(build).find((it) => it.name === "executionEnvironment");
  const [environment] = given?.arguments ?? [];
  if (build === undefined || (environment?.kind !== "name" && environment?.kind !== "get")) {
    return undefined;
  }
  const on = text.slice(environment.range.start, environment.range.end);
  const statement = statementAt(unit, chain.start)?.statement;
  if (statement?.kind === "local" && isBuiltBy(statement, chain)) {
    const end = text.indexOf(";", chain.end) + 1;
    const indent = indentAt(
      text,
      lineStart(text, statement.range.start) + indentLength(text, statement.range.start),
    );
    const line = `${indent}${on}.registerJobListener(${String(statement.name)});`;
    return [insertion(end, `${newLineOf(text)}${line}`)];
  }
  const isAlone = statement?.kind === "expression" && statement.range.start === chain.start;
  return isAlone
    ? [insertion(chain.start, `${on}.registerJobListener(`), insertion(chain.end, ")")]
    : undefined;
}

function indentLength(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0].length ?? 0;
}

function isBuiltBy(local: object, { start, end }: Range): boolean {
  const value = "value" in local ? local.value : undefined;
  return isObject(value) && isCall(value) && value.range.start === start && value.range.end === end;
}

/** The calls of a chain, the last first. */
function callsOf(call: CallExpression): readonly CallExpression[] {
  return call.object?.kind === "call" ? [call, ...callsOf(call.object)] : [call];
}

interface FoundStatement {
  readonly statement: ExpressionStatement;
  readonly list: readonly Ranged[];
}

interface Ranged {
  readonly kind: string;
  readonly name?: unknown;
  readonly range: Range;
}

/** The innermost statement of a list that holds an offset, where it is a call and nothing else. */
function callStatementAt(unit: Unit, offset: number): FoundStatement | undefined {
  const found = statementAt(unit, offset);
  return found !== undefined && isCallStatement(found.statement)
    ? { statement: found.statement, list: found.list }
    : undefined;
}

interface Listed {
  readonly statement: Ranged;
  readonly list: readonly Ranged[];
}

/** The innermost statement of a list that holds an offset. */
function statementAt(unit: Unit, offset: number): Listed | undefined {
  let found: Listed | undefined;
  visit(unit, offset, (key, list) => {
    const statement = list.find((it) => isRanged(it) && holds(it.range, offset));
    if ((key === "body" || key === "finally") && statement !== undefined && isRanged(statement)) {
      found = { statement, list: list.filter(isRanged) };
    }
  });
  return found;
}

function callAt(unit: Unit, { start, end }: Range): CallExpression | undefined {
  let found: CallExpression | undefined;
  const look = (node: object): void => {
    if (
      isCall(node) &&
      [node.range, node.nameRange].some((it) => it.start === start && it.end === end)
    ) {
      found = node;
    }
    for (const child of childrenOf(node)) {
      if (found === undefined && (!isRanged(child) || holds(child.range, start))) {
        look(child);
      }
    }
  };
  look(unit);
  return found;
}

/** Calls `see` for each list of nodes on the way down to an offset, outer lists first. */
function visit(
  node: object,
  offset: number,
  see: (key: string, list: readonly object[]) => void,
): void {
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) {
      const objects = value.filter(isObject);
      see(key, objects);
      for (const it of objects) {
        if (!isRanged(it) || holds(it.range, offset)) {
          visit(it, offset, see);
        }
      }
    } else if (isObject(value) && (!isRanged(value) || holds(value.range, offset))) {
      visit(value, offset, see);
    }
  }
}

function childrenOf(node: object): readonly object[] {
  return Object.values(node).flatMap((it) =>
    Array.isArray(it) ? it.filter(isObject) : isObject(it) ? [it] : [],
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isRanged(node: object): node is Ranged {
  return "range" in node && "kind" in node;
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

function isCall(node: object): node is CallExpression {
  return "kind" in node && node.kind === "call";
}

function isCallStatement(node: Ranged): node is ExpressionStatement {
  return (
    node.kind === "expression" &&
    "expression" in node &&
    isObject(node.expression) &&
    isCall(node.expression)
  );
}
