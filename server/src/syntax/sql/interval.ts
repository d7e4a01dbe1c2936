import type { Expression, IntervalLiteral, StringLiteral } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { unquotedString } from "./text-of.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** The unit, upper case and singular, that a word names in an interval. */
const units: ReadonlyMap<number, string> = new Map([
  [W.YEAR, "YEAR"],
  [W.YEARS, "YEAR"],
  [W.QUARTER, "QUARTER"],
  [W.QUARTERS, "QUARTER"],
  [W.MONTH, "MONTH"],
  [W.MONTHS, "MONTH"],
  [W.WEEK, "WEEK"],
  [W.WEEKS, "WEEK"],
  [W.DAY, "DAY"],
  [W.DAYS, "DAY"],
  [W.HOUR, "HOUR"],
  [W.HOURS, "HOUR"],
  [W.MINUTE, "MINUTE"],
  [W.MINUTES, "MINUTE"],
  [W.SECOND, "SECOND"],
  [W.SECONDS, "SECOND"],
]);

const ends: Readonly<Record<string, readonly string[]>> = {
  YEAR: ["MONTH"],
  DAY: ["HOUR", "MINUTE", "SECOND"],
  HOUR: ["MINUTE", "SECOND"],
  MINUTE: ["SECOND"],
};

/** Whether the word can begin the qualifier of an interval: `DAY`, `MINUTES`. */
export function isIntervalUnit(token: number): boolean {
  return units.has(token);
}

interface Qualifier {
  readonly from: string;
  readonly to: string | undefined;
}

/** `DAY(3) TO SECOND(6)` */
export function intervalQualifier(parser: Parser): Qualifier | undefined {
  const from = intervalStart(parser);
  if (from === undefined) {
    return undefined;
  }
  const allowed = ends[from];
  const end = units.get(P.peek(parser, 1));
  if (
    allowed === undefined ||
    P.kind(parser) !== W.TO ||
    end === undefined ||
    !allowed.includes(end)
  ) {
    return { from, to: undefined };
  }
  parser.index += 2;
  if (end === "SECOND" && P.accept(parser, T.LEFT_PAREN)) {
    P.unsignedInteger(parser);
    P.expect(parser, T.RIGHT_PAREN);
  }
  return { from, to: end };
}

/** `DAY(3)`, `SECOND(2, 6)`: one unit. */
function intervalStart(parser: Parser): string | undefined {
  const from = units.get(P.kind(parser));
  if (from === undefined) {
    P.fail(parser, "a unit of time, such as `DAY`, fits here");
    return undefined;
  }
  P.advance(parser);
  if (P.accept(parser, T.LEFT_PAREN)) {
    P.unsignedInteger(parser);
    if (from === "SECOND" && P.accept(parser, T.COMMA)) {
      P.unsignedInteger(parser);
    }
    P.expect(parser, T.RIGHT_PAREN);
  }
  return from;
}

/** `INTERVAL '1' DAY`, and nothing but a literal. */
export function intervalLiteral(parser: Parser): IntervalLiteral | undefined {
  const from = P.start(parser);
  if (!P.expect(parser, W.INTERVAL)) {
    return undefined;
  }
  const sign = takeSign(parser);
  if (P.kind(parser) !== T.STRING) {
    P.expect(parser, T.STRING);
    return undefined;
  }
  return withQuotedValue(parser, from, sign);
}

/** `INTERVAL '1' DAY`, `INTERVAL 1 DAY`, `INTERVAL a DAY`, `INTERVAL (a + 1) DAY` */
export function interval(parser: Parser): IntervalLiteral {
  const from = P.start(parser);
  P.advance(parser);
  const sign = takeSign(parser);
  if (P.kind(parser) === T.STRING) {
    return withQuotedValue(parser, from, sign);
  }
  const value = intervalValue(parser);
  const unit = intervalStart(parser);
  return {
    kind: "interval",
    sign,
    value,
    from: unit ?? "",
    to: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function takeSign(parser: Parser): "+" | "-" {
  if (P.accept(parser, T.MINUS_SIGN)) {
    return "-";
  }
  P.accept(parser, T.PLUS);
  return "+";
}

function withQuotedValue(parser: Parser, from: number, sign: "+" | "-"): IntervalLiteral {
  const at = P.start(parser);
  P.advance(parser);
  const range = P.rangeFrom(parser, at);
  const text = unquotedString(parser.text.slice(range.start, range.end));
  const value: StringLiteral = { kind: "string", text, prefix: "", range };
  const qualifier = intervalQualifier(parser);
  const whole = P.rangeFrom(parser, from);
  if (text === "" && qualifier !== undefined) {
    P.failWith(parser, whole, "This interval has no value.");
  }
  return {
    kind: "interval",
    sign,
    value,
    from: qualifier?.from ?? "",
    to: qualifier?.to,
    range: whole,
  };
}

function intervalValue(parser: Parser): Expression {
  const token = P.kind(parser);
  if (token === T.LEFT_PAREN) {
    P.advance(parser);
    const value = P.enter(parser)
      ? parser.rules.expression(parser, P.ACCEPT_SUB_QUERY)
      : P.missing(parser);
    P.leave(parser);
    P.expect(parser, T.RIGHT_PAREN);
    return value;
  }
  if (token >= T.INTEGER && token <= T.APPROXIMATE_NUMBER) {
    return P.takeNumber(parser);
  }
  if (token === W.DECIMAL && P.peek(parser, 1) === T.STRING) {
    P.advance(parser);
    return P.takeNumber(parser);
  }
  if (P.atName(parser)) {
    const name = P.takeName(parser);
    return { kind: "column", name, range: name.range };
  }
  P.fail(parser, "the length of the interval fits here");
  return P.missing(parser);
}
