import type {
  Expression,
  FromItem,
  Identifier,
  MatchRecognize,
  Pattern,
  SelectItem,
} from "./ast.ts";
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

function patternClause(parser: Parser): Pattern | undefined {
  P.expect(parser, W.PATTERN);
  P.expect(parser, T.LEFT_PAREN);
  P.accept(parser, T.CARET);
  const result = patternExpression(parser);
  P.accept(parser, T.DOLLAR);
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

function patternExpression(parser: Parser): Pattern | undefined {
  if (!P.enter(parser)) {
    P.leave(parser);
    return undefined;
  }
  const from = P.start(parser);
  const alternatives: (Pattern | undefined)[] = [];
  do {
    const start = P.start(parser);
    const parts: (Pattern | undefined)[] = [];
    do {
      parts.push(...patternFactor(parser));
    } while (beginsPattern(parser));
    alternatives.push(several(parser, "sequence", parts, start));
  } while (P.accept(parser, T.BAR));
  P.leave(parser);
  return several(parser, "alternatives", alternatives, from);
}

/** The parts as one; one alone is itself. */
function several(
  parser: Parser,
  kind: "sequence" | "alternatives",
  parts: readonly (Pattern | undefined)[],
  from: number,
): Pattern | undefined {
  const written = parts.filter((it) => it !== undefined);
  return written.length < 2
    ? written[0]
    : { kind, parts: written, range: P.rangeFrom(parser, from) };
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

/** A primary with its quantifier. `a {- b -}` are two. */
function patternFactor(parser: Parser): readonly (Pattern | undefined)[] {
  const from = P.start(parser);
  const part = patternPrimary(parser);
  const token = P.kind(parser);
  let times: Times | undefined;
  if (token === T.STAR || token === T.PLUS || token === T.QUESTION) {
    P.advance(parser);
    times = { from: token === T.PLUS ? 1 : 0, to: token === T.QUESTION ? 1 : undefined };
  } else if (token === T.LEFT_BRACE) {
    const start = P.start(parser);
    P.advance(parser);
    if (P.accept(parser, T.MINUS_SIGN)) {
      const excluded = exclusion(parser, start);
      P.accept(parser, T.QUESTION);
      return [part, excluded];
    }
    times = repetition(parser);
  } else {
    return [part];
  }
  const reluctant = P.accept(parser, T.QUESTION);
  return [
    part && { kind: "repeated", part, ...times, reluctant, range: P.rangeFrom(parser, from) },
  ];
}

interface Times {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** `2,3}`, `,3}`, `3}`, `2,}` */
function repetition(parser: Parser): Times {
  let times: Times;
  if (P.accept(parser, T.COMMA)) {
    times = { from: undefined, to: count(parser) };
  } else {
    const from = count(parser);
    const open = P.accept(parser, T.COMMA);
    const to = open && P.kind(parser) !== T.RIGHT_BRACE ? count(parser) : undefined;
    times = { from, to: open ? to : from };
  }
  P.expect(parser, T.RIGHT_BRACE);
  return times;
}

/** A number; none where the text has a hole for it. */
function count(parser: Parser): number {
  const text = unsignedNumber(parser)?.text ?? "";
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function exclusion(parser: Parser, from: number): Pattern {
  const part = patternExpression(parser);
  P.expect(parser, T.MINUS_SIGN);
  P.expect(parser, T.RIGHT_BRACE);
  const parts = part === undefined ? [] : [part];
  return { kind: "excluded", parts, range: P.rangeFrom(parser, from) };
}

function patternPrimary(parser: Parser): Pattern | undefined {
  const from = P.start(parser);
  if (P.accept(parser, T.LEFT_PAREN)) {
    const inner = patternExpression(parser);
    P.expect(parser, T.RIGHT_PAREN);
    return inner;
  }
  if (P.accept(parser, T.LEFT_BRACE)) {
    P.expect(parser, T.MINUS_SIGN);
    return exclusion(parser, from);
  }
  if (P.accept(parser, W.PERMUTE)) {
    const parts: (Pattern | undefined)[] = [];
    P.expect(parser, T.LEFT_PAREN);
    do {
      parts.push(patternExpression(parser));
    } while (P.accept(parser, T.COMMA));
    P.expect(parser, T.RIGHT_PAREN);
    const written = parts.filter((it) => it !== undefined);
    return { kind: "permuted", parts: written, range: P.rangeFrom(parser, from) };
  }
  const name = P.identifier(parser);
  return name && { kind: "variable", name, range: name.range };
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
