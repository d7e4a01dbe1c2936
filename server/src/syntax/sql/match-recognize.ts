import type { Expression, FromItem, Identifier, MatchRecognize, SelectItem } from "./ast.ts";
import { intervalLiteral } from "./interval.ts";
import { unsignedNumber } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** `t MATCH_RECOGNIZE (PARTITION BY ... PATTERN (...) DEFINE ...)`; the current token is MATCH_RECOGNIZE. */
export function matchRecognize(parser: Parser, input: FromItem): MatchRecognize {
  const { rules } = parser;
  P.advance(parser);
  P.expect(parser, T.LEFT_PAREN);
  let partitionBy: readonly Expression[] = [];
  if (P.accept(parser, W.PARTITION)) {
    P.expect(parser, W.BY);
    partitionBy = rules.expressions(parser, P.ACCEPT_NON_QUERY);
  }
  const orderBy = P.kind(parser) === W.ORDER ? rules.orderBy(parser) : [];
  const measures = P.accept(parser, W.MEASURES) ? measureList(parser) : [];
  const rows = rowsPerMatch(parser);
  const afterMatch = P.accept(parser, W.AFTER) ? skipTarget(parser) : undefined;
  const pattern = patternClause(parser);
  const within = P.accept(parser, W.WITHIN) ? intervalLiteral(parser) : undefined;
  const subsets = P.accept(parser, W.SUBSET) ? subsetList(parser) : [];
  P.expect(parser, W.DEFINE);
  const define = definitions(parser);
  P.expect(parser, T.RIGHT_PAREN);
  return {
    kind: "matchRecognize",
    input,
    partitionBy,
    orderBy,
    measures,
    rowsPerMatch: rows,
    afterMatch,
    pattern,
    within,
    subsets,
    define,
    alias: undefined,
    range: P.rangeFrom(parser, input.range.start),
  };
}

function measureList(parser: Parser): readonly SelectItem[] {
  const result: SelectItem[] = [];
  do {
    const from = P.start(parser);
    const expression = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
    P.expect(parser, W.AS);
    const alias = P.identifier(parser);
    result.push({ expression, alias, range: P.rangeFrom(parser, from) });
  } while (P.accept(parser, T.COMMA));
  return result;
}

function rowsPerMatch(parser: Parser): "ONE" | "ALL" | undefined {
  const isOne = P.accept(parser, W.ONE);
  if (!isOne && !P.accept(parser, W.ALL)) {
    return undefined;
  }
  P.expect(parser, isOne ? W.ROW : W.ROWS);
  P.expect(parser, W.PER);
  P.expect(parser, W.MATCH);
  return isOne ? "ONE" : "ALL";
}

/** `MATCH SKIP TO LAST a`, `MATCH SKIP PAST LAST ROW`: the variable that is skipped to, if one is named. */
function skipTarget(parser: Parser): Expression | undefined {
  P.expect(parser, W.MATCH);
  P.expect(parser, W.SKIP);
  if (P.accept(parser, W.PAST)) {
    P.expect(parser, W.LAST);
    P.expect(parser, W.ROW);
    return undefined;
  }
  P.expect(parser, W.TO);
  if (P.acceptBoth(parser, W.NEXT, W.ROW)) {
    return undefined;
  }
  const word = P.kind(parser);
  if ((word === W.FIRST || word === W.LAST) && P.isName(parser, P.peek(parser, 1))) {
    P.advance(parser);
  }
  const name = P.identifier(parser);
  return name === undefined
    ? undefined
    : {
        kind: "column",
        name: { kind: "name", parts: [name], range: name.range },
        range: name.range,
      };
}

// PATTERN

function patternClause(parser: Parser): readonly Identifier[] {
  const variables: Identifier[] = [];
  P.expect(parser, W.PATTERN);
  P.expect(parser, T.LEFT_PAREN);
  P.accept(parser, T.CARET);
  patternExpression(parser, variables);
  P.accept(parser, T.DOLLAR);
  P.expect(parser, T.RIGHT_PAREN);
  return variables;
}

function patternExpression(parser: Parser, variables: Identifier[]): void {
  if (!P.enter(parser)) {
    P.leave(parser);
    return;
  }
  do {
    do {
      patternFactor(parser, variables);
    } while (beginsPattern(parser));
  } while (P.accept(parser, T.BAR));
  P.leave(parser);
}

function beginsPattern(parser: Parser): boolean {
  const token = P.kind(parser);
  return (
    P.isName(parser, token) ||
    token === T.LEFT_PAREN ||
    token === T.LEFT_BRACE ||
    token === W.PERMUTE
  );
}

function patternFactor(parser: Parser, variables: Identifier[]): void {
  patternPrimary(parser, variables);
  const token = P.kind(parser);
  if (token === T.STAR || token === T.PLUS || token === T.QUESTION) {
    P.advance(parser);
  } else if (token === T.LEFT_BRACE) {
    P.advance(parser);
    repetition(parser, variables);
  } else {
    return;
  }
  P.accept(parser, T.QUESTION);
}

/** `{2,3}`, `{,3}`, `{- a -}` */
function repetition(parser: Parser, variables: Identifier[]): void {
  if (P.accept(parser, T.MINUS_SIGN)) {
    patternExpression(parser, variables);
    P.expect(parser, T.MINUS_SIGN);
  } else if (P.accept(parser, T.COMMA)) {
    unsignedNumber(parser);
  } else {
    unsignedNumber(parser);
    if (P.accept(parser, T.COMMA) && P.kind(parser) !== T.RIGHT_BRACE) {
      unsignedNumber(parser);
    }
  }
  P.expect(parser, T.RIGHT_BRACE);
}

function patternPrimary(parser: Parser, variables: Identifier[]): void {
  if (P.accept(parser, T.LEFT_PAREN)) {
    patternExpression(parser, variables);
    P.expect(parser, T.RIGHT_PAREN);
  } else if (P.accept(parser, T.LEFT_BRACE)) {
    P.expect(parser, T.MINUS_SIGN);
    patternExpression(parser, variables);
    P.expect(parser, T.MINUS_SIGN);
    P.expect(parser, T.RIGHT_BRACE);
  } else if (P.accept(parser, W.PERMUTE)) {
    P.expect(parser, T.LEFT_PAREN);
    do {
      patternExpression(parser, variables);
    } while (P.accept(parser, T.COMMA));
    P.expect(parser, T.RIGHT_PAREN);
  } else {
    const name = P.identifier(parser);
    if (name !== undefined) {
      variables.push(name);
    }
  }
}

// SUBSET, DEFINE

function subsetList(parser: Parser): MatchRecognize["subsets"] {
  const result: MatchRecognize["subsets"][number][] = [];
  do {
    const name = P.identifier(parser);
    P.expect(parser, T.EQUAL);
    P.expect(parser, T.LEFT_PAREN);
    const members = parser.rules.expressions(parser, P.ACCEPT_NON_QUERY).flatMap(variableOf);
    P.expect(parser, T.RIGHT_PAREN);
    if (name !== undefined) {
      result.push({ name, members, range: P.rangeFrom(parser, name.range.start) });
    }
  } while (P.accept(parser, T.COMMA));
  return result;
}

function variableOf(expression: Expression): readonly Identifier[] {
  const [only] = expression.kind === "column" ? expression.name.parts : [];
  return only === undefined ? [] : [only];
}

function definitions(parser: Parser): MatchRecognize["define"] {
  const result: MatchRecognize["define"][number][] = [];
  do {
    const name = P.identifier(parser);
    P.expect(parser, W.AS);
    const condition = parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
    if (name !== undefined) {
      result.push({ name, condition, range: P.rangeFrom(parser, name.range.start) });
    }
  } while (P.accept(parser, T.COMMA));
  return result;
}
