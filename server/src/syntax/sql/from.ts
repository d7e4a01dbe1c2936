import type { Alias, Expression, FromItem, Join, Name, TypeField } from "./ast.ts";
import { beginsType, dataType } from "./data-type.ts";
import { call, callArguments, finishedCall, routineCall } from "./functions.ts";
import { selectHints } from "./hints.ts";
import { stringLiteral, unsignedNumber } from "./literals.ts";
import { beginsExpression, beginsOperand, beginsQuery } from "./lookahead.ts";
import { matchRecognize } from "./match-recognize.ts";
import type { Context, ExpressionOrQuery, Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { pivot, unpivot } from "./pivot.ts";
import * as T from "./tokens.ts";
import { V2_0 } from "./version.ts";
import * as W from "./words.gen.ts";

/** What stands behind FROM: tables with commas and joins between. */
export function fromClause(parser: Parser): FromItem {
  let result = tableReference(parser, P.ACCEPT_QUERY_OR_JOIN, "plain");
  for (let length = 0; ; length++) {
    P.checkRow(parser, length);
    const token = P.kind(parser);
    if (token === T.COMMA) {
      if (!beginsTable(parser, 1, 1)) {
        P.fail(parser, "no table begins behind it");
        return result;
      }
      P.advance(parser);
      const right = tableReference(parser, P.ACCEPT_QUERY_OR_JOIN, "plain");
      result = joined(parser, "COMMA", false, result, right);
    } else if (isJoinWord(token)) {
      result = join(parser, result);
    } else {
      return result;
    }
  }
}

function isJoinWord(token: number): boolean {
  switch (token) {
    case W.JOIN:
    case W.INNER:
    case W.LEFT:
    case W.RIGHT:
    case W.FULL:
    case W.CROSS:
    case W.OUTER:
    case W.NATURAL:
      return true;
    default:
      return false;
  }
}

/** One table of FROM and what stands behind it, without joins. */
export function plainTable(parser: Parser): FromItem {
  return tableReference(parser, P.ACCEPT_QUERY, "plain");
}

/** Whether a table reference begins so many tokens ahead, by one or two tokens. */
function beginsTable(parser: Parser, distance: number, budget: number): boolean {
  const token = P.peek(parser, distance);
  const second = P.peek(parser, distance + 1);
  if (P.isName(parser, token)) {
    return true;
  }
  switch (token) {
    case W.LATERAL:
      return budget < 2 || second === T.LEFT_PAREN || second === W.UNNEST || second === W.TABLE;
    case W.UNNEST:
    case W.TABLE:
      return budget < 2 || second === T.LEFT_PAREN;
    case T.LEFT_PAREN:
      return (
        budget < 2 ||
        second === W.WITH ||
        beginsQuery(second) ||
        second === W.LATERAL ||
        second === W.UNNEST ||
        second === T.LEFT_PAREN ||
        P.isName(parser, second)
      );
    default:
      return false;
  }
}

// Joins

/** The words of a join and its kind; Flink decides by three tokens whether one stands here. */
function join(parser: Parser, left: FromItem): FromItem {
  const natural = P.kind(parser) === W.NATURAL;
  const words = joinWords(parser, natural ? 1 : 0);
  if (words === undefined || !beginsTable(parser, words.count, 3 - words.count)) {
    if (words === undefined || words.count < 3) {
      return apply(parser, left);
    }
  }
  parser.index += words?.count ?? 1;
  const right = tableReference(parser, P.ACCEPT_QUERY_OR_JOIN, "plain");
  const type = words?.type ?? "INNER";
  if (P.accept(parser, W.ON)) {
    const on = parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
    return { ...joined(parser, type, natural, left, right), on };
  }
  if (P.accept(parser, W.USING)) {
    const using = P.parenthesizedIdentifiers(parser);
    return { ...joined(parser, type, natural, left, right), using };
  }
  return joined(parser, type, natural, left, right);
}

function joinWords(
  parser: Parser,
  distance: number,
): { readonly type: Join["type"]; readonly count: number } | undefined {
  const first = P.peek(parser, distance);
  const second = P.peek(parser, distance + 1);
  if (first === W.JOIN) {
    return { type: "INNER", count: distance + 1 };
  }
  const type =
    first === W.LEFT
      ? "LEFT"
      : first === W.RIGHT
        ? "RIGHT"
        : first === W.FULL
          ? "FULL"
          : first === W.CROSS
            ? "CROSS"
            : "INNER";
  if (second === W.JOIN && first !== W.OUTER) {
    return { type, count: distance + 2 };
  }
  const isOuter = type === "LEFT" || type === "RIGHT" || type === "FULL";
  return isOuter && second === W.OUTER && P.peek(parser, distance + 2) === W.JOIN
    ? { type, count: distance + 3 }
    : undefined;
}

/** `CROSS APPLY`, which Flink reads and refuses; every other word is the error. */
function apply(parser: Parser, left: FromItem): FromItem {
  const token = P.kind(parser);
  if (token !== W.CROSS && token !== W.OUTER) {
    P.fail(parser, "no join begins here");
    return left;
  }
  P.advance(parser);
  if (!P.expect(parser, W.APPLY)) {
    return left;
  }
  const right = tableReference(parser, P.ACCEPT_QUERY, "lateral");
  P.failAtLast(parser, "Flink has no APPLY: write `CROSS JOIN LATERAL`.");
  const type = token === W.CROSS ? "CROSS APPLY" : "OUTER APPLY";
  return joined(parser, type, false, left, right);
}

function joined(
  parser: Parser,
  type: Join["type"],
  natural: boolean,
  left: FromItem,
  right: FromItem,
): Join {
  const range = P.rangeFrom(parser, left.range.start);
  return { kind: "join", type, natural, left, right, on: undefined, using: P.none, range };
}

// Tables

function tableReference(parser: Parser, context: Context, mode: "plain" | "lateral"): FromItem {
  if (!P.enter(parser)) {
    P.leave(parser);
    return P.missing(parser);
  }
  let item = tableAt(parser, context, mode);
  if (P.kind(parser) === W.PIVOT && P.peek(parser, 1) === T.LEFT_PAREN) {
    refuseJoin(parser, item);
    item = pivot(parser, item);
  }
  const second = P.peek(parser, 1);
  if (
    P.kind(parser) === W.UNPIVOT &&
    (second === T.LEFT_PAREN || second === W.INCLUDE || second === W.EXCLUDE)
  ) {
    refuseJoin(parser, item);
    item = unpivot(parser, item);
  }
  item = withAlias(parser, item);
  item = tableSample(parser, item);
  P.leave(parser);
  return item;
}

function tableAt(parser: Parser, context: Context, mode: "plain" | "lateral"): FromItem {
  if (P.atName(parser)) {
    return namedTable(parser);
  }
  const from = P.start(parser);
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  const isLateral = token === W.LATERAL;
  const lateral = isLateral || mode === "lateral";
  const next = isLateral ? second : token;
  if (next === T.LEFT_PAREN && (isLateral || beginsTable(parser, 0, 2))) {
    P.accept(parser, W.LATERAL);
    return withMatch(parser, inParentheses(parser, context, from, lateral));
  }
  if (next === W.UNNEST && (isLateral || second === T.LEFT_PAREN)) {
    P.accept(parser, W.LATERAL);
    return unnest(parser, from, lateral);
  }
  if (isLateral || token === W.TABLE) {
    P.accept(parser, W.LATERAL);
    return tableFunction(parser, from, lateral);
  }
  P.fail(parser, "a table, a query in parentheses or a table function fits here");
  return P.missing(parser);
}

function namedTable(parser: Parser): FromItem {
  const name = P.takeName(parser);
  if (P.kind(parser) === T.LEFT_PAREN && parser.version >= V2_0 && beginsArguments(parser)) {
    return implicitFunction(parser, name);
  }
  const hints = selectHints(parser);
  const extend = extendedColumns(parser);
  let systemTime: Expression | undefined;
  if (P.accept(parser, W.FOR)) {
    P.expect(parser, W.SYSTEM_TIME);
    P.expect(parser, W.AS);
    P.expect(parser, W.OF);
    systemTime = parser.rules.expression(parser, P.ACCEPT_NON_QUERY);
  }
  return withMatch(parser, {
    kind: "table",
    name,
    hints,
    extend,
    systemTime,
    sample: undefined,
    alias: undefined,
    range: P.rangeFrom(parser, name.range.start),
  });
}

/** Whether the `(` behind a table name opens arguments, not the columns of EXTEND: `f(a)` or `t (a INT)`. */
function beginsArguments(parser: Parser): boolean {
  const first = P.peek(parser, 1);
  const second = P.peek(parser, 2);
  if (first === T.RIGHT_PAREN || first === W.DEFAULT) {
    return true;
  }
  if (first === W.SELECT) {
    return isShortSelect(parser);
  }
  const isQuery = first === W.WITH || beginsQuery(first);
  if (!isQuery && !beginsOperand(parser, 1)) {
    return false;
  }
  const isColumn = P.isName(parser, first) && beginsType(parser, second);
  return !isColumn || goesOn.has(second);
}

/** Flink's look-ahead of three tokens takes `f(SELECT a)` or a hint behind SELECT, and no longer query here. */
function isShortSelect(parser: Parser): boolean {
  return P.peek(parser, 2) === T.HINT_BEGIN || P.peek(parser, 3) === T.RIGHT_PAREN;
}

/** Words that a type could begin with but that also go on with an argument. */
const goesOn: ReadonlySet<number> = new Set([W.MULTISET, W.FORMAT, W.IMMEDIATELY]);

function implicitFunction(parser: Parser, name: Name): FromItem {
  const built = call(name);
  P.advance(parser);
  if (!P.accept(parser, T.RIGHT_PAREN)) {
    callArguments(parser, built.arguments, P.ACCEPT_CURSOR);
    P.expect(parser, T.RIGHT_PAREN);
  }
  const found = finishedCall(parser, name.range.start, built);
  return {
    kind: "tableFunction",
    lateral: false,
    call: found,
    alias: undefined,
    range: found.range,
  };
}

/** `EXTEND (a INT, b STRING)`, EXTEND optional. */
export function extendedColumns(parser: Parser): readonly TypeField[] {
  const hasWord = P.accept(parser, W.EXTEND);
  if (!hasWord && P.kind(parser) !== T.LEFT_PAREN) {
    return P.none;
  }
  const result: TypeField[] = [];
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return result;
  }
  do {
    const name = P.compoundNameOrStar(parser);
    const type = dataType(parser);
    if (P.accept(parser, W.NOT)) {
      P.expect(parser, W.NULL);
    }
    const last = name?.parts[name.parts.length - 1];
    if (name !== undefined && last !== undefined) {
      const range = P.rangeFrom(parser, name.range.start);
      result.push({ name: last, type, comment: undefined, range });
    }
  } while (P.accept(parser, T.COMMA));
  P.expect(parser, T.RIGHT_PAREN);
  return result;
}

function inParentheses(parser: Parser, context: Context, from: number, lateral: boolean): FromItem {
  const found = parenthesizedQuery(parser, context);
  if (found === undefined) {
    return P.missing(parser);
  }
  const range = P.rangeFrom(parser, from);
  if (isFromItem(found)) {
    if (lateral) {
      refuseJoin(parser, found);
    }
    return found.kind === "derivedTable" ? { ...found, lateral, range } : found;
  }
  const query = P.asQuery(found);
  if (query === undefined) {
    return { kind: "missing", range };
  }
  const { body } = query;
  const isPlain =
    query.with === undefined &&
    query.orderBy.length === 0 &&
    query.limit === undefined &&
    query.offset === undefined;
  return body.kind === "values" && isPlain && !lateral
    ? { kind: "valuesTable", values: body, alias: undefined, range }
    : { kind: "derivedTable", lateral, query, systemTime: undefined, alias: undefined, range };
}

function isFromItem(found: FromItem | ExpressionOrQuery): found is FromItem {
  switch (found.kind) {
    case "table":
    case "derivedTable":
    case "tableFunction":
    case "unnest":
    case "valuesTable":
    case "join":
    case "matchRecognize":
    case "pivot":
    case "unpivot":
      return true;
    default:
      return false;
  }
}

/** Calcite's `ParenthesizedExpression`: a query, or a join where the context takes one. */
export function parenthesizedQuery(
  parser: Parser,
  context: Context,
): FromItem | ExpressionOrQuery | undefined {
  if (!P.expect(parser, T.LEFT_PAREN)) {
    return undefined;
  }
  const inside = P.insideParentheses(context);
  const { rules } = parser;
  if (beginsWholeQuery(parser)) {
    const query = rules.orderedQuery(parser, inside);
    P.expect(parser, T.RIGHT_PAREN);
    return query;
  }
  let item = tableReference(parser, P.ACCEPT_QUERY_OR_JOIN, "plain");
  while (isJoinWord(P.kind(parser))) {
    item = join(parser, item);
  }
  const found = withSets(parser, inside, item);
  P.expect(parser, T.RIGHT_PAREN);
  refuseOthers(parser, context, found);
  return found;
}

/** By two tokens, as Flink does: SELECT with no item behind it is no query here. */
function beginsWholeQuery(parser: Parser): boolean {
  const second = P.peek(parser, 1);
  switch (P.kind(parser)) {
    case W.WITH:
      return second === W.RECURSIVE || P.isName(parser, second);
    case W.SELECT:
      return true;
    case W.VALUES:
    case W.VALUE:
      return beginsExpression(parser, second);
    case W.TABLE:
      return P.isName(parser, second);
    default:
      return false;
  }
}

function withSets(parser: Parser, context: Context, item: FromItem): FromItem | ExpressionOrQuery {
  const token = P.kind(parser);
  if (token !== W.UNION && token !== W.INTERSECT && token !== W.EXCEPT && token !== W.MINUS) {
    return item;
  }
  const query = queryOf(item);
  if (query === undefined) {
    P.checkNonQuery(parser, P.ACCEPT_QUERY);
    return item;
  }
  return parser.rules.setOperations(parser, context, query);
}

function queryOf(item: FromItem): ExpressionOrQuery | undefined {
  if (item.kind === "derivedTable" && item.alias === undefined && !item.lateral) {
    return { kind: "subquery", query: item.query, range: item.range };
  }
  return item.kind === "valuesTable" && item.alias === undefined ? item.values : undefined;
}

/** A single table in parentheses is neither a query nor a join. */
function refuseOthers(parser: Parser, context: Context, found: FromItem | ExpressionOrQuery): void {
  if (parser.error !== undefined || !isFromItem(found) || queryOf(found) !== undefined) {
    return;
  }
  if (found.kind !== "join") {
    P.failWith(parser, found.range, "Only a query or a join can stand in parentheses here.");
  } else if (context !== P.ACCEPT_QUERY_OR_JOIN) {
    P.failWith(parser, found.range, "Only a query can stand in parentheses here.");
  }
}

/** A join in parentheses takes no alias, sample or pivot in Flink. */
function refuseJoin(parser: Parser, item: FromItem): void {
  if (item.kind === "join" && parser.error === undefined) {
    P.failWith(parser, joinWordOf(parser, item), "A join in parentheses takes no alias in Flink.");
  }
}

/** Calcite gives a join the place of its word JOIN or of its comma. */
function joinWordOf(parser: Parser, item: Join): Join["range"] {
  let index = parser.index;
  while (index > 0 && (parser.starts[index] ?? 0) >= item.right.range.start) {
    index--;
  }
  return { start: parser.starts[index] ?? 0, end: parser.ends[index] ?? 0 };
}

function unnest(parser: Parser, from: number, lateral: boolean): FromItem {
  P.advance(parser);
  const found = parser.rules.queryOrExpressions(parser, P.ACCEPT_SUB_QUERY);
  const withOrdinality = P.accept(parser, W.WITH);
  if (withOrdinality) {
    P.expect(parser, W.ORDINALITY);
  }
  const values: readonly Expression[] = Array.isArray(found)
    ? found
    : [P.asExpression(found as ExpressionOrQuery)];
  return {
    kind: "unnest",
    lateral,
    values,
    withOrdinality,
    alias: undefined,
    range: P.rangeFrom(parser, from),
  };
}

/** `TABLE(f(...))` */
function tableFunction(parser: Parser, from: number, lateral: boolean): FromItem {
  P.expect(parser, W.TABLE);
  P.expect(parser, T.LEFT_PAREN);
  P.accept(parser, W.SPECIFIC);
  const found = routineCall(parser, P.ACCEPT_CURSOR);
  P.expect(parser, T.RIGHT_PAREN);
  return {
    kind: "tableFunction",
    lateral,
    call: found ?? P.missing(parser),
    alias: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function withMatch(parser: Parser, item: FromItem): FromItem {
  const token = P.kind(parser);
  if (token === W.MATCH_RECOGNIZE && beginsMatch(parser)) {
    refuseJoin(parser, item);
    return matchRecognize(parser, item);
  }
  if (
    token === W.AS &&
    P.isName(parser, P.peek(parser, 1)) &&
    P.peek(parser, 2) === W.MATCH_RECOGNIZE
  ) {
    P.advance(parser);
    const name = P.takeIdentifier(parser);
    refuseJoin(parser, item);
    return matchRecognize(parser, aliased(item, { name, columns: [], range: name.range }));
  }
  return item;
}

/** By three tokens, as Flink decides it. */
function beginsMatch(parser: Parser): boolean {
  return P.peek(parser, 1) === T.LEFT_PAREN && matchWords.has(P.peek(parser, 2));
}

const matchWords: ReadonlySet<number> = new Set([
  W.PARTITION,
  W.ORDER,
  W.MEASURES,
  W.ONE,
  W.ALL,
  W.AFTER,
  W.PATTERN,
]);

function withAlias(parser: Parser, item: FromItem): FromItem {
  const hasAs = P.accept(parser, W.AS);
  if (!hasAs && !P.atName(parser)) {
    return item;
  }
  const name = P.identifier(parser);
  if (name === undefined) {
    return item;
  }
  const columns = P.kind(parser) === T.LEFT_PAREN ? P.parenthesizedIdentifiers(parser) : P.none;
  refuseJoin(parser, item);
  const range = P.rangeFrom(parser, name.range.start);
  return aliased(item, { name, columns, range });
}

function aliased(item: FromItem, alias: Alias): FromItem {
  if (item.kind === "join" || item.kind === "missing") {
    return item;
  }
  return { ...item, alias, range: { start: item.range.start, end: alias.range.end } };
}

function tableSample(parser: Parser, item: FromItem): FromItem {
  if (!P.accept(parser, W.TABLESAMPLE)) {
    return item;
  }
  refuseJoin(parser, item);
  let sample: Expression | undefined;
  if (P.accept(parser, W.SUBSTITUTE)) {
    P.expect(parser, T.LEFT_PAREN);
    sample = stringLiteral(parser);
    P.expect(parser, T.RIGHT_PAREN);
  } else {
    if (!P.accept(parser, W.BERNOULLI)) {
      P.expect(parser, W.SYSTEM);
    }
    P.expect(parser, T.LEFT_PAREN);
    sample = unsignedNumber(parser);
    P.expect(parser, T.RIGHT_PAREN);
    if (P.accept(parser, W.REPEATABLE)) {
      P.expect(parser, T.LEFT_PAREN);
      if (!P.accept(parser, T.MINUS_SIGN)) {
        P.accept(parser, T.PLUS);
      }
      P.unsignedInteger(parser);
      P.expect(parser, T.RIGHT_PAREN);
    }
  }
  const range = P.rangeFrom(parser, item.range.start);
  return item.kind === "table" ? { ...item, sample, range } : item;
}
