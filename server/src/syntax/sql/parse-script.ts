import type { Range } from "../../text/range.ts";
import { rules } from "./grammar.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { scan } from "./scanner.ts";
import { statement } from "./statement.ts";
import type { Statement } from "./statements/index.gen.ts";
import * as T from "./tokens.ts";
import { type FlinkVersion, type SqlError, V2_0, versionIndex } from "./version.ts";

export type { FlinkVersion, SqlError };

/** One statement of a script. */
export interface ScriptStatement {
  readonly node: Statement;
  /** From the statement's first word to its last, without the `;`. */
  readonly range: Range;
  /** The stretch of the script that it fills: white space and comments before it and the `;` included. */
  readonly piece: Range;
  readonly errors: readonly SqlError[];
}

export interface Script {
  readonly text: string;
  readonly statements: readonly ScriptStatement[];
  /** All errors in order of place. */
  readonly errors: readonly SqlError[];
}

export interface ScriptOptions {
  readonly version: FlinkVersion;
  /** An earlier parse of this script: what did not change is shared. */
  readonly previous?: Script | undefined;
  /** Characters U+E000 to U+F8FF stand for run-time values inside the text: part of a name, a literal or unknown text. */
  readonly holes?: boolean | undefined;
  /**
   * Take `SET key = value`, `RESET key` and HELP only in a text that holds nothing else, comments included: as Flink
   * does with one text. In a script they are taken wherever a statement begins.
   */
  readonly strict?: boolean | undefined;
}

/** The statements of a script, with the errors of each. Any text gives a result. */
export function parseScript(text: string, options: ScriptOptions): Script {
  const holes = options.holes === true;
  const escapedStrings = versionIndex(options.version) >= V2_0;
  const tokens = scan(text, { escapedStrings, holes });
  const { version } = options;
  const parser = P.parserOf(tokens, { version, holes, strict: options.strict === true }, rules);
  const statements: ScriptStatement[] = [];
  let pieceStart = 0;
  while (P.kind(parser) !== T.EOF) {
    if (P.accept(parser, T.SEMICOLON)) {
      continue;
    }
    const found = scriptStatement(parser, pieceStart);
    statements.push(found);
    pieceStart = found.piece.end;
  }
  return { text, statements, errors: statements.flatMap((it) => it.errors) };
}

function scriptStatement(parser: Parser, pieceStart: number): ScriptStatement {
  const from = P.start(parser);
  parser.error = undefined;
  parser.errorToken = -1;
  parser.resumed = 0;
  parser.depth = 0;
  const node = statement(parser);
  if (!P.atStatementEnd(parser)) {
    P.fail(parser, "`;` or the end fits here");
  }
  P.toStatementEnd(parser);
  const range = { start: from, end: Math.max(from, P.lastEnd(parser)) };
  const isClosed = P.accept(parser, T.SEMICOLON);
  const end = isClosed ? P.lastEnd(parser) : parser.text.length;
  const errors = parser.error === undefined ? [] : [parser.error];
  return { node, range, piece: { start: pieceStart, end }, errors };
}
