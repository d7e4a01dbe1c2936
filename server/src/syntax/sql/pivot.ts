import type { FromItem, Name, Pivot, SelectItem, Unpivot } from "./ast.ts";
import { functionCall, identifierOrList } from "./functions.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { rowConstructor } from "./row.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** `PIVOT (SUM(a) AS s FOR b IN (1, 2))` */
export function pivot(parser: Parser, input: FromItem): Pivot {
  parser.index += 2;
  const aggregates: SelectItem[] = [];
  do {
    aggregates.push(aggregate(parser));
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, W.FOR);
  const axes = identifierOrList(parser).map(
    (it): Name => ({
      kind: "name",
      parts: [it],
      range: it.range,
    }),
  );
  P.expect(parser, W.IN);
  P.expect(parser, T.LEFT_PAREN);
  const values: SelectItem[] = [];
  if (P.kind(parser) !== T.RIGHT_PAREN) {
    do {
      values.push(pivotValue(parser));
    } while (P.accept(parser, T.COMMA));
  }
  P.expect(parser, T.RIGHT_PAREN);
  P.expect(parser, T.RIGHT_PAREN);
  return {
    kind: "pivot",
    input,
    aggregates,
    axes,
    values,
    alias: undefined,
    range: P.rangeFrom(parser, input.range.start),
  };
}

function aggregate(parser: Parser): SelectItem {
  const from = P.start(parser);
  P.accept(parser, W.SPECIFIC);
  const expression = callOf(parser);
  const token = P.kind(parser);
  if (token === T.COMMA || token === W.FOR) {
    return { expression, alias: undefined, range: P.rangeFrom(parser, from) };
  }
  P.accept(parser, W.AS);
  const alias = P.identifier(parser);
  return { expression, alias, range: P.rangeFrom(parser, from) };
}

function callOf(parser: Parser): SelectItem["expression"] {
  if (P.atName(parser)) {
    return functionCall(parser, P.takeName(parser));
  }
  return parser.rules.primary(parser, P.ACCEPT_SUB_QUERY);
}

function pivotValue(parser: Parser): SelectItem {
  const from = P.start(parser);
  const expression = rowConstructor(parser);
  const hasAs = P.accept(parser, W.AS);
  const alias = hasAs || P.atName(parser) ? P.identifier(parser) : undefined;
  return { expression, alias, range: P.rangeFrom(parser, from) };
}

/** `UNPIVOT INCLUDE NULLS ((a, b) FOR c IN ((x, y) AS 1))` */
export function unpivot(parser: Parser, input: FromItem): Unpivot {
  P.advance(parser);
  let includeNulls: boolean | undefined;
  if (P.kind(parser) !== T.LEFT_PAREN) {
    includeNulls = P.kind(parser) === W.INCLUDE;
    P.advance(parser);
    P.expect(parser, W.NULLS);
  }
  P.expect(parser, T.LEFT_PAREN);
  const measures = identifierOrList(parser);
  P.expect(parser, W.FOR);
  const axes = identifierOrList(parser);
  P.expect(parser, W.IN);
  P.expect(parser, T.LEFT_PAREN);
  const inputs: Unpivot["inputs"][number][] = [];
  do {
    const from = P.start(parser);
    const columns = identifierOrList(parser).map(
      (it): Name => ({
        kind: "name",
        parts: [it],
        range: it.range,
      }),
    );
    const values = P.accept(parser, W.AS) ? rowConstructor(parser) : undefined;
    inputs.push({ columns, values, range: P.rangeFrom(parser, from) });
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.RIGHT_PAREN);
  P.expect(parser, T.RIGHT_PAREN);
  return {
    kind: "unpivot",
    input,
    includeNulls,
    measures,
    axes,
    inputs,
    alias: undefined,
    range: P.rangeFrom(parser, input.range.start),
  };
}
