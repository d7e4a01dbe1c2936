import type {
  Expression,
  OrderItem,
  WindowBound,
  WindowFrame,
  WindowSpecification,
} from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** `(PARTITION BY a ORDER BY b ROWS BETWEEN ... AND ...)` */
export function windowSpecification(parser: Parser): WindowSpecification {
  const from = P.start(parser);
  const { rules } = parser;
  P.expect(parser, T.LEFT_PAREN);
  const base = P.atName(parser) ? P.takeIdentifier(parser) : undefined;
  let partitionBy: readonly Expression[] = [];
  if (P.accept(parser, W.PARTITION)) {
    P.expect(parser, W.BY);
    partitionBy = rules.expressions(parser, P.ACCEPT_NON_QUERY);
  }
  const orderBy: readonly OrderItem[] = P.kind(parser) === W.ORDER ? rules.orderBy(parser) : [];
  const frame = windowFrame(parser);
  if (P.accept(parser, W.ALLOW) || P.accept(parser, W.DISALLOW)) {
    P.expect(parser, W.PARTIAL);
  }
  P.expect(parser, T.RIGHT_PAREN);
  return { kind: "window", base, partitionBy, orderBy, frame, range: P.rangeFrom(parser, from) };
}

function windowFrame(parser: Parser): WindowFrame | undefined {
  const token = P.kind(parser);
  if (token !== W.ROWS && token !== W.RANGE) {
    return undefined;
  }
  const from = P.start(parser);
  const unit = token === W.ROWS ? "ROWS" : "RANGE";
  P.advance(parser);
  if (!P.accept(parser, W.BETWEEN)) {
    const start = windowBound(parser);
    return { unit, start, end: undefined, range: P.rangeFrom(parser, from) };
  }
  const start = windowBound(parser);
  P.expect(parser, W.AND);
  const end = windowBound(parser);
  return { unit, start, end, range: P.rangeFrom(parser, from) };
}

function windowBound(parser: Parser): WindowBound {
  const from = P.start(parser);
  const second = P.peek(parser, 1);
  if (P.acceptBoth(parser, W.CURRENT, W.ROW)) {
    return { kind: "CURRENT ROW", range: P.rangeFrom(parser, from) };
  }
  if (P.kind(parser) === W.UNBOUNDED && (second === W.PRECEDING || second === W.FOLLOWING)) {
    parser.index += 2;
    const kind = second === W.PRECEDING ? "UNBOUNDED PRECEDING" : "UNBOUNDED FOLLOWING";
    return { kind, range: P.rangeFrom(parser, from) };
  }
  const value = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
  const isPreceding = P.accept(parser, W.PRECEDING);
  if (!isPreceding) {
    P.expect(parser, W.FOLLOWING);
  }
  return {
    kind: isPreceding ? "PRECEDING" : "FOLLOWING",
    value,
    range: P.rangeFrom(parser, from),
  };
}
