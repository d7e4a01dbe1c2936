import { parseScript, type Script } from "./parse-script.ts";
import { scan } from "./scanner.ts";
import * as T from "./tokens.ts";
import type { FlinkVersion, SqlError } from "./version.ts";

/** What Flink's parser says of a whole text: a list of statements, of which it wants at least one. */
export interface Verdict {
  readonly script: Script;
  readonly errors: readonly SqlError[];
}

/** As `parseScript`, but a text without a statement, and a `;` before the first one, are errors, as for Flink's parser. */
export function verdictOf(text: string, version: FlinkVersion): Verdict {
  const script = parseScript(text, { version, strict: true });
  const first = firstToken(text, script);
  return first === undefined
    ? { script, errors: script.errors }
    : { script, errors: [first, ...script.errors] };
}

function firstToken(text: string, script: Script): SqlError | undefined {
  const [statement] = script.statements;
  const before = statement === undefined ? text : text.slice(0, statement.range.start);
  if (statement !== undefined && !before.includes(";")) {
    return undefined;
  }
  const { kinds, starts, ends } = scan(before, { escapedStrings: true, holes: false });
  const range = { start: starts[0] ?? 0, end: ends[0] ?? 0 };
  if (kinds[0] === T.SEMICOLON) {
    return { message: "A statement fits before the `;`.", range, hint: undefined };
  }
  return statement === undefined
    ? { message: "There is no statement.", range, hint: undefined }
    : undefined;
}
