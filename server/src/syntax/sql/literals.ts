import type {
  BooleanLiteral,
  DateTimeLiteral,
  Expression,
  NullLiteral,
  NumberLiteral,
  Option,
  PartitionItem,
  StringLiteral,
} from "./ast.ts";
import { intervalLiteral } from "./interval.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { unescapedString, unescapedUnicode, unquotedString } from "./text-of.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

export function isString(token: number): boolean {
  return token >= T.STRING && token <= T.BINARY_STRING;
}

export function isNumber(token: number): boolean {
  return token >= T.INTEGER && token <= T.APPROXIMATE_NUMBER;
}

/** One plain literal in single quotes, without those that may follow it: Flink's `<QUOTED_STRING>`. */
export function quotedString(parser: Parser): StringLiteral | undefined {
  if (P.kind(parser) !== T.STRING && !atHole(parser)) {
    P.expect(parser, T.STRING);
    return undefined;
  }
  return takeQuoted(parser);
}

function takeQuoted(parser: Parser): StringLiteral {
  const from = P.start(parser);
  const isHole = P.kind(parser) !== T.STRING;
  P.advance(parser);
  const range = P.rangeFrom(parser, from);
  const image = parser.text.slice(range.start, range.end);
  return { kind: "string", text: isHole ? image : unquotedString(image), prefix: "", range };
}

/** A text of any kind, adjacent literals joined. */
export function stringLiteral(parser: Parser): StringLiteral | undefined {
  if (!isString(P.kind(parser)) && !atHole(parser)) {
    P.expect(parser, T.STRING);
    return undefined;
  }
  return takeString(parser);
}

function atHole(parser: Parser): boolean {
  return parser.holes && P.isHoleToken(parser, parser.index);
}

/** The current token, which is known to be a text. */
export function takeString(parser: Parser): StringLiteral {
  const token = P.kind(parser);
  if (token === T.STRING || token === T.IDENTIFIER) {
    const first = takeQuoted(parser);
    return P.kind(parser) === T.STRING || P.kind(parser) === W.UESCAPE
      ? joined(parser, first)
      : first;
  }
  const from = P.start(parser);
  P.advance(parser);
  const range = P.rangeFrom(parser, from);
  const image = parser.text.slice(range.start, range.end);
  switch (token) {
    case T.C_STRING:
      return escapedLiteral(parser, image, range);
    case T.BINARY_STRING:
      return binary(parser, image, {
        kind: "string",
        text: image.slice(2, -1),
        prefix: "X",
        range,
      });
    case T.UNICODE_STRING:
      return joined(parser, {
        kind: "string",
        text: unquotedString(image, 2),
        prefix: "U&",
        range,
      });
    default:
      return joined(parser, prefixed(parser, image, range));
  }
}

function escapedLiteral(
  parser: Parser,
  image: string,
  range: StringLiteral["range"],
): StringLiteral {
  const text = unescapedString(image);
  if (text === undefined) {
    P.failAtLast(parser, "This text holds a malformed Unicode escape.");
  }
  return { kind: "string", text: text ?? image, prefix: "E", range };
}

/** Character sets that Calcite finds under the name. */
const knownCharacterSets =
  /^(n|utf-?8|utf-?16(be|le)?|utf-?32(be|le)?|iso-?8859-?\d+|latin1|us-ascii|ascii|gbk|gb2312|gb18030|big5|euc_kr|euc_jp|sjis|shift_jis|windows-\d+|cp\d+|koi8-r)$/i;

function prefixed(parser: Parser, image: string, range: StringLiteral["range"]): StringLiteral {
  const open = image.indexOf("'");
  const prefix = image.slice(0, open);
  const set = prefix.startsWith("_") ? prefix.slice(1) : prefix;
  if (!knownCharacterSets.test(set)) {
    P.failAtLast(parser, `\`${set}\` is no known character set.`);
  }
  const text = unquotedString(image, open);
  if (/^(n|iso-?8859-1|latin1)$/i.test(set) && /[\u0100-\uffff]/.test(text)) {
    P.failAtLast(parser, "The character set ISO-8859-1 does not have all characters of this text.");
  }
  return { kind: "string", text, prefix, range };
}

function binary(parser: Parser, image: string, first: StringLiteral): StringLiteral {
  if (!isHexadecimal(image.slice(2, -1))) {
    P.failAtLast(parser, "A binary text holds hexadecimal digits only.");
  }
  let { text } = first;
  while (P.kind(parser) === T.STRING) {
    const next = takeQuoted(parser);
    if (!isHexadecimal(next.text)) {
      P.failAtLast(parser, "A binary text holds hexadecimal digits only.");
    }
    text += next.text;
  }
  return { ...first, text, range: P.rangeFrom(parser, first.range.start) };
}

function isHexadecimal(text: string): boolean {
  return /^[0-9a-fA-F]*$/.test(text);
}

/** Joins the literals that follow and applies UESCAPE. */
function joined(parser: Parser, first: StringLiteral): StringLiteral {
  let { text } = first;
  while (P.kind(parser) === T.STRING) {
    text += takeQuoted(parser).text;
  }
  let mark = "\\";
  if (P.accept(parser, W.UESCAPE)) {
    const character = quotedString(parser);
    if (first.prefix !== "U&") {
      P.failAtLast(parser, "UESCAPE belongs behind a text that begins with U&.");
    }
    mark = character?.text ?? mark;
  }
  if (first.prefix === "U&") {
    const plain = unescapedUnicode(text, mark);
    if (plain === undefined) {
      P.failAtLast(parser, "This text holds a malformed Unicode escape.");
    }
    text = plain ?? text;
  }
  return { ...first, text, range: P.rangeFrom(parser, first.range.start) };
}

/** `1`, `2.5`, `1e3`, `DECIMAL '1'`; where no number stands here, that is the error. */
export function unsignedNumber(parser: Parser): NumberLiteral | undefined {
  const token = P.kind(parser);
  if (isNumber(token) || atHole(parser)) {
    return P.takeNumber(parser);
  }
  if (token === W.DECIMAL) {
    const from = P.start(parser);
    P.advance(parser);
    const text = quotedString(parser);
    const range = P.rangeFrom(parser, from);
    if (text !== undefined && !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text.text)) {
      P.failWith(parser, text.range, "This is no decimal number.");
    }
    return { kind: "number", text: text?.text ?? "", range };
  }
  P.fail(parser, "a number fits here");
  return undefined;
}

/** A number with or without a sign. */
export function numericLiteral(parser: Parser): NumberLiteral | undefined {
  const from = P.start(parser);
  const isNegative = P.accept(parser, T.MINUS_SIGN);
  if (!isNegative && !P.accept(parser, T.PLUS)) {
    return unsignedNumber(parser);
  }
  const number = unsignedNumber(parser);
  return (
    number && {
      ...number,
      text: isNegative ? `-${number.text}` : number.text,
      range: P.rangeFrom(parser, from),
    }
  );
}

/** Calcite's `Literal`: of PARTITION (...) and ALTER SYSTEM SET. */
export function literal(parser: Parser): Expression | undefined {
  const token = P.kind(parser);
  if (isString(token)) {
    return takeString(parser);
  }
  if (atHole(parser)) {
    return takeString(parser);
  }
  switch (token) {
    case T.PLUS:
    case T.MINUS_SIGN:
      return numericLiteral(parser);
    case W.INTERVAL:
      return intervalLiteral(parser);
    default:
      return (
        (isNumber(token) || token === W.DECIMAL ? unsignedNumber(parser) : undefined) ??
        specialLiteral(parser) ??
        dateTimeLiteral(parser) ??
        noLiteral(parser)
      );
  }
}

function noLiteral(parser: Parser): undefined {
  P.fail(parser, "a literal fits here");
  return undefined;
}

/** TRUE, FALSE, UNKNOWN, NULL, if one stands here. */
export function specialLiteral(parser: Parser): BooleanLiteral | NullLiteral | undefined {
  const token = P.kind(parser);
  const from = P.start(parser);
  if (token === W.NULL) {
    P.advance(parser);
    return { kind: "null", range: P.rangeFrom(parser, from) };
  }
  if (token !== W.TRUE && token !== W.FALSE && token !== W.UNKNOWN) {
    return undefined;
  }
  P.advance(parser);
  const value = token === W.UNKNOWN ? undefined : token === W.TRUE;
  return { kind: "boolean", value, range: P.rangeFrom(parser, from) };
}

/** `DATE '...'`, `TIMESTAMP '...'`, `{ts '...'}` and the like, if one stands here. */
export function dateTimeLiteral(parser: Parser): DateTimeLiteral | undefined {
  const from = P.start(parser);
  switch (P.kind(parser)) {
    case T.DATE_BRACE:
      return braced(parser, "DATE");
    case T.TIME_BRACE:
      return braced(parser, "TIME");
    case T.TIMESTAMP_BRACE:
      return braced(parser, "TIMESTAMP");
    case W.DATE:
      return dated(parser, from, "DATE");
    case W.TIME:
      return dated(parser, from, "TIME");
    case W.DATETIME:
      return dated(parser, from, "DATETIME");
    case W.TIMESTAMP:
      return timestamp(parser);
    default:
      return undefined;
  }
}

/** `TIMESTAMP '...'`, `TIMESTAMP WITH LOCAL TIME ZONE '...'` */
export function timestamp(parser: Parser): DateTimeLiteral | undefined {
  const from = P.start(parser);
  if (!P.expect(parser, W.TIMESTAMP)) {
    return undefined;
  }
  if (P.accept(parser, W.WITH)) {
    P.expect(parser, W.LOCAL);
    P.expect(parser, W.TIME);
    P.expect(parser, W.ZONE);
  }
  const text = quotedString(parser);
  return {
    kind: "dateTime",
    type: "TIMESTAMP",
    text: text?.text ?? "",
    range: P.rangeFrom(parser, from),
  };
}

function dated(parser: Parser, from: number, type: DateTimeLiteral["type"]): DateTimeLiteral {
  P.advance(parser);
  const text = quotedString(parser);
  return { kind: "dateTime", type, text: text?.text ?? "", range: P.rangeFrom(parser, from) };
}

const bracedForms: Readonly<Record<DateTimeLiteral["type"], RegExp>> = {
  DATE: /^\d{1,4}-\d{1,2}-\d{1,2}$/,
  TIME: /^\d{1,2}:\d{1,2}:\d{1,2}(\.\d*)?$/,
  TIMESTAMP: /^\d{1,4}-\d{1,2}-\d{1,2}( \d{1,2}:\d{1,2}(:\d{1,2}(\.\d*)?)?)?$/,
  DATETIME: /^/,
};

function braced(parser: Parser, type: DateTimeLiteral["type"]): DateTimeLiteral {
  const from = P.start(parser);
  P.advance(parser);
  const text = quotedString(parser);
  P.expect(parser, T.RIGHT_BRACE);
  const range = P.rangeFrom(parser, from);
  if (text !== undefined && !bracedForms[type].test(text.text)) {
    P.failAtLast(parser, `This is no ${type} literal.`);
  }
  return { kind: "dateTime", type, text: text?.text ?? "", range };
}

/** `('k' = 'v', ...)`, empty allowed. */
export function options(parser: Parser): readonly Option[] {
  const result: Option[] = [];
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return result;
  }
  if (P.accept(parser, T.RIGHT_PAREN)) {
    return result;
  }
  do {
    const before = parser.index;
    const found = unknownOptions(parser) ?? option(parser);
    if (found !== undefined) {
      result.push(found);
    }
    if (parser.error !== undefined && P.resume(parser, before, separators)) {
      // What stands behind a half-typed option is still read.
    }
  } while (P.moreInList(parser));
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

/** Unknown text in the place of options: a key without a value. */
export function unknownOptions(parser: Parser): Option | undefined {
  if (!atHole(parser) || P.peek(parser, 1) === T.EQUAL) {
    return undefined;
  }
  const key = takeQuoted(parser);
  return { key, value: undefined, range: key.range };
}

const separators: ReadonlySet<number> = new Set([T.COMMA, T.RIGHT_PAREN]);

function option(parser: Parser): Option | undefined {
  const key = stringLiteral(parser);
  if (key === undefined) {
    return undefined;
  }
  const value = P.expect(parser, T.EQUAL) ? stringLiteral(parser) : undefined;
  return { key, value, range: P.rangeFrom(parser, key.range.start) };
}

/** `('k', ...)`, empty allowed. */
export function optionKeys(parser: Parser): readonly StringLiteral[] {
  const result: StringLiteral[] = [];
  if (!P.expect(parser, T.LEFT_PAREN) || P.accept(parser, T.RIGHT_PAREN)) {
    return result;
  }
  do {
    const key = stringLiteral(parser);
    if (key !== undefined) {
      result.push(key);
    }
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

/** `(k = v, ...)` of PARTITION; of ANALYZE the values may be left out. */
export function partitionItems(
  parser: Parser,
  values: "needed" | "optional",
): readonly PartitionItem[] {
  const result: PartitionItem[] = [];
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return result;
  }
  do {
    const column = P.identifier(parser);
    if (column !== undefined) {
      const hasValue = values === "needed" ? P.expect(parser, T.EQUAL) : P.accept(parser, T.EQUAL);
      const value = hasValue ? literal(parser) : undefined;
      result.push({ column, value, range: P.rangeFrom(parser, column.range.start) });
    }
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}
