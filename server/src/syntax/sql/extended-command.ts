import type { Range } from "../../text/range.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import type { Reset } from "./statements/reset.ts";
import type { RawText, SetOption } from "./statements/set-option.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/**
 * `SET key = value` and `RESET key` without quotes, which Flink finds by pattern in the whole text before it parses
 * (`SetOperationParseStrategy`, `ResetOperationParseStrategy`). Undefined where the grammar is to decide.
 */
export function extendedCommand(parser: Parser): SetOption | Reset | undefined {
  const token = P.kind(parser);
  const next = P.peek(parser, 1);
  if ((token !== W.SET && token !== W.RESET) || next === T.STRING || next === T.EOF) {
    return undefined;
  }
  const from = P.start(parser);
  const end = statementEnd(parser);
  if (!isAlone(parser, from, end)) {
    return undefined;
  }
  return token === W.SET ? setCommand(parser, from, end) : resetCommand(parser, from, end);
}

/** Whether a strict parser may take the stretch for a command: nothing but blanks and one `;` stand around it. */
export function isAlone(parser: Parser, from: number, end: number): boolean {
  const { text } = parser;
  return (
    !parser.strict || (text.slice(0, from).trim() === "" && /^\s*;?\s*$/.test(text.slice(end)))
  );
}

function setCommand(parser: Parser, from: number, end: number): SetOption | undefined {
  const text = parser.text.slice(from, end);
  // The key takes as much as it can, as in Flink's pattern: `a=b=c` sets `a=b`.
  const match = matched(/^SET(\s+)([^'\s]+)(\s*=\s*)(?:'([^']*)'|([^;\s]+))\s*$/i, text);
  if (match === undefined) {
    return undefined;
  }
  const [, blank = "", key = "", equal = "", quoted, bare = ""] = match;
  const keyStart = from + 3 + blank.length;
  const valueStart = keyStart + key.length + equal.length;
  const length = quoted === undefined ? bare.length : quoted.length + 2;
  P.toEnd(parser, end);
  return {
    kind: "set",
    key: raw(key, { start: keyStart, end: keyStart + key.length }),
    value: raw(quoted ?? bare, { start: valueStart, end: valueStart + length }),
    range: P.rangeFrom(parser, from),
  };
}

function resetCommand(parser: Parser, from: number, end: number): Reset | undefined {
  const match = matched(/^RESET(\s+)([^'\s]+)\s*$/i, parser.text.slice(from, end));
  if (match === undefined) {
    return undefined;
  }
  const [, blank = "", key = ""] = match;
  const start = from + 5 + blank.length;
  P.toEnd(parser, end);
  return {
    kind: "reset",
    key: raw(key, { start, end: start + key.length }),
    range: P.rangeFrom(parser, from),
  };
}

function matched(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return text.length > 10_000 ? undefined : (pattern.exec(text) ?? undefined);
}

function raw(text: string, range: Range): RawText {
  return { kind: "raw", text, range };
}

/** The `;` that ends the text, or the end. */
function statementEnd(parser: Parser): number {
  let { index } = parser;
  while (index < parser.count - 1 && parser.kinds[index] !== T.SEMICOLON) {
    index++;
  }
  return parser.kinds[index] === T.SEMICOLON
    ? (parser.starts[index] ?? parser.text.length)
    : parser.text.length;
}
