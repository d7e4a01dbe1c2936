import { tablesOf } from "../syntax/sql/table-names.ts";
import { type Verdict, verdictOf } from "../syntax/sql/verdict.ts";
import type { FlinkVersion, SqlError } from "../syntax/sql/version.ts";
import { type LineIndex, lineIndexOf, positionAt } from "../text/line-index.ts";

/** What `parse --jsonl` says of one text. Lines and columns count from 1, in UTF-16 units; `endColumn` is exclusive. */
export interface ParseAnswer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly errors: readonly PlacedError[];
  readonly tables: readonly { readonly name: readonly string[]; readonly role: string }[];
  readonly statements: readonly {
    readonly kind: string;
    readonly range: { readonly start: number; readonly end: number };
  }[];
}

export interface PlacedError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The verdict of Flink's parser on a text, with the tables that it names. */
export function parseAnswer(id: unknown, sql: string, version: FlinkVersion): ParseAnswer {
  const { script, errors } = verdictOf(sql, version);
  return {
    id,
    ok: errors.length === 0,
    errors: placedErrors(sql, errors),
    tables: script.statements.flatMap(({ node }) =>
      tablesOf(node).map(({ name, role }) => ({ name: name.parts.map((it) => it.text), role })),
    ),
    statements: script.statements.map(({ node, range }) => ({ kind: node.kind, range })),
  };
}

export function placedErrors(sql: string, errors: Verdict["errors"]): readonly PlacedError[] {
  if (errors.length === 0) {
    return [];
  }
  const index = lineIndexOf(sql);
  return errors.map((it) => placed(index, it));
}

function placed(index: LineIndex, error: SqlError): PlacedError {
  const { message, hint, range } = error;
  const text = hint === undefined ? message : `${message} ${hint}`;
  if (index.text === "") {
    return { message: text, line: 0, column: 0, endLine: 0, endColumn: 0 };
  }
  const start = positionAt(index, range.start);
  // The end stands on the line of the last character, also where that is a line break.
  const last = positionAt(index, Math.max(range.start, range.end - 1));
  return {
    message: text,
    line: start.line + 1,
    column: start.column + 1,
    endLine: last.line + 1,
    endColumn: last.column + 2,
  };
}
