import type { Range } from "../../text/range.ts";
import type {
  Expression,
  Identifier,
  MissingNode,
  Name,
  NumberLiteral,
  OrderItem,
  Query,
  QueryBody,
} from "./ast.ts";
import { hintFor, imageOf } from "./messages.ts";
import { characterHint } from "./odd-character.ts";
import type { LexicalError, Tokens } from "./scanner.ts";
import { unquotedIdentifier } from "./text-of.ts";
import * as T from "./tokens.ts";
import { type FlinkVersion, type SqlError, versionIndex } from "./version.ts";
import * as W from "./words.gen.ts";
import { IS_NAME, identifierFlags } from "./words.ts";

/**
 * What a place accepts, as Calcite's `SqlAbstractParserImpl.ExprContext` names it: a query, an expression, both.
 */
export const ACCEPT_ALL = 0;
export const ACCEPT_NON_CURSOR = 1;
export const ACCEPT_QUERY = 2;
export const ACCEPT_QUERY_OR_JOIN = 3;
export const ACCEPT_NON_QUERY = 4;
export const ACCEPT_SUB_QUERY = 5;
export const ACCEPT_CURSOR = 6;
export type Context = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** An expression, or a query that stands there without parentheses. */
export type ExpressionOrQuery = Expression | QueryBody;

/** The rules that call each other in a circle; `grammar.ts` ties them together. */
export interface Rules {
  expression(parser: Parser, context: Context): Expression;
  /** Expressions with commas between. */
  expressions(parser: Parser, context: Context): readonly Expression[];
  /** An operand with nothing before it and no operator behind it. */
  primary(parser: Parser, context: Context): Expression;
  /** A query or expressions in parentheses. */
  queryOrExpressions(parser: Parser, context: Context): readonly Expression[] | Query;
  /** A query or an expression, with ORDER BY, LIMIT, OFFSET and FETCH. */
  orderedQueryOrExpression(parser: Parser, context: Context): ExpressionOrQuery;
  /** The same where only a query fits. */
  orderedQuery(parser: Parser, context: Context): ExpressionOrQuery;
  leafQueryOrExpression(parser: Parser, context: Context): ExpressionOrQuery;
  /** UNION and its like behind a query. */
  setOperations(parser: Parser, context: Context, first: ExpressionOrQuery): ExpressionOrQuery;
  orderBy(parser: Parser): readonly OrderItem[];
  orderItem(parser: Parser): OrderItem;
}

/**
 * A parse under way. It walks over the tokens and keeps the first error of a statement: from there on the current
 * token is the `;` or the end, so that every rule comes to its end by itself and returns what it has.
 */
export interface Parser {
  readonly text: string;
  readonly kinds: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly count: number;
  readonly lexicalErrors: readonly LexicalError[];
  /** Which words may be names, by kind. */
  readonly flags: Uint8Array;
  /** Place of the Flink version in the list of known ones. */
  readonly version: number;
  readonly holes: boolean;
  /** Whether commands without quotes are found only in a text that holds nothing else, as Flink finds them. */
  readonly strict: boolean;
  readonly rules: Rules;
  index: number;
  /** Where the statement begins. */
  first: number;
  depth: number;
  error: SqlError | undefined;
  errorToken: number;
  /** How many tokens may still be looked at to go on behind an error: bounded, so that time stays linear. */
  resumeBudget: number;
}

/** Of one statement. */
export const RESUME_BUDGET = 20_000;

/** How many rules may nest. Two count for each pair of parentheses, so that 600 fit, about as many as in Flink's stack. */
const DEEPEST = 1200;

/** How many operators, joins or set operations may lean on each other in one row; Flink's stack ends before that. */
const LONGEST_ROW = 4000;

/** The row that ends at the current token has this many members: too many are an error. */
export function checkRow(parser: Parser, length: number): void {
  if (length > LONGEST_ROW) {
    failAt(parser, parser.index, undefined, "This row is too long for Flink's parser.");
  }
}

export function parserOf(
  tokens: Tokens,
  options: { readonly version: FlinkVersion; readonly holes: boolean; readonly strict: boolean },
  rules: Rules,
): Parser {
  const { text, kinds, starts, ends, count, lexicalErrors } = tokens;
  const place = versionIndex(options.version);
  return {
    text,
    kinds,
    starts,
    ends,
    count,
    lexicalErrors,
    flags: identifierFlags(place),
    version: place,
    holes: options.holes,
    strict: options.strict,
    rules,
    index: 0,
    first: 0,
    depth: 0,
    error: undefined,
    errorToken: -1,
    resumeBudget: RESUME_BUDGET,
  };
}

export function kind(parser: Parser): number {
  return parser.kinds[parser.index] ?? T.EOF;
}

/** The kind of the token so many behind the current one. */
export function peek(parser: Parser, distance: number): number {
  return parser.kinds[parser.index + distance] ?? T.EOF;
}

export function start(parser: Parser): number {
  return parser.starts[parser.index] ?? parser.text.length;
}

/** The end of the current token. */
export function end(parser: Parser): number {
  return parser.ends[parser.index] ?? parser.text.length;
}

/** The end of the last token taken. */
export function lastEnd(parser: Parser): number {
  return parser.index === 0 ? 0 : (parser.ends[parser.index - 1] ?? 0);
}

/** From the offset to the end of the last token taken; empty where none was taken since. */
export function rangeFrom(parser: Parser, from: number): Range {
  return { start: from, end: Math.max(from, lastEnd(parser)) };
}

export function advance(parser: Parser): void {
  parser.index++;
}

/** Takes the token if it is of the kind. */
export function accept(parser: Parser, wanted: number): boolean {
  if (parser.kinds[parser.index] === wanted) {
    parser.index++;
    return true;
  }
  return false;
}

/** Takes both tokens if both are there. */
export function acceptBoth(parser: Parser, first: number, second: number): boolean {
  if (kind(parser) === first && peek(parser, 1) === second) {
    parser.index += 2;
    return true;
  }
  return false;
}

/** Takes the token; where it is another, that is the error. */
export function expect(parser: Parser, wanted: number): boolean {
  if (accept(parser, wanted)) {
    return true;
  }
  if (skipHole(parser) && accept(parser, wanted)) {
    return true;
  }
  fail(parser, `${imageOf(wanted)} fits here`);
  return false;
}

/** Unknown text where the grammar wants something else is passed over. */
function skipHole(parser: Parser): boolean {
  if (!parser.holes || !isHoleToken(parser, parser.index)) {
    return false;
  }
  parser.index++;
  return true;
}

/** Whether a list goes on: behind a comma, or where unknown text stands that may bring one along. */
export function moreInList(parser: Parser): boolean {
  if (accept(parser, T.COMMA)) {
    return true;
  }
  // Behind an error nothing need have been taken: the list would never end.
  if (!parser.holes || parser.error !== undefined) {
    return false;
  }
  const isBehind = parser.index > 0 && isHoleToken(parser, parser.index - 1);
  return isHoleToken(parser, parser.index) || (isBehind && kind(parser) !== T.RIGHT_PAREN);
}

/** Whether the token is nothing but one run-time value. */
export function isHoleToken(parser: Parser, index: number): boolean {
  const from = parser.starts[index] ?? 0;
  const code = parser.text.charCodeAt(from);
  return (
    parser.kinds[index] === T.IDENTIFIER &&
    (parser.ends[index] ?? 0) === from + 1 &&
    code >= 0xe000 &&
    code <= 0xf8ff
  );
}

/** The current token cannot be taken. */
export function fail(parser: Parser, fitting: string): void {
  failAt(parser, parser.index, fitting);
}

/** The last token taken is the error, as where a rule is checked after it was read. */
export function failAtLast(parser: Parser, message: string): void {
  failAt(parser, Math.max(0, parser.index - 1), undefined, message);
}

export function failAt(
  parser: Parser,
  index: number,
  fitting: string | undefined,
  message?: string,
): void {
  if (parser.error === undefined) {
    parser.error = errorAt(parser, index, fitting, message);
    parser.errorToken = parser.index;
  }
  toStatementEnd(parser);
}

/** The bad character behind the first word of a statement, which Flink meets as it looks what the word begins. */
export function failAtSecond(parser: Parser): void {
  if (parser.kinds[parser.index + 1] === T.BAD) {
    parser.index++;
    fail(parser, "");
  }
}

/** An error that covers several tokens or none. */
export function failWith(parser: Parser, range: Range, message: string): void {
  if (parser.error === undefined) {
    parser.error = { message, range, hint: undefined };
    parser.errorToken = parser.index;
  }
  toStatementEnd(parser);
}

function errorAt(
  parser: Parser,
  index: number,
  fitting: string | undefined,
  message: string | undefined,
): SqlError {
  const at = badToken(parser, index);
  if (at >= 0 && message === undefined) {
    const lexical = parser.lexicalErrors.find((it) => it.token === at);
    if (lexical !== undefined) {
      const character = parser.text.charAt(parser.starts[at] ?? 0);
      return {
        message: lexical.message,
        range: lexical.range,
        hint: characterHint(character),
      };
    }
  }
  const range = { start: parser.starts[index] ?? 0, end: parser.ends[index] ?? 0 };
  if (message !== undefined) {
    return { message, range, hint: hintFor(parser, index, "") };
  }
  const found =
    parser.kinds[index] === T.EOF
      ? "The statement is not finished"
      : `${shown(parser.text.slice(range.start, Math.min(range.end, range.start + 60)))} cannot stand here`;
  return {
    message: fitting === undefined ? `${found}.` : `${found}: ${fitting}.`,
    range,
    hint: hintFor(parser, index, fitting ?? ""),
  };
}

/**
 * Where Flink looks two tokens ahead, it meets a bad character before it judges the token in front.
 * It does so behind operators, commas and the words that begin a join.
 */
function badToken(parser: Parser, index: number): number {
  if (parser.kinds[index] === T.BAD) {
    return index;
  }
  const token = parser.kinds[index] ?? T.EOF;
  const isLookedBehind =
    (token >= T.LEFT_PAREN && token <= T.CONCAT && token !== T.DOT && token !== T.SEMICOLON) ||
    token === W.AND ||
    token === W.OR ||
    token === W.NOT ||
    token === W.IN ||
    token === W.LIKE ||
    token === W.BETWEEN ||
    token === W.IS ||
    token === W.JOIN;
  return isLookedBehind && parser.kinds[index + 1] === T.BAD ? index + 1 : -1;
}

function shown(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? "";
  return `\`${line.length > 40 ? `${line.slice(0, 40)}...` : line}\``;
}

/** Leaves all up to the `;` unread. */
export function toStatementEnd(parser: Parser): void {
  while (parser.index < parser.count - 1 && parser.kinds[parser.index] !== T.SEMICOLON) {
    parser.index++;
  }
}

/** Whether nothing of the statement is left; unknown text behind it is passed over. */
export function atStatementEnd(parser: Parser): boolean {
  while (skipHole(parser)) {
    // A run-time value may bring any text.
  }
  const token = kind(parser);
  return token === T.SEMICOLON || token === T.EOF;
}

/** Takes all tokens before the offset. */
export function toEnd(parser: Parser, offset: number): void {
  while (parser.index < parser.count - 1 && (parser.starts[parser.index] ?? 0) < offset) {
    parser.index++;
  }
}

/**
 * After an error inside a part, goes on at the next of the words on the same level of parentheses, so that what
 * stands behind a half-typed part is still read. False where none follows.
 */
export function resume(parser: Parser, from: number, wanted: ReadonlySet<number>): boolean {
  const end = parser.index;
  if (parser.error === undefined || parser.errorToken < from || parser.resumeBudget < 0) {
    return false;
  }
  let depth = 0;
  for (let index = from; index < end && parser.resumeBudget >= 0; index++) {
    parser.resumeBudget--;
    const found = parser.kinds[index] ?? T.EOF;
    if (index >= parser.errorToken && depth <= 0 && wanted.has(found)) {
      parser.index = index;
      parser.errorToken = Number.MAX_SAFE_INTEGER;
      return true;
    }
    if (found === T.LEFT_PAREN) {
      depth++;
    } else if (found === T.RIGHT_PAREN) {
      depth--;
      if (depth < 0) {
        return false;
      }
    }
  }
  return false;
}

/** Enters a nested rule; where the nesting is too deep for Flink too, that is the error. */
export function enter(parser: Parser): boolean {
  parser.depth++;
  if (parser.depth > DEEPEST) {
    failAt(parser, parser.index, undefined, "This is nested too deep for Flink's parser.");
    return false;
  }
  return true;
}

export function leave(parser: Parser): void {
  parser.depth--;
}

export function missing(parser: Parser): MissingNode {
  const at = lastEnd(parser);
  return { kind: "missing", range: { start: at, end: at } };
}

/** Nothing of a kind is written: one list for all nodes, of which most have several such. */
export const none: readonly never[] = [];

// Names

export function isName(parser: Parser, token: number): boolean {
  return ((parser.flags[token] ?? 0) & IS_NAME) !== 0;
}

export function atName(parser: Parser): boolean {
  return isName(parser, kind(parser));
}

/** A name of one part; where none stands here, that is the error. */
export function identifier(parser: Parser): Identifier | undefined {
  if (!atName(parser)) {
    fail(parser, "a name fits here");
    return undefined;
  }
  return takeIdentifier(parser);
}

/** The current token, which is known to be a name. */
export function takeIdentifier(parser: Parser): Identifier {
  const from = start(parser);
  const end = parser.ends[parser.index] ?? from;
  const token = kind(parser);
  parser.index++;
  const image = parser.text.slice(from, end);
  if (token !== T.QUOTED_IDENTIFIER && token !== T.UNICODE_IDENTIFIER) {
    checkLength(parser, image);
    return { kind: "identifier", text: image, quoted: false, range: { start: from, end } };
  }
  const text = unquotedIdentifier(image);
  checkLength(parser, text);
  return { kind: "identifier", text, quoted: true, range: { start: from, end } };
}

function checkLength(parser: Parser, text: string): void {
  if (text.length > 256) {
    failAtLast(parser, "This name is longer than 256 characters.");
  }
}

/** `a.b.c`; where no name stands here, that is the error. */
export function compoundName(parser: Parser): Name | undefined {
  if (!atName(parser)) {
    fail(parser, "a name fits here");
    return undefined;
  }
  return takeName(parser);
}

/** `a.b.c`, or `a.*`, which Flink's grammar takes wherever it takes a compound name. */
export function compoundNameOrStar(parser: Parser): Name | undefined {
  const result = compoundName(parser);
  if (result !== undefined) {
    acceptBoth(parser, T.DOT, T.STAR);
  }
  return result;
}

export function takeName(parser: Parser): Name {
  const first = takeIdentifier(parser);
  if (kind(parser) !== T.DOT) {
    return { kind: "name", parts: [first], range: first.range };
  }
  const parts = isName(parser, peek(parser, 1)) ? [first, takeNextPart(parser)] : [first];
  while (kind(parser) === T.DOT && isName(parser, peek(parser, 1))) {
    parts.push(takeNextPart(parser));
  }
  return { kind: "name", parts, range: rangeFrom(parser, first.range.start) };
}

function takeNextPart(parser: Parser): Identifier {
  parser.index++;
  return takeIdentifier(parser);
}

/** `(a, b)` */
export function parenthesizedIdentifiers(parser: Parser): readonly Identifier[] {
  const result: Identifier[] = [];
  if (!expect(parser, T.LEFT_PAREN)) {
    return result;
  }
  do {
    const name = identifier(parser);
    if (name !== undefined) {
      result.push(name);
    }
  } while (accept(parser, T.COMMA));
  expect(parser, T.RIGHT_PAREN);
  return result;
}

/** A number without sign, as the token is written. */
export function takeNumber(parser: Parser): NumberLiteral {
  const from = start(parser);
  const end = parser.ends[parser.index] ?? from;
  parser.index++;
  return { kind: "number", text: parser.text.slice(from, end), range: { start: from, end } };
}

/** A whole number without sign that fits into an int. */
export function unsignedInteger(parser: Parser): NumberLiteral | undefined {
  if (kind(parser) !== T.INTEGER && !(parser.holes && isHoleToken(parser, parser.index))) {
    fail(parser, "a whole number fits here");
    return undefined;
  }
  const result = takeNumber(parser);
  if (Number(result.text) > 2147483647) {
    failAtLast(parser, "This number does not fit into an INT.");
  }
  return result;
}

/** A field of something that is not a plain name. */
export function fieldOf(parser: Parser, object: Expression, field: Identifier): Expression {
  return { kind: "field", object, field, range: rangeFrom(parser, object.range.start) };
}

/** What the inside of parentheses accepts: there a query is a sub-query. */
export function insideParentheses(context: Context): Context {
  if (context === ACCEPT_SUB_QUERY) {
    return ACCEPT_NON_CURSOR;
  }
  return context === ACCEPT_CURSOR ? ACCEPT_ALL : context;
}

/** The query, its body wrapped where it is only one; undefined for an expression. */
export function asQuery(found: ExpressionOrQuery): Query | undefined {
  switch (found.kind) {
    case "query":
      return found;
    case "subquery":
      return found.query;
    case "select":
    case "setOperation":
    case "values":
    case "explicitTable":
      return {
        kind: "query",
        with: undefined,
        body: found,
        orderBy: none,
        offset: undefined,
        limit: undefined,
        range: found.range,
      };
    default:
      return undefined;
  }
}

export function isQuery(found: ExpressionOrQuery): boolean {
  switch (found.kind) {
    case "query":
    case "subquery":
    case "select":
    case "setOperation":
    case "values":
    case "explicitTable":
      return true;
    default:
      return false;
  }
}

/** The same as an expression: a query becomes a sub-query. */
export function asExpression(found: ExpressionOrQuery): Expression {
  switch (found.kind) {
    case "query":
      return { kind: "subquery", query: found, range: found.range };
    case "select":
    case "setOperation":
    case "values":
    case "explicitTable": {
      const query = asQuery(found);
      return query === undefined
        ? { kind: "missing", range: found.range }
        : { kind: "subquery", query, range: found.range };
    }
    default:
      return found;
  }
}

const NON_QUERY = "an expression stands where Flink takes only a query";
const QUERY = "a query cannot stand here without parentheses";

/** Calcite checks what a place accepts after it has read it, and points to the last token it took. */
export function checkNonQuery(parser: Parser, context: Context): void {
  if (context !== ACCEPT_QUERY || parser.error !== undefined) {
    return;
  }
  const isFirst = parser.index - 1 === parser.first && isName(parser, peek(parser, -1));
  const word = parser.text.slice(parser.starts[parser.first], parser.ends[parser.first]);
  failAtLast(
    parser,
    isFirst ? `No statement begins with ${shown(word)}.` : `${upperFirst(NON_QUERY)}.`,
  );
}

export function checkQuery(parser: Parser, context: Context): void {
  if (context >= ACCEPT_NON_QUERY && parser.error === undefined) {
    failAtLast(parser, `${upperFirst(QUERY)}.`);
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
