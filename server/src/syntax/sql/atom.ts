import type { Expression, Name, Query } from "./ast.ts";
import { call, callWith, finishedCall, functionCall, newCall, specialCall } from "./functions.ts";
import { interval } from "./interval.ts";
import {
  dateTimeLiteral,
  isNumber,
  isString,
  specialLiteral,
  takeString,
  unsignedNumber,
} from "./literals.ts";
import { beginsExpression, beginsQuery, contextVariables, reservedFunctions } from "./lookahead.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V2_1, V2_2 } from "./version.ts";
import * as W from "./words.gen.ts";

/** An operand without parentheses, Calcite's `AtomicRowExpression`; the caller has looked that one stands here. */
export function atom(parser: Parser): Expression {
  const token = P.kind(parser);
  if (token === T.IDENTIFIER || token === T.QUOTED_IDENTIFIER) {
    return named(parser);
  }
  if (isNumber(token)) {
    return P.takeNumber(parser);
  }
  if (isString(token)) {
    return takeString(parser);
  }
  const special = specialCall(parser);
  return special ?? (P.isName(parser, token) ? wordOrName(parser, token) : reserved(parser, token));
}

/** A word that may also be a name. */
function wordOrName(parser: Parser, token: number): Expression {
  const second = P.peek(parser, 1);
  switch (token) {
    case W.MODEL:
      if (parser.version >= V2_1 && P.isName(parser, second)) {
        return modelArgument(parser);
      }
      break;
    case W.FINAL:
      if (second === W.FIRST || second === W.LAST) {
        return withModifier(parser);
      }
      if (beginsExpression(parser, second) && !isSign(second)) {
        return withModifier(parser);
      }
      break;
    case W.MAP:
      if (second === T.LEFT_PAREN || second === T.LEFT_BRACKET) {
        return mapConstructor(parser);
      }
      break;
  }
  return named(parser);
}

function isSign(token: number): boolean {
  return (
    token === T.PLUS ||
    token === T.MINUS_SIGN ||
    token === W.NOT ||
    token === W.EXISTS ||
    token === W.UNIQUE
  );
}

/** A column, `t.*`, or a call. */
function named(parser: Parser): Expression {
  const name = P.takeName(parser);
  const token = P.kind(parser);
  if (token === T.LEFT_PAREN) {
    return functionCall(parser, name);
  }
  if (token === T.DOT && P.peek(parser, 1) === T.STAR) {
    parser.index += 2;
    return { kind: "star", qualifier: name, range: P.rangeFrom(parser, name.range.start) };
  }
  return { kind: "column", name, range: name.range };
}

function reserved(parser: Parser, token: number): Expression {
  const from = P.start(parser);
  switch (token) {
    case T.QUESTION:
      P.advance(parser);
      return { kind: "parameter", range: P.rangeFrom(parser, from) };
    case W.INTERVAL:
      return interval(parser);
    case W.DECIMAL:
      return unsignedNumber(parser) ?? P.missing(parser);
    case W.DATE:
    case W.TIME:
    case W.DATETIME:
    case W.TIMESTAMP:
      return P.peek(parser, 1) === T.LEFT_PAREN ? wordCall(parser) : dateTime(parser);
    case T.DATE_BRACE:
    case T.TIME_BRACE:
    case T.TIMESTAMP_BRACE:
      return dateTime(parser);
    case W.MULTISET:
      return multiset(parser);
    case W.ARRAY:
      return arrayConstructor(parser);
    case W.CASE:
      return caseExpression(parser);
    case W.RUNNING:
      return withModifier(parser);
    case W.NEW:
      return newCall(parser);
    case W.NEXT:
    case W.CURRENT:
      return sequence(parser);
    case W.SPECIFIC:
      P.advance(parser);
      return P.atName(parser) ? functionCall(parser, P.takeName(parser)) : wordCall(parser);
    default:
      return specialLiteral(parser) ?? wordValue(parser, token);
  }
}

function dateTime(parser: Parser): Expression {
  return dateTimeLiteral(parser) ?? P.missing(parser);
}

/** `COUNT(...)`, `CURRENT_DATE`, `CURRENT_DATE()` */
function wordValue(parser: Parser, token: number): Expression {
  if (reservedFunctions.has(token) && P.peek(parser, 1) === T.LEFT_PAREN) {
    return wordCall(parser);
  }
  const from = P.start(parser);
  if (!contextVariables.has(token)) {
    P.fail(parser, "an expression fits here");
    return P.missing(parser);
  }
  return finishedCall(parser, from, call(wordName(parser)));
}

/** The reserved word as the name of what it calls. */
function wordName(parser: Parser): Name {
  const from = P.start(parser);
  P.advance(parser);
  const range = P.rangeFrom(parser, from);
  const text = parser.text.slice(range.start, range.end);
  return { kind: "name", parts: [{ kind: "identifier", text, quoted: false, range }], range };
}

function wordCall(parser: Parser): Expression {
  return functionCall(parser, wordName(parser));
}

function modelArgument(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  const model = P.takeName(parser);
  P.acceptBoth(parser, T.DOT, T.STAR);
  return { kind: "modelArgument", model, range: P.rangeFrom(parser, from) };
}

/** `RUNNING LAST(a)`, `FINAL SUM(a)` of MATCH_RECOGNIZE. */
function withModifier(parser: Parser): Expression {
  const from = P.start(parser);
  const name = wordName(parser);
  const operand = parser.rules.primary(parser, P.ACCEPT_NON_QUERY);
  return finishedCall(parser, from, callWith(name, [operand]));
}

function multiset(parser: Parser): Expression {
  const from = P.start(parser);
  const result = call(wordName(parser));
  if (P.accept(parser, T.LEFT_PAREN)) {
    result.arguments.push(
      P.asExpression(parser.rules.leafQueryOrExpression(parser, P.ACCEPT_QUERY)),
    );
    P.expect(parser, T.RIGHT_PAREN);
  } else if (P.expect(parser, T.LEFT_BRACKET)) {
    do {
      result.arguments.push(parser.rules.expression(parser, P.ACCEPT_NON_QUERY));
    } while (P.accept(parser, T.COMMA));
    P.expect(parser, T.RIGHT_BRACKET);
  }
  return finishedCall(parser, from, result);
}

function arrayConstructor(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  const values = elements(parser);
  return { kind: "array", values, range: P.rangeFrom(parser, from) };
}

function mapConstructor(parser: Parser): Expression {
  const from = P.start(parser);
  P.advance(parser);
  const entries = elements(parser);
  return { kind: "map", entries, range: P.rangeFrom(parser, from) };
}

/** `[a, b]`, `(query)`, `(a, b)` */
function elements(parser: Parser): readonly Expression[] | Query {
  const { rules } = parser;
  if (P.acceptBoth(parser, T.LEFT_PAREN, T.RIGHT_PAREN)) {
    return [];
  }
  if (P.kind(parser) === T.LEFT_PAREN) {
    const isQuery =
      beginsQuery(P.peek(parser, 1)) ||
      P.peek(parser, 1) === W.WITH ||
      P.peek(parser, 1) === T.LEFT_PAREN;
    if (!isQuery && parser.version < V2_2) {
      // ARRAY(1, 2) exists since Flink 2.2.
      P.advance(parser);
      P.fail(parser, "a query fits here");
    }
    return rules.queryOrExpressions(parser, P.ACCEPT_ALL);
  }
  if (!P.expect(parser, T.LEFT_BRACKET)) {
    return [];
  }
  const result =
    P.kind(parser) === T.RIGHT_BRACKET ? [] : rules.expressions(parser, P.ACCEPT_NON_QUERY);
  P.expect(parser, T.RIGHT_BRACKET);
  return result;
}

function caseExpression(parser: Parser): Expression {
  const from = P.start(parser);
  const { rules } = parser;
  P.advance(parser);
  const operand =
    P.kind(parser) === W.WHEN ? undefined : rules.expression(parser, P.ACCEPT_SUB_QUERY);
  const branches: { when: readonly Expression[]; then: Expression }[] = [];
  P.expect(parser, W.WHEN);
  do {
    const when = rules.expressions(parser, P.ACCEPT_SUB_QUERY);
    P.expect(parser, W.THEN);
    // biome-ignore lint/suspicious/noThenProperty: THEN of SQL; nobody awaits a node.
    branches.push({ when, then: rules.expression(parser, P.ACCEPT_SUB_QUERY) });
  } while (P.accept(parser, W.WHEN));
  const otherwise = P.accept(parser, W.ELSE)
    ? rules.expression(parser, P.ACCEPT_SUB_QUERY)
    : undefined;
  P.expect(parser, W.END);
  return { kind: "case", operand, branches, otherwise, range: P.rangeFrom(parser, from) };
}

/** `NEXT VALUE FOR s` */
function sequence(parser: Parser): Expression {
  const from = P.start(parser);
  const name = wordName(parser);
  P.expect(parser, W.VALUE);
  P.expect(parser, W.FOR);
  const sequenceName = P.compoundName(parser);
  const operands: Expression[] =
    sequenceName === undefined
      ? []
      : [{ kind: "column", name: sequenceName, range: sequenceName.range }];
  return finishedCall(parser, from, callWith(name, operands));
}
