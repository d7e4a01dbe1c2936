import type { IntervalLiteral } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** An interval; Flink reads any expression here and refuses all but an interval. */
export function intervalOrError(parser: Parser): IntervalLiteral | undefined {
  const found = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
  if (found.kind === "interval" && found.value.kind === "string") {
    return found;
  }
  if (parser.error === undefined) {
    P.failAtLast(parser, "This has to be an interval, such as `INTERVAL '1' DAY`.");
  }
  return undefined;
}

/** `= FULL`, `= CONTINUOUS` */
export function refreshModeValue(parser: Parser): "FULL" | "CONTINUOUS" | undefined {
  P.expect(parser, T.EQUAL);
  if (P.accept(parser, W.FULL)) {
    return "FULL";
  }
  return P.expect(parser, W.CONTINUOUS) ? "CONTINUOUS" : undefined;
}
