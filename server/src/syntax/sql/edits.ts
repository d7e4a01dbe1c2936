import {
  indentAt,
  insertion,
  lineEnd,
  lineStart,
  newLineOf,
  nextLine,
  type TextEdit,
} from "../../text/edits.ts";
import type { Range } from "../../text/range.ts";
import { parseScript, type ScriptStatement } from "./parse-script.ts";

/** A text as a literal of SQL. */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it: in back-ticks where it needs them. */
export function sqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** The edits that add an option to the WITH of the statement at an offset; undefined where it can have none. */
export function addSqlOption(
  text: string,
  offset: number,
  { key, value }: { readonly key: string; readonly value: string },
): readonly TextEdit[] | undefined {
  const statement = statementAt(text, offset);
  const node = statement?.node;
  const written = `${sqlString(key)} = ${sqlString(value)}`;
  if (node?.kind !== "createTable" || statement === undefined) {
    return undefined;
  }
  const last = node.options?.at(-1);
  if (last === undefined) {
    const isBare = node.options === undefined && node.like === undefined && node.as === undefined;
    return !isBare ? undefined : [insertion(statement.range.end, ` WITH (${written})`)];
  }
  const ownLine = text.slice(lineStart(text, last.range.start), last.range.start).trim() === "";
  if (!ownLine) {
    return [insertion(last.range.end, `, ${written}`)];
  }
  const line = `${newLineOf(text)}${indentAt(text, last.range.start)}${written}`;
  const rest = text.slice(last.range.end, lineEnd(text, last.range.end));
  // A comment behind the last option stays with it.
  return /^\s*--/.test(rest)
    ? [insertion(last.range.end, ","), insertion(lineEnd(text, last.range.end), line)]
    : [insertion(last.range.end, `,${line}`)];
}

/** The edits that take out the option that holds an offset; undefined where there is none. */
export function removeSqlOption(text: string, offset: number): readonly TextEdit[] | undefined {
  const node = statementAt(text, offset)?.node;
  const options = node?.kind === "createTable" ? (node.options ?? []) : [];
  const index = options.findIndex((it) => holds(it.range, offset));
  const [option, before, after] = [options[index], options[index - 1], options[index + 1]];
  if (option === undefined || (before === undefined && after === undefined)) {
    return undefined;
  }
  return after === undefined
    ? [{ range: { start: before?.range.end ?? 0, end: option.range.end }, newText: "" }]
    : [{ range: { start: option.range.start, end: after.range.start }, newText: "" }];
}

/** The edits that set a key for the jobs of a script: its SET where it has one, else a new one at the head. */
export function setInScript(text: string, key: string, value: string): readonly TextEdit[] {
  const { statements } = parseScript(text, { version: "2.2" });
  const own = statements.findLast(({ node }) => node.kind === "set" && node.key?.text === key);
  if (own?.node.kind === "set" && own.node.value !== undefined) {
    return [{ range: own.node.value.range, newText: sqlString(value) }];
  }
  const first = statements[0]?.range.start ?? text.length;
  const line = `SET ${sqlString(key)} = ${sqlString(value)};${newLineOf(text)}`;
  return [insertion(first, line)];
}

/** The edits that take out the statement that holds an offset, with its `;`; undefined where there is none. */
export function removeSqlStatement(text: string, offset: number): readonly TextEdit[] | undefined {
  const statement = statementAt(text, offset);
  if (statement === undefined) {
    return undefined;
  }
  const start = statement.range.start;
  const end = statement.piece.end;
  const from = lineStart(text, start);
  const alone =
    text.slice(from, start).trim() === "" && text.slice(end, lineEnd(text, end)).trim() === "";
  return [
    { range: alone ? { start: from, end: nextLine(text, end) } : { start, end }, newText: "" },
  ];
}

/** The key of the SET statement at an offset, another one in its place; undefined where there is none. */
export function renameSqlSetting(
  text: string,
  offset: number,
  to: string,
): readonly TextEdit[] | undefined {
  const node = statementAt(text, offset)?.node;
  return node?.kind !== "set" || node.key === undefined
    ? undefined
    : [{ range: node.key.range, newText: node.key.kind === "string" ? sqlString(to) : to }];
}

function statementAt(text: string, offset: number): ScriptStatement | undefined {
  return parseScript(text, { version: "2.2" }).statements.find((it) => holds(it.range, offset));
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
