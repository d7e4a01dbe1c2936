import { isNumber, isString } from "./literals.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** Words that are functions though reserved: `COUNT(...)`. */
export const reservedFunctions: ReadonlySet<number> = new Set([
  W.ABS,
  W.AVG,
  W.CARDINALITY,
  W.CEILING,
  W.CHAR,
  W.CHAR_LENGTH,
  W.CHARACTER_LENGTH,
  W.COALESCE,
  W.COLLECT,
  W.COVAR_POP,
  W.COVAR_SAMP,
  W.CUME_DIST,
  W.COUNT,
  W.CURRENT_DATE,
  W.CURRENT_TIME,
  W.CURRENT_TIMESTAMP,
  W.DENSE_RANK,
  W.ELEMENT,
  W.EVERY,
  W.EXP,
  W.FIRST_VALUE,
  W.FLOOR,
  W.FUSION,
  W.INTERSECTION,
  W.GROUPING,
  W.HOUR,
  W.LAG,
  W.LEAD,
  W.LEFT,
  W.LAST_VALUE,
  W.LN,
  W.LOCALTIME,
  W.LOCALTIMESTAMP,
  W.LOWER,
  W.MAX,
  W.MIN,
  W.MINUTE,
  W.MOD,
  W.MONTH,
  W.NTH_VALUE,
  W.NTILE,
  W.NULLIF,
  W.OCTET_LENGTH,
  W.PERCENTILE_CONT,
  W.PERCENTILE_DISC,
  W.PERCENT_RANK,
  W.POWER,
  W.RANK,
  W.REGR_COUNT,
  W.REGR_SXX,
  W.REGR_SYY,
  W.RIGHT,
  W.ROW_NUMBER,
  W.SECOND,
  W.SOME,
  W.SQRT,
  W.STDDEV_POP,
  W.STDDEV_SAMP,
  W.SUM,
  W.UPPER,
  W.TRUNCATE,
  W.USER,
  W.VAR_POP,
  W.VAR_SAMP,
  W.YEAR,
]);

/** Words that stand for a value without parentheses. */
export const contextVariables: ReadonlySet<number> = new Set([
  W.CURRENT_CATALOG,
  W.CURRENT_DATE,
  W.CURRENT_DEFAULT_TRANSFORM_GROUP,
  W.CURRENT_PATH,
  W.CURRENT_ROLE,
  W.CURRENT_SCHEMA,
  W.CURRENT_TIME,
  W.CURRENT_TIMESTAMP,
  W.CURRENT_USER,
  W.LOCALTIME,
  W.LOCALTIMESTAMP,
  W.SESSION_USER,
  W.SYSTEM_USER,
  W.USER,
]);

/** Reserved words with a form of their own behind `(`. */
const specialFunctions: readonly number[] = [
  W.CAST,
  W.SAFE_CAST,
  W.TRY_CAST,
  W.EXTRACT,
  W.POSITION,
  W.CONVERT,
  W.TRANSLATE,
  W.OVERLAY,
  W.FLOOR,
  W.CEIL,
  W.CEILING,
  W.SUBSTRING,
  W.TRIM,
  W.CONTAINS_SUBSTR,
  W.DATE_TRUNC,
  W.DATETIME_TRUNC,
  W.TIMESTAMP_DIFF,
  W.TIMESTAMP_TRUNC,
  W.TIME_DIFF,
  W.TIME_TRUNC,
  W.CLASSIFIER,
  W.MATCH_NUMBER,
  W.PREV,
  W.JSON_EXISTS,
  W.JSON_VALUE,
  W.JSON_QUERY,
  W.JSON_OBJECT,
  W.JSON_OBJECTAGG,
  W.JSON_ARRAY,
  W.JSON_ARRAYAGG,
  W.PERIOD,
  W.ARRAY_CONCAT_AGG,
  W.GROUP_CONCAT,
  W.STRING_AGG,
];

const NOWHERE = 0;
const ALONE = 1;
const BEFORE_PAREN = 2;
const SPECIAL = 3;
const OTHER = 4;

/** How an operand can begin, by kind of token: what must follow decides the rest. */
const beginnings = new Uint8Array(T.FIRST_WORD + 1024);
for (const word of [...specialFunctions, ...reservedFunctions]) {
  beginnings[word] = BEFORE_PAREN;
}
for (const word of [...contextVariables, W.TRUE, W.FALSE, W.UNKNOWN, W.NULL, W.CASE]) {
  beginnings[word] = ALONE;
}
for (const token of [
  T.STRING,
  T.PREFIXED_STRING,
  T.UNICODE_STRING,
  T.C_STRING,
  T.BINARY_STRING,
  T.INTEGER,
  T.DECIMAL_NUMBER,
  T.APPROXIMATE_NUMBER,
  T.QUESTION,
  T.FUNCTION_BRACE,
]) {
  beginnings[token] = ALONE;
}
for (const token of [
  W.INTERVAL,
  W.DATE,
  W.TIME,
  W.DATETIME,
  W.TIMESTAMP,
  W.DECIMAL,
  W.MULTISET,
  W.ARRAY,
  W.SPECIFIC,
  W.NEW,
  W.CURRENT,
  W.NEXT,
  W.RUNNING,
  T.DATE_BRACE,
  T.TIME_BRACE,
  T.TIMESTAMP_BRACE,
]) {
  beginnings[token] = SPECIAL;
}
for (const token of [
  T.LEFT_PAREN,
  W.ROW,
  W.CURSOR,
  T.PLUS,
  T.MINUS_SIGN,
  W.NOT,
  W.EXISTS,
  W.UNIQUE,
]) {
  beginnings[token] = OTHER;
}

/** Whether an expression can begin with the token, with one token of look-ahead. */
export function beginsExpression(parser: Parser, token: number): boolean {
  return (beginnings[token] ?? NOWHERE) !== NOWHERE || P.isName(parser, token);
}

export function beginsQuery(token: number): boolean {
  return token === W.SELECT || token === W.VALUES || token === W.VALUE || token === W.TABLE;
}

/** Whether a query or an expression can begin with the token. */
export function beginsQueryOrExpression(parser: Parser, token: number): boolean {
  return token === W.WITH || beginsQuery(token) || beginsExpression(parser, token);
}

function isPrefixOperator(token: number): boolean {
  return (
    token === T.MINUS_SIGN ||
    token === T.PLUS ||
    token === W.NOT ||
    token === W.EXISTS ||
    token === W.UNIQUE
  );
}

/**
 * Whether an operand without parentheses stands so many tokens ahead. Flink decides it by two tokens
 * (`LOOKAHEAD(2) AtomicRowExpression()`), and points to the first where it is none.
 */
export function beginsAtom(parser: Parser, distance: number): boolean {
  const token = P.peek(parser, distance);
  const state = beginnings[token] ?? NOWHERE;
  if (state === ALONE || P.isName(parser, token)) {
    return true;
  }
  if (state === BEFORE_PAREN) {
    return P.peek(parser, distance + 1) === T.LEFT_PAREN;
  }
  return state === SPECIAL && secondFits(parser, token, P.peek(parser, distance + 1));
}

function secondFits(parser: Parser, token: number, second: number): boolean {
  switch (token) {
    case W.INTERVAL:
      return (
        second === T.STRING ||
        second === T.PLUS ||
        second === T.MINUS_SIGN ||
        second === T.LEFT_PAREN ||
        second === W.DECIMAL ||
        isNumber(second) ||
        P.isName(parser, second)
      );
    case W.DATE:
    case W.TIME:
    case W.DATETIME:
      return second === T.STRING || second === T.LEFT_PAREN;
    case W.TIMESTAMP:
      return second === T.STRING || second === T.LEFT_PAREN || second === W.WITH;
    case W.MULTISET:
    case W.ARRAY:
      return second === T.LEFT_PAREN || second === T.LEFT_BRACKET;
    case W.SPECIFIC:
      return P.isName(parser, second) || reservedFunctions.has(second);
    case W.NEW:
      return P.isName(parser, second);
    case W.CURRENT:
      return second === W.VALUE;
    case W.NEXT:
      return second === W.VALUE || second === T.LEFT_PAREN;
    case W.RUNNING:
      return beginsExpression(parser, second) && !isPrefixOperator(second);
    default:
      return isString(second) && second === T.STRING;
  }
}

/** Whether an operand, with what may stand before it, begins so many tokens ahead, by two tokens. */
export function beginsOperand(parser: Parser, distance: number): boolean {
  const token = P.peek(parser, distance);
  const second = P.peek(parser, distance + 1);
  if (isPrefixOperator(token)) {
    return beginsExpression(parser, second);
  }
  if (token === T.LEFT_PAREN) {
    return beginsQueryOrExpression(parser, second);
  }
  if (token === W.ROW) {
    return second === T.LEFT_PAREN;
  }
  return token === W.CURSOR ? beginsExpression(parser, second) : beginsAtom(parser, distance);
}
