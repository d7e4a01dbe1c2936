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
  /** Whether nothing written behind it can change it: a `;` ends it, and no quote in it waits for its end. */
  readonly isSettled: boolean;
  readonly errors: readonly SqlError[];
}

export interface Script {
  readonly text: string;
  readonly statements: readonly ScriptStatement[];
  /** All errors in order of place. */
  readonly errors: readonly SqlError[];
  /** What it was parsed with: one parsed otherwise shares nothing. */
  readonly settings: string;
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
  const { version } = options;
  const kept = keptStatements(text, options);
  const from = kept[kept.length - 1]?.piece.end ?? 0;
  const escapedStrings = versionIndex(version) >= V2_0;
  const tokens = scan(text, { escapedStrings, holes }, from);
  const parser = P.parserOf(tokens, { version, holes, strict: options.strict === true }, rules);
  const statements: ScriptStatement[] = [...kept];
  let pieceStart = from;
  while (P.kind(parser) !== T.EOF) {
    if (P.accept(parser, T.SEMICOLON)) {
      continue;
    }
    const found = scriptStatement(parser, pieceStart);
    statements.push(found);
    pieceStart = found.piece.end;
  }
  const errors = statements.flatMap((it) => it.errors);
  return { text, statements, errors, settings: settingsOf(options) };
}

function settingsOf({ version, holes, strict }: ScriptOptions): string {
  return `${version} ${holes === true} ${strict === true}`;
}

/**
 * The statements of the earlier parse that end before the first change. They are the same values at the same offsets.
 * What follows can change a piece that does not end in `;` or leaves a quote open: the first of these begins anew.
 */
function keptStatements(text: string, options: ScriptOptions): readonly ScriptStatement[] {
  const { previous } = options;
  if (previous === undefined || previous.settings !== settingsOf(options)) {
    return [];
  }
  const { statements } = previous;
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = statements[middle]?.piece.end ?? 0;
    if (isSame(text, previous.text, end)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const last = statements[low - 1];
  const isBrokenSet = last?.node.kind === "statementSet" && last.errors.length > 0;
  const unsettled = statements.findIndex((it) => !it.isSettled);
  const whole = isBrokenSet ? low - 1 : low;
  return statements.slice(0, unsettled < 0 ? whole : Math.min(whole, unsettled));
}

function isSame(one: string, other: string, length: number): boolean {
  return one.length >= length && one.slice(0, length) === other.slice(0, length);
}

function scriptStatement(parser: Parser, pieceStart: number): ScriptStatement {
  const from = P.start(parser);
  parser.error = undefined;
  parser.errorToken = -1;
  parser.resumeBudget = P.RESUME_BUDGET;
  parser.depth = 0;
  parser.first = parser.index;
  const node = statementOrUnread(parser, from);
  if (!P.atStatementEnd(parser)) {
    P.fail(parser, "`;` or the end fits here");
  }
  P.toStatementEnd(parser);
  const range = { start: from, end: Math.max(from, P.lastEnd(parser)) };
  const isClosed = P.accept(parser, T.SEMICOLON);
  const end = isClosed ? P.lastEnd(parser) : parser.text.length;
  const errors = parser.error === undefined ? [] : [parser.error];
  const isSettled = isClosed && !hasOpenQuote(parser);
  return { node, range, piece: { start: pieceStart, end }, isSettled, errors };
}

/** A lone quote is one that is closed nowhere in the text. */
function hasOpenQuote({ kinds, first, index }: Parser): boolean {
  for (let token = first; token < index; token++) {
    if (kinds[token] === T.SINGLE_QUOTE) {
      return true;
    }
  }
  return false;
}

function statementOrUnread(parser: Parser, from: number): Statement {
  try {
    return statement(parser);
  } catch (error) {
    // The caller's own stack decides how much is left for this one: running out of it is an error of the text.
    if (!(error instanceof RangeError)) {
      throw error;
    }
    P.failAt(parser, parser.index, undefined, "This is nested too deep.");
    return { kind: "unread", range: P.rangeFrom(parser, from) };
  }
}
