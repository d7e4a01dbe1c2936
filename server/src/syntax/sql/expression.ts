import type { Expression, Query } from "./ast.ts";
import { atom } from "./atom.ts";
import { jsonRepresentation, methodCall } from "./functions.ts";
import { intervalQualifier, isIntervalUnit } from "./interval.ts";
import { beginsAtom, beginsExpression, beginsOperand } from "./lookahead.ts";
import { applyOperator, balanced, type Operator } from "./operators.ts";
import type { Context, ExpressionOrQuery, Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import { V2_2 } from "./version.ts";
import * as W from "./words.gen.ts";

/** Operands and operators that are not joined yet. */
interface Pending {
  readonly operands: Expression[];
  readonly operators: Operator[];
  /** How many BETWEEN wait for their AND. */
  open: number;
  likes: number;
  joined: number;
  steps: number;
}

/**
 * An expression. Like Calcite's `Expression2`, the grammar takes operands and operators in one flat row; which binds
 * first is settled by precedence. So no nesting of operators can overflow the stack.
 */
export function expression(parser: Parser, context: Context): Expression {
  const first = P.kind(parser);
  // Most expressions are one operand: nothing is collected for them.
  if (
    !(
      first === T.MINUS_SIGN ||
      first === T.PLUS ||
      first === W.NOT ||
      first === W.EXISTS ||
      first === W.UNIQUE
    )
  ) {
    if (!P.enter(parser)) {
      P.leave(parser);
      return P.missing(parser);
    }
    const operand = extended(parser, primary(parser, context));
    const result = continues(P.kind(parser))
      ? rest(parser, context, {
          operands: [operand],
          operators: [],
          open: 0,
          likes: 0,
          joined: 0,
          steps: 0,
        })
      : operand;
    P.leave(parser);
    return result;
  }
  if (!P.enter(parser)) {
    P.leave(parser);
    return P.missing(parser);
  }
  const pending: Pending = { operands: [], operators: [], open: 0, likes: 0, joined: 0, steps: 0 };
  operand(parser, context, pending);
  const result = rest(parser, context, pending);
  P.leave(parser);
  return result;
}

/** Rows of operators up to this length keep the tree as it is. */
const SHORT_ROW = 500;

/** Whether the token may go on with an expression; a quick look before `rest` looks closely. */
const continuations = new Uint8Array(T.FIRST_WORD + 1024);
for (const token of [
  T.EQUAL,
  T.GREATER,
  T.LESS,
  T.LESS_EQUAL,
  T.GREATER_EQUAL,
  T.NOT_EQUAL,
  T.BANG_EQUAL,
  T.PLUS,
  T.MINUS_SIGN,
  T.STAR,
  T.SLASH,
  T.PERCENT_SIGN,
  T.CONCAT,
  T.LEFT_BRACKET,
  W.AND,
  W.OR,
  W.IS,
  W.MEMBER,
  W.SUBMULTISET,
  W.CONTAINS,
  W.OVERLAPS,
  W.EQUALS,
  W.PRECEDES,
  W.SUCCEEDS,
  W.IMMEDIATELY,
  W.MULTISET,
  W.IN,
  W.NOT,
  W.BETWEEN,
  W.LIKE,
  W.ILIKE,
  W.RLIKE,
  W.SIMILAR,
  W.FORMAT,
]) {
  continuations[token] = 1;
}

function continues(token: number): boolean {
  return continuations[token] === 1;
}

function operand(parser: Parser, context: Context, pending: Pending): void {
  for (;;) {
    const operator = prefixOperator(P.kind(parser), P.start(parser));
    if (operator === undefined) {
      break;
    }
    P.advance(parser);
    P.checkNonQuery(parser, context);
    pending.operators.push(operator);
    P.checkRow(parser, pending.operators.length);
  }
  pending.operands.push(extended(parser, primary(parser, context)));
}

function prefixOperator(token: number, start: number): Operator | undefined {
  switch (token) {
    case T.PLUS:
      return { kind: "prefix", text: "+", precedence: 80, start };
    case T.MINUS_SIGN:
      return { kind: "prefix", text: "-", precedence: 80, start };
    case W.NOT:
      return { kind: "prefix", text: "NOT", precedence: 26, start };
    case W.EXISTS:
      return { kind: "prefix", text: "EXISTS", precedence: 40, start };
    case W.UNIQUE:
      return { kind: "prefix", text: "UNIQUE", precedence: 40, start };
    default:
      return undefined;
  }
}

/** Calcite's `Expression3`. */
export function primary(parser: Parser, context: Context): Expression {
  if (beginsAtom(parser, 0)) {
    const result = atom(parser);
    P.checkNonQuery(parser, context);
    return result;
  }
  const token = P.kind(parser);
  const from = P.start(parser);
  if (token === W.CURSOR) {
    P.advance(parser);
    if (context !== P.ACCEPT_ALL && context !== P.ACCEPT_CURSOR) {
      P.failAtLast(parser, "CURSOR cannot stand here.");
    }
    return expression(parser, P.ACCEPT_QUERY);
  }
  const isRow = P.accept(parser, W.ROW);
  if (!isRow && token !== T.LEFT_PAREN) {
    P.fail(parser, "an expression fits here");
    return P.missing(parser);
  }
  const values = parenthesized(parser, context);
  const range = P.rangeFrom(parser, from);
  if (isRow) {
    return { kind: "row", explicit: true, values: values.map(P.asExpression), range };
  }
  if (isIntervalUnit(P.kind(parser))) {
    return difference(parser, from, values);
  }
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return P.isQuery(only) ? inParentheses(only, range) : P.asExpression(only);
  }
  return { kind: "row", explicit: false, values: values.map(P.asExpression), range };
}

function inParentheses(query: ExpressionOrQuery, range: Expression["range"]): Expression {
  const inner = P.asQuery(query);
  return inner === undefined ? P.asExpression(query) : { kind: "subquery", query: inner, range };
}

/** `(a - b) DAY`: nothing but a difference may stand before the unit. */
function difference(
  parser: Parser,
  from: number,
  values: readonly ExpressionOrQuery[],
): Expression {
  const qualifier = intervalQualifier(parser);
  const [only] = values;
  const range = P.rangeFrom(parser, from);
  if (values.length === 1 && only?.kind === "binary" && only.operator === "-") {
    return qualifier === undefined ? only : { ...only, unit: qualifier.from, range };
  }
  P.failWith(parser, range, "A unit of time cannot stand behind this expression.");
  return P.missing(parser);
}

/** `(query)` or `(a, b)`: Calcite's `ParenthesizedQueryOrCommaList`. */
function parenthesized(parser: Parser, context: Context): readonly ExpressionOrQuery[] {
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return [];
  }
  const { rules } = parser;
  const result: ExpressionOrQuery[] = [
    rules.orderedQueryOrExpression(parser, P.insideParentheses(context)),
  ];
  while (P.accept(parser, T.COMMA)) {
    P.checkNonQuery(parser, context);
    result.push(expression(parser, context));
  }
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

/** A query in parentheses, or expressions. */
export function queryOrExpressions(
  parser: Parser,
  context: Context,
): readonly Expression[] | Query {
  return split(parenthesized(parser, context));
}

function split(values: readonly ExpressionOrQuery[]): readonly Expression[] | Query {
  const [only] = values;
  const query = values.length === 1 && only !== undefined ? P.asQuery(only) : undefined;
  return query ?? values.map(P.asExpression);
}

/** Fields of something that is no plain name: `f(x).a`, `(r).a`. */
function extended(parser: Parser, first: Expression): Expression {
  let result = first;
  let length = 0;
  while (P.kind(parser) === T.DOT && P.isName(parser, P.peek(parser, 1))) {
    P.advance(parser);
    P.checkRow(parser, length++);
    result = P.fieldOf(parser, result, P.takeIdentifier(parser));
    if (P.kind(parser) === T.LEFT_PAREN) {
      result = methodCall(parser, result);
    }
  }
  return result;
}

function rest(parser: Parser, context: Context, pending: Pending): Expression {
  while (continues(P.kind(parser)) || pending.likes > 0) {
    const before = parser.index;
    step(parser, context, pending);
    pending.steps++;
    if (parser.index === before || parser.error !== undefined) {
      break;
    }
  }
  reduce(pending, -1);
  if (pending.open > 0) {
    betweenWithoutAnd(parser);
    while (pending.operators.length > 0) {
      join(pending);
    }
  }
  const result = pending.operands[0] ?? P.missing(parser);
  return pending.steps > SHORT_ROW ? balanced(parser, result, pending.steps) : result;
}

function betweenWithoutAnd(parser: Parser): void {
  const end = P.lastEnd(parser);
  P.failWith(parser, { start: end, end: end + 1 }, "This BETWEEN has no AND.");
}

/** Joins waiting operators that bind at least so strongly; a BETWEEN that waits for its AND stops it. */
function reduce(pending: Pending, precedence: number): void {
  const { operators } = pending;
  for (;;) {
    const top = operators[operators.length - 1];
    if (top === undefined || top.precedence < precedence || top.kind === "between") {
      return;
    }
    join(pending);
  }
}

function join(pending: Pending): void {
  const operator = pending.operators.pop();
  if (operator === undefined) {
    return;
  }
  pending.joined++;
  if (operator.kind === "like") {
    pending.likes--;
  }
  applyOperator(operator, pending.operands);
}

/** Takes one operator with what stands right of it. Takes nothing where the second token does not fit. */
function step(parser: Parser, context: Context, pending: Pending): void {
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  const isNot = token === W.NOT;
  const word = isNot ? second : token;
  switch (word) {
    case W.IN:
      if (isNot || second === T.LEFT_PAREN) {
        inList(parser, context, pending, isNot);
      }
      return;
    case W.BETWEEN:
      if (isNot || isBound(parser, second)) {
        between(parser, context, pending, isNot);
      }
      return;
    case W.LIKE:
    case W.ILIKE:
    case W.RLIKE:
    case W.SIMILAR:
      if (isNot || (word === W.SIMILAR ? second === W.TO : beginsExpression(parser, second))) {
        like(parser, context, pending, word, isNot);
      }
      return;
    case W.ESCAPE:
      if (pending.likes > 0 && !isNot && beginsExpression(parser, second)) {
        escapeOf(parser, pending);
      }
      return;
    case T.LEFT_BRACKET:
      item(parser, context, pending);
      return;
    case W.IS:
      isTest(parser, context, pending);
      return;
    case W.FORMAT:
      if (second === W.JSON) {
        formatJson(parser, context, pending);
      }
      return;
    default:
      binary(parser, context, pending);
  }
}

function isBound(parser: Parser, token: number): boolean {
  return token === W.SYMMETRIC || token === W.ASYMMETRIC || beginsExpression(parser, token);
}

function inList(parser: Parser, context: Context, pending: Pending, negated: boolean): void {
  parser.index += negated ? 2 : 1;
  P.checkNonQuery(parser, context);
  reduce(pending, 32);
  const left = pending.operands.pop() ?? P.missing(parser);
  const values = queryOrExpressions(parser, P.ACCEPT_NON_CURSOR);
  pending.operands.push({
    kind: "in",
    negated,
    operand: left,
    values,
    range: P.rangeFrom(parser, left.range.start),
  });
}

function between(parser: Parser, context: Context, pending: Pending, negated: boolean): void {
  const start = P.start(parser);
  parser.index += negated ? 2 : 1;
  P.checkNonQuery(parser, context);
  const symmetric = P.accept(parser, W.SYMMETRIC);
  if (!symmetric) {
    P.accept(parser, W.ASYMMETRIC);
  }
  reduce(pending, 32);
  pending.operators.push({
    kind: "between",
    text: "BETWEEN",
    precedence: 32,
    start,
    negated,
    symmetric,
  });
  pending.open++;
  operand(parser, P.ACCEPT_SUB_QUERY, pending);
}

function like(
  parser: Parser,
  context: Context,
  pending: Pending,
  word: number,
  negated: boolean,
): void {
  const start = P.start(parser);
  parser.index += negated ? 2 : 1;
  if (word === W.SIMILAR) {
    P.expect(parser, W.TO);
  }
  P.checkNonQuery(parser, context);
  // LIKE leans to the right: `a LIKE b LIKE c` is `a LIKE (b LIKE c)`.
  reduce(pending, 33);
  const text =
    word === W.LIKE
      ? "LIKE"
      : word === W.ILIKE
        ? "ILIKE"
        : word === W.RLIKE
          ? "RLIKE"
          : "SIMILAR TO";
  pending.operators.push({ kind: "like", text, precedence: 32, start, negated, escape: undefined });
  pending.likes++;
  operand(parser, P.ACCEPT_SUB_QUERY, pending);
}

function escapeOf(parser: Parser, pending: Pending): void {
  const { operators } = pending;
  let top = operators[operators.length - 1];
  while (top !== undefined && isBehindEscape(top)) {
    join(pending);
    top = operators[operators.length - 1];
  }
  if (top?.kind !== "like") {
    P.failAt(parser, parser.index, undefined, "ESCAPE belongs right behind the pattern of LIKE.");
    return;
  }
  P.advance(parser);
  const character = primary(parser, P.ACCEPT_SUB_QUERY);
  operators[operators.length - 1] = { ...top, escape: character };
}

/** Whether the operator is finished where ESCAPE follows: it binds more strongly, or has its own ESCAPE. */
function isBehindEscape(operator: Operator): boolean {
  return operator.kind === "like" ? operator.escape !== undefined : operator.precedence > 32;
}

const offsets: ReadonlySet<number> = new Set([W.OFFSET, W.ORDINAL, W.SAFE_OFFSET, W.SAFE_ORDINAL]);

/** `a[1]`, `a[OFFSET(1)].b` */
function item(parser: Parser, context: Context, pending: Pending): void {
  const second = P.peek(parser, 1);
  const isOffset = parser.version >= V2_2 && offsets.has(second);
  parser.index += isOffset ? 2 : 1;
  P.checkNonQuery(parser, context);
  const collection = pending.operands.pop() ?? P.missing(parser);
  const index = expression(parser, P.ACCEPT_SUB_QUERY);
  P.expect(parser, T.RIGHT_BRACKET);
  let result: Expression = {
    kind: "item",
    collection,
    index,
    range: P.rangeFrom(parser, collection.range.start),
  };
  while (P.kind(parser) === T.DOT && P.isName(parser, P.peek(parser, 1))) {
    P.advance(parser);
    result = P.fieldOf(parser, result, P.takeIdentifier(parser));
  }
  pending.operands.push(result);
}

/** `IS NULL` and its like, and `IS DISTINCT FROM`. */
function isTest(parser: Parser, context: Context, pending: Pending): void {
  const negated = P.peek(parser, 1) === W.NOT;
  const behind = P.peek(parser, negated ? 2 : 1);
  const start = P.start(parser);
  if (behind === W.DISTINCT) {
    parser.index += negated ? 3 : 2;
    P.expect(parser, W.FROM);
    const text = negated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
    pushBinary(parser, context, pending, text, 30, start);
    return;
  }
  if (!negated && !isTests.has(behind)) {
    return;
  }
  parser.index += negated ? 2 : 1;
  const test = isTests.get(P.kind(parser));
  if (test === undefined) {
    P.fail(parser, "`NULL`, `TRUE`, `FALSE` or another test fits here");
    return;
  }
  P.advance(parser);
  const text = testText(parser, test);
  P.checkNonQuery(parser, context);
  reduce(pending, 28);
  const left = pending.operands.pop() ?? P.missing(parser);
  pending.operands.push({
    kind: "is",
    negated,
    test: text,
    operand: left,
    range: P.rangeFrom(parser, left.range.start),
  });
}

const isTests: ReadonlyMap<number, string> = new Map([
  [W.NULL, "NULL"],
  [W.TRUE, "TRUE"],
  [W.FALSE, "FALSE"],
  [W.UNKNOWN, "UNKNOWN"],
  [W.EMPTY, "EMPTY"],
  [W.A, "A SET"],
  [W.JSON, "JSON"],
]);

const jsonTests: ReadonlyMap<number, string> = new Map([
  [W.VALUE, "JSON VALUE"],
  [W.OBJECT, "JSON OBJECT"],
  [W.ARRAY, "JSON ARRAY"],
  [W.SCALAR, "JSON SCALAR"],
]);

function testText(parser: Parser, test: string): string {
  if (test === "A SET") {
    P.expect(parser, W.SET);
  }
  const json = test === "JSON" ? jsonTests.get(P.kind(parser)) : undefined;
  if (json !== undefined) {
    P.advance(parser);
  }
  return json ?? test;
}

function formatJson(parser: Parser, context: Context, pending: Pending): void {
  P.advance(parser);
  jsonRepresentation(parser);
  P.checkNonQuery(parser, context);
  reduce(pending, 28);
  const left = pending.operands.pop() ?? P.missing(parser);
  pending.operands.push({
    kind: "is",
    negated: false,
    test: "FORMAT JSON",
    operand: left,
    range: P.rangeFrom(parser, left.range.start),
  });
}

const comparisons: ReadonlySet<number> = new Set([
  T.EQUAL,
  T.GREATER,
  T.LESS,
  T.LESS_EQUAL,
  T.GREATER_EQUAL,
  T.NOT_EQUAL,
  T.BANG_EQUAL,
]);

const binaryOperators: ReadonlyMap<number, readonly [string, number]> = new Map([
  [T.EQUAL, ["=", 30]],
  [T.GREATER, [">", 30]],
  [T.LESS, ["<", 30]],
  [T.LESS_EQUAL, ["<=", 30]],
  [T.GREATER_EQUAL, [">=", 30]],
  [T.NOT_EQUAL, ["<>", 30]],
  [T.BANG_EQUAL, ["<>", 30]],
  [T.PLUS, ["+", 40]],
  [T.MINUS_SIGN, ["-", 40]],
  [T.STAR, ["*", 60]],
  [T.SLASH, ["/", 60]],
  [T.PERCENT_SIGN, ["%", 60]],
  [T.CONCAT, ["||", 60]],
  [W.AND, ["AND", 24]],
  [W.OR, ["OR", 22]],
  [W.CONTAINS, ["CONTAINS", 30]],
  [W.OVERLAPS, ["OVERLAPS", 30]],
  [W.EQUALS, ["EQUALS", 30]],
  [W.PRECEDES, ["PRECEDES", 30]],
  [W.SUCCEEDS, ["SUCCEEDS", 30]],
]);

function binary(parser: Parser, context: Context, pending: Pending): void {
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  const start = P.start(parser);
  if (comparisons.has(token) && (second === W.SOME || second === W.ANY || second === W.ALL)) {
    quantified(parser, context, pending, second);
    return;
  }
  const found = binaryOperators.get(token);
  if (found === undefined) {
    wordOperator(parser, context, pending);
    return;
  }
  if (!beginsExpression(parser, second)) {
    return;
  }
  // Flink looks three tokens ahead here, and points to the operator where no operand follows.
  if (!beginsOperand(parser, 1)) {
    P.fail(parser, "no operand begins behind it");
    return;
  }
  P.advance(parser);
  if (token === T.BANG_EQUAL) {
    P.failAtLast(parser, "Flink has no `!=`.");
  }
  if (token === W.AND && pending.open > 0) {
    closeBetween(pending);
    operand(parser, P.ACCEPT_SUB_QUERY, pending);
    return;
  }
  pushBinary(parser, context, pending, found[0], found[1], start);
}

function closeBetween(pending: Pending): void {
  const { operators, operands } = pending;
  while (operators[operators.length - 1]?.kind !== "between") {
    join(pending);
  }
  const top = operators.pop();
  const low = operands.pop();
  pending.open--;
  if (top?.kind === "between" && low !== undefined) {
    operators.push({ ...top, kind: "betweenAnd", low });
  }
}

function pushBinary(
  parser: Parser,
  context: Context,
  pending: Pending,
  text: string,
  precedence: number,
  start: number,
): void {
  P.checkNonQuery(parser, context);
  reduce(pending, precedence);
  pending.operators.push({ kind: "binary", text, precedence, start });
  operand(parser, P.ACCEPT_SUB_QUERY, pending);
}

function quantified(parser: Parser, context: Context, pending: Pending, word: number): void {
  const operator = binaryOperators.get(P.kind(parser))?.[0] ?? "=";
  const isBang = P.kind(parser) === T.BANG_EQUAL;
  P.advance(parser);
  if (isBang) {
    P.failAtLast(parser, "Flink has no `!=`.");
  }
  P.advance(parser);
  P.checkNonQuery(parser, context);
  reduce(pending, 30);
  const left = pending.operands.pop() ?? P.missing(parser);
  const right = queryOrExpressions(parser, P.ACCEPT_NON_CURSOR);
  pending.operands.push({
    kind: "quantified",
    operator,
    quantifier: word === W.SOME ? "SOME" : word === W.ANY ? "ANY" : "ALL",
    left,
    right,
    range: P.rangeFrom(parser, left.range.start),
  });
}

/** Operators of two words and more: `MEMBER OF`, `MULTISET UNION ALL`, `IMMEDIATELY PRECEDES`. */
function wordOperator(parser: Parser, context: Context, pending: Pending): void {
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  const start = P.start(parser);
  if (token === W.NOT && second === W.SUBMULTISET) {
    P.advance(parser);
  } else if (!isPair(token, second)) {
    return;
  }
  parser.index += 2;
  if (token === W.NOT) {
    parser.index--;
    P.expect(parser, W.OF);
  }
  let text = parser.text.slice(start, P.lastEnd(parser)).toUpperCase().replace(/\s+/g, " ");
  let precedence = 30;
  if (token === W.MULTISET) {
    precedence = second === W.INTERSECT ? 18 : 14;
    const isAll = P.accept(parser, W.ALL);
    if (isAll || P.accept(parser, W.DISTINCT)) {
      text += isAll ? " ALL" : " DISTINCT";
    }
  }
  pushBinary(parser, context, pending, text, precedence, start);
}

function isPair(token: number, second: number): boolean {
  switch (token) {
    case W.MEMBER:
    case W.SUBMULTISET:
      return second === W.OF;
    case W.IMMEDIATELY:
      return second === W.PRECEDES || second === W.SUCCEEDS;
    case W.MULTISET:
      return second === W.UNION || second === W.INTERSECT || second === W.EXCEPT;
    default:
      return false;
  }
}

/** Expressions with commas between. The comma is taken only where an expression begins behind it. */
export function expressions(parser: Parser, context: Context): readonly Expression[] {
  const result = [expression(parser, context)];
  while (P.kind(parser) === T.COMMA && beginsExpression(parser, P.peek(parser, 1))) {
    P.advance(parser);
    result.push(expression(parser, P.ACCEPT_SUB_QUERY));
  }
  return result;
}
