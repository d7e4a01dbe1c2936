import type { Expression } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** `(1, DEFAULT)`, `ROW(1, 2)`, `1` */
export function rowConstructor(parser: Parser): Expression {
  const from = P.start(parser);
  if (
    P.kind(parser) === T.LEFT_PAREN &&
    P.peek(parser, 1) === W.ROW &&
    P.peek(parser, 2) === T.LEFT_PAREN
  ) {
    // Flink takes `(ROW(1, 2), 3)` for a row in parentheses, too, and refuses the comma.
    parser.index += 2;
    const row = rowValues(parser, from, true);
    P.expect(parser, T.RIGHT_PAREN);
    return row;
  }
  if (P.kind(parser) === W.ROW && P.peek(parser, 1) === T.LEFT_PAREN) {
    P.advance(parser);
    return rowValues(parser, from, true);
  }
  return P.kind(parser) === T.LEFT_PAREN
    ? rowValues(parser, from, false)
    : parser.rules.expression(parser, P.ACCEPT_NON_CURSOR);
}

/** Calcite's `ParenthesizedQueryOrCommaListWithDefault`. */
function rowValues(parser: Parser, from: number, explicit: boolean): Expression {
  const result: Expression[] = [];
  P.expect(parser, T.LEFT_PAREN);
  const first =
    P.kind(parser) === W.DEFAULT
      ? defaultValue(parser)
      : P.asExpression(parser.rules.orderedQueryOrExpression(parser, P.ACCEPT_NON_CURSOR));
  result.push(first);
  while (P.accept(parser, T.COMMA)) {
    result.push(
      P.kind(parser) === W.DEFAULT
        ? defaultValue(parser)
        : parser.rules.expression(parser, P.ACCEPT_NON_CURSOR),
    );
  }
  P.expect(parser, T.RIGHT_PAREN);
  return { kind: "row", explicit, values: result, range: P.rangeFrom(parser, from) };
}

function defaultValue(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  return { kind: "default", range: P.rangeFrom(parser, from) };
}

/** The values of a row; an expression without parentheses is a row of one. */
export function rowValuesOf(row: Expression): readonly Expression[] {
  return row.kind === "row" ? row.values : [row];
}
