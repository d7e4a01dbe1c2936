import { cover } from "../../text/range.ts";
import type {
  CommonTable,
  Expression,
  FromItem,
  GroupBy,
  GroupingItem,
  NamedWindow,
  OrderItem,
  Query,
  QueryBody,
  Select,
  SelectItem,
  WithClause,
} from "./ast.ts";
import { expressions } from "./expression.ts";
import { fromClause, parenthesizedQuery } from "./from.ts";
import { quantifier } from "./functions.ts";
import { selectHints } from "./hints.ts";
import { unsignedNumber } from "./literals.ts";
import { beginsExpression, beginsQuery } from "./lookahead.ts";
import { balancedRow } from "./operators.ts";
import type { Context, ExpressionOrQuery, Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { rowConstructor } from "./row.ts";
import * as T from "./tokens.ts";
import { V2_0, V2_2 } from "./version.ts";
import { windowSpecification } from "./window.ts";
import * as W from "./words.gen.ts";

/** A query with WITH, set operations, ORDER BY and LIMIT; or an expression, where the context takes one. */
export function orderedQueryOrExpression(parser: Parser, context: Context): ExpressionOrQuery {
  if (!P.enter(parser)) {
    P.leave(parser);
    return P.missing(parser);
  }
  const found = queryOrExpression(parser, context, leafQueryOrExpression);
  const result = orderByLimit(parser, found);
  P.leave(parser);
  return result;
}

/** A query where nothing else fits; what the author has not typed yet is missing in it. */
export function query(parser: Parser): Query {
  const from = P.start(parser);
  const found = orderedQueryOrExpression(parser, P.ACCEPT_QUERY);
  return P.asQuery(found) ?? emptyQuery(parser, from);
}

function emptyQuery(parser: Parser, from: number): Query {
  return {
    kind: "query",
    with: undefined,
    body: P.missing(parser),
    orderBy: P.none,
    offset: undefined,
    limit: undefined,
    range: P.rangeFrom(parser, from),
  };
}

/** Calcite's `Query`: as above, but an expression does not fit. */
export function orderedQuery(parser: Parser, context: Context): ExpressionOrQuery {
  if (!P.enter(parser)) {
    P.leave(parser);
    return P.missing(parser);
  }
  const found = queryOrExpression(parser, context, leafQuery);
  const result = orderByLimit(parser, found);
  P.leave(parser);
  return result;
}

type Leaf = (parser: Parser, context: Context) => ExpressionOrQuery;

function queryOrExpression(parser: Parser, context: Context, leaf: Leaf): ExpressionOrQuery {
  const from = P.start(parser);
  const withClause = P.kind(parser) === W.WITH ? withList(parser) : undefined;
  const first = leaf(parser, context);
  const body = setOperations(parser, context, first);
  if (withClause === undefined) {
    return body;
  }
  const inner = P.asQuery(body) ?? emptyQuery(parser, from);
  const isPlain = inner.with === undefined && inner.orderBy.length === 0 && body !== inner;
  return {
    kind: "query",
    with: withClause,
    body: isPlain && body.kind !== "subquery" ? inner.body : inner,
    orderBy: P.none,
    offset: undefined,
    limit: undefined,
    range: P.rangeFrom(parser, from),
  };
}

function withList(parser: Parser): WithClause {
  const from = P.start(parser);
  P.advance(parser);
  const recursive = parser.version >= V2_2 && P.accept(parser, W.RECURSIVE);
  const tables: CommonTable[] = [];
  do {
    const table = commonTable(parser);
    if (table !== undefined) {
      tables.push(table);
    }
  } while (P.accept(parser, T.COMMA));
  return { recursive, tables, range: P.rangeFrom(parser, from) };
}

function commonTable(parser: Parser): CommonTable | undefined {
  const name = P.identifier(parser);
  if (name === undefined) {
    return undefined;
  }
  const columns = P.kind(parser) === T.LEFT_PAREN ? P.parenthesizedIdentifiers(parser) : P.none;
  P.expect(parser, W.AS);
  const from = P.start(parser);
  const found = parenthesizedQuery(parser, P.ACCEPT_QUERY);
  const inner = found === undefined ? undefined : asQueryOf(found);
  return {
    name,
    columns,
    query: inner ?? emptyQuery(parser, from),
    range: P.rangeFrom(parser, name.range.start),
  };
}

function asQueryOf(found: FromItem | ExpressionOrQuery): Query | undefined {
  switch (found.kind) {
    case "derivedTable":
      return found.query;
    case "table":
    case "tableFunction":
    case "unnest":
    case "valuesTable":
    case "join":
    case "matchRecognize":
    case "pivot":
    case "unpivot":
      return undefined;
    default:
      return P.asQuery(found);
  }
}

/** UNION, EXCEPT, INTERSECT; INTERSECT binds first. */
export function setOperations(
  parser: Parser,
  context: Context,
  first: ExpressionOrQuery,
): ExpressionOrQuery {
  if (!isSetOperator(P.kind(parser))) {
    return first;
  }
  const operands: QueryBody[] = [bodyOf(first)];
  const operators: SetOperator[] = [];
  let length = 0;
  let isQuery = P.isQuery(first);
  while (isSetOperator(P.kind(parser))) {
    if (!isQuery) {
      // Calcite sees only now that what it read is no query, and points to the last token of it.
      P.checkNonQuery(parser, P.ACCEPT_QUERY);
      return first;
    }
    const operator = setOperator(parser);
    P.checkQuery(parser, context);
    reduceSets(operands, operators, operator.precedence);
    operators.push(operator);
    operands.push(bodyOf(leafQueryOrExpression(parser, P.ACCEPT_QUERY)));
    isQuery = true;
    length++;
  }
  reduceSets(operands, operators, 0);
  const [result] = operands;
  if (result === undefined) {
    return first;
  }
  return length > SHORT_ROW ? balancedSets(parser, result, length) : result;
}

const SHORT_ROW = 500;

/** A long row of one operation as a balanced tree, so that those who walk over it do not run out of stack. */
function balancedSets(parser: Parser, root: QueryBody, length: number): QueryBody {
  if (root.kind !== "setOperation" || root.operator === "EXCEPT" || root.operator === "MINUS") {
    P.checkRow(parser, length);
    return root;
  }
  const { operator, all } = root;
  const row: QueryBody[] = [];
  let left: QueryBody = root;
  while (left.kind === "setOperation" && left.operator === operator && left.all === all) {
    row.push(left.right);
    left = left.left;
  }
  row.push(left);
  row.reverse();
  P.checkRow(parser, length - row.length);
  return balancedRow(row, (one, other) => ({
    kind: "setOperation",
    operator,
    all,
    left: one,
    right: other,
    range: cover(one.range, other.range),
  }));
}

interface SetOperator {
  readonly operator: "UNION" | "INTERSECT" | "EXCEPT" | "MINUS";
  readonly all: boolean;
  readonly precedence: number;
}

function isSetOperator(token: number): boolean {
  return token === W.UNION || token === W.INTERSECT || token === W.EXCEPT || token === W.MINUS;
}

function setOperator(parser: Parser): SetOperator {
  const token = P.kind(parser);
  P.advance(parser);
  if (token === W.MINUS) {
    P.failAtLast(parser, "Flink has no MINUS between queries: write EXCEPT.");
  }
  const all = P.accept(parser, W.ALL);
  if (!all) {
    P.accept(parser, W.DISTINCT);
  }
  switch (token) {
    case W.UNION:
      return { operator: "UNION", all, precedence: 12 };
    case W.INTERSECT:
      return { operator: "INTERSECT", all, precedence: 14 };
    default:
      return { operator: token === W.MINUS ? "MINUS" : "EXCEPT", all, precedence: 12 };
  }
}

function reduceSets(operands: QueryBody[], operators: SetOperator[], precedence: number): void {
  for (;;) {
    const top = operators[operators.length - 1];
    if (top === undefined || top.precedence < precedence) {
      return;
    }
    operators.pop();
    const right = operands.pop();
    const left = operands.pop();
    if (left !== undefined && right !== undefined) {
      const { operator, all } = top;
      const range = cover(left.range, right.range);
      operands.push({ kind: "setOperation", operator, all, left, right, range });
    }
  }
}

function bodyOf(found: ExpressionOrQuery): QueryBody {
  switch (found.kind) {
    case "subquery":
      return found.query;
    case "select":
    case "setOperation":
    case "values":
    case "explicitTable":
    case "query":
    case "missing":
      return found;
    default:
      return { kind: "missing", range: found.range };
  }
}

export function leafQueryOrExpression(parser: Parser, context: Context): ExpressionOrQuery {
  return beginsQuery(P.kind(parser))
    ? leafQuery(parser, context)
    : parser.rules.expression(parser, context);
}

/** SELECT, VALUES, TABLE */
function leafQuery(parser: Parser, context: Context): QueryBody {
  P.checkQuery(parser, context);
  switch (P.kind(parser)) {
    case W.SELECT:
      return select(parser);
    case W.VALUES:
    case W.VALUE:
      return values(parser);
    case W.TABLE:
      return explicitTable(parser);
    default:
      P.fail(parser, "a query fits here");
      return P.missing(parser);
  }
}

function explicitTable(parser: Parser): QueryBody {
  const from = P.start(parser);
  P.advance(parser);
  const name = P.compoundNameOrStar(parser);
  return name === undefined
    ? P.missing(parser)
    : { kind: "explicitTable", name, range: P.rangeFrom(parser, from) };
}

function values(parser: Parser): QueryBody {
  const from = P.start(parser);
  P.advance(parser);
  const rows = [rowConstructor(parser)];
  while (P.kind(parser) === T.COMMA && beginsExpression(parser, P.peek(parser, 1))) {
    P.advance(parser);
    rows.push(rowConstructor(parser));
  }
  return { kind: "values", rows, range: P.rangeFrom(parser, from) };
}

// SELECT

const behindItems: ReadonlySet<number> = new Set([W.FROM]);
const behindFrom: ReadonlySet<number> = new Set([W.WHERE, W.GROUP, W.HAVING, W.WINDOW]);

function select(parser: Parser): Select {
  const from = P.start(parser);
  P.advance(parser);
  const hints = selectHints(parser);
  const stream = P.accept(parser, W.STREAM);
  const distinct = quantifier(parser);
  const before = parser.index;
  const items = selectItems(parser);
  P.resume(parser, before, behindItems);
  const tail = P.accept(parser, W.FROM) ? selectTail(parser) : withoutFrom;
  return {
    kind: "select",
    hints,
    stream,
    quantifier: distinct,
    items,
    ...tail,
    range: P.rangeFrom(parser, from),
  };
}

type Tail = Pick<Select, "from" | "where" | "groupBy" | "having" | "windows" | "qualify">;

const withoutFrom: Tail = {
  from: undefined,
  where: undefined,
  groupBy: undefined,
  having: undefined,
  windows: P.none,
  qualify: undefined,
};

function selectTail(parser: Parser): Tail {
  const before = parser.index;
  const from = fromClause(parser);
  P.resume(parser, before, behindFrom);
  const where = P.accept(parser, W.WHERE) ? condition(parser) : undefined;
  const groupBy = P.kind(parser) === W.GROUP ? groupByClause(parser) : undefined;
  const having = P.accept(parser, W.HAVING) ? condition(parser) : undefined;
  const windows = P.accept(parser, W.WINDOW) ? namedWindows(parser) : P.none;
  const qualify =
    parser.version >= V2_0 && P.accept(parser, W.QUALIFY) ? condition(parser) : undefined;
  return { from, where, groupBy, having, windows, qualify };
}

function condition(parser: Parser): Expression {
  return parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
}

function selectItems(parser: Parser): readonly SelectItem[] {
  const result: SelectItem[] = [];
  do {
    result.push(selectItem(parser));
  } while (P.accept(parser, T.COMMA));
  return result;
}

function selectItem(parser: Parser): SelectItem {
  const from = P.start(parser);
  let expression: Expression;
  if (P.accept(parser, T.STAR)) {
    expression = { kind: "star", qualifier: undefined, range: P.rangeFrom(parser, from) };
  } else {
    expression = parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
  }
  const hasAs = P.accept(parser, W.AS);
  if (P.atName(parser)) {
    const alias = P.takeIdentifier(parser);
    return { expression, alias, range: P.rangeFrom(parser, from) };
  }
  if (P.kind(parser) === T.STRING) {
    P.failAt(parser, parser.index, undefined, "An alias is a name, not a text.");
  } else if (hasAs) {
    P.fail(parser, "an alias fits here");
  }
  return { expression, alias: undefined, range: P.rangeFrom(parser, from) };
}

function groupByClause(parser: Parser): GroupBy {
  const from = P.start(parser);
  P.advance(parser);
  P.expect(parser, W.BY);
  const distinct = quantifier(parser);
  const items = groupingItems(parser);
  return { quantifier: distinct, items, range: P.rangeFrom(parser, from) };
}

function groupingItems(parser: Parser): readonly GroupingItem[] {
  const result = [groupingItem(parser)];
  while (P.kind(parser) === T.COMMA && beginsGrouping(parser, P.peek(parser, 1))) {
    P.advance(parser);
    result.push(groupingItem(parser));
  }
  return result;
}

function beginsGrouping(parser: Parser, token: number): boolean {
  return token === W.ROLLUP || token === W.CUBE || beginsExpression(parser, token);
}

function groupingItem(parser: Parser): GroupingItem {
  const from = P.start(parser);
  if (P.acceptBoth(parser, W.GROUPING, W.SETS)) {
    P.expect(parser, T.LEFT_PAREN);
    const sets = P.enter(parser) ? groupingItems(parser) : [];
    P.leave(parser);
    P.expect(parser, T.RIGHT_PAREN);
    return { kind: "GROUPING SETS", sets, range: P.rangeFrom(parser, from) };
  }
  const token = P.kind(parser);
  if (token === W.ROLLUP || token === W.CUBE) {
    P.advance(parser);
    P.expect(parser, T.LEFT_PAREN);
    const sets = expressions(parser, P.ACCEPT_SUB_QUERY).map(
      (it): GroupingItem => ({ kind: "expression", expression: it, range: it.range }),
    );
    P.expect(parser, T.RIGHT_PAREN);
    const kind = token === W.ROLLUP ? "ROLLUP" : "CUBE";
    return { kind, sets, range: P.rangeFrom(parser, from) };
  }
  if (P.acceptBoth(parser, T.LEFT_PAREN, T.RIGHT_PAREN)) {
    return { kind: "()", sets: [], range: P.rangeFrom(parser, from) };
  }
  const expression = condition(parser);
  return { kind: "expression", expression, range: P.rangeFrom(parser, from) };
}

function namedWindows(parser: Parser): readonly NamedWindow[] {
  const result: NamedWindow[] = [];
  do {
    const name = P.identifier(parser);
    P.expect(parser, W.AS);
    const specification = windowSpecification(parser);
    if (name !== undefined) {
      result.push({ name, specification, range: P.rangeFrom(parser, name.range.start) });
    }
  } while (
    P.kind(parser) === T.COMMA &&
    P.isName(parser, P.peek(parser, 1)) &&
    P.accept(parser, T.COMMA)
  );
  return result;
}

// ORDER BY, LIMIT

function orderByLimit(parser: Parser, found: ExpressionOrQuery): ExpressionOrQuery {
  const token = P.kind(parser);
  if (token !== W.ORDER && token !== W.LIMIT && token !== W.OFFSET && token !== W.FETCH) {
    return found;
  }
  let order: readonly OrderItem[] = [];
  if (token === W.ORDER) {
    if (!P.isQuery(found)) {
      P.failAt(parser, parser.index, undefined, "ORDER BY stands only behind a query.");
      return found;
    }
    order = orderBy(parser);
  }
  const limits = limitClauses(parser);
  const base = found.kind === "query" && isBare(found) ? found : undefined;
  return {
    kind: "query",
    with: base?.with,
    body: base?.body ?? bodyOf(found),
    orderBy: order,
    ...limits,
    range: P.rangeFrom(parser, found.range.start),
  };
}

/** Whether nothing but WITH stands around the body, so that ORDER BY belongs to it. */
function isBare(found: Query): boolean {
  return (
    found.with !== undefined &&
    found.orderBy.length === 0 &&
    found.limit === undefined &&
    found.offset === undefined
  );
}

export function orderBy(parser: Parser): readonly OrderItem[] {
  P.expect(parser, W.ORDER);
  P.expect(parser, W.BY);
  const result = [orderItem(parser)];
  while (P.kind(parser) === T.COMMA && beginsExpression(parser, P.peek(parser, 1))) {
    P.advance(parser);
    result.push(orderItem(parser));
  }
  return result;
}

export function orderItem(parser: Parser): OrderItem {
  const from = P.start(parser);
  const expression = condition(parser);
  const descending = P.accept(parser, W.DESC);
  if (!descending) {
    P.accept(parser, W.ASC);
  }
  let nulls: OrderItem["nulls"];
  if (P.accept(parser, W.NULLS)) {
    nulls = P.accept(parser, W.FIRST) ? "FIRST" : "LAST";
    if (nulls === "LAST") {
      P.expect(parser, W.LAST);
    }
  }
  return { expression, descending, nulls, range: P.rangeFrom(parser, from) };
}

interface Limits {
  offset: Expression | undefined;
  limit: Expression | "ALL" | undefined;
}

function limitClauses(parser: Parser): Limits {
  const limits: Limits = { offset: undefined, limit: undefined };
  const from = P.start(parser);
  if (P.accept(parser, W.LIMIT)) {
    limit(parser, limits, from);
    if (P.accept(parser, W.OFFSET)) {
      offset(parser, limits);
    }
  } else if (P.accept(parser, W.OFFSET)) {
    offset(parser, limits);
    if (P.accept(parser, W.LIMIT)) {
      limit(parser, limits, from);
      P.failWith(parser, P.rangeFrom(parser, from), "In Flink LIMIT stands before OFFSET.");
    } else if (P.kind(parser) === W.FETCH) {
      fetch(parser, limits);
    }
  } else if (P.kind(parser) === W.FETCH) {
    fetch(parser, limits);
  }
  return limits;
}

function limit(parser: Parser, limits: Limits, from: number): void {
  if (P.accept(parser, W.ALL)) {
    limits.limit = "ALL";
    return;
  }
  limits.limit = numberOrParameter(parser);
  if (P.accept(parser, T.COMMA)) {
    if (!P.accept(parser, W.ALL)) {
      numberOrParameter(parser);
    }
    if (parser.error === undefined) {
      const range = P.rangeFrom(parser, from);
      P.failWith(parser, range, "In Flink LIMIT has one number: `LIMIT count OFFSET start`.");
    }
  }
}

function offset(parser: Parser, limits: Limits): void {
  limits.offset = numberOrParameter(parser);
  if (!P.accept(parser, W.ROW)) {
    P.accept(parser, W.ROWS);
  }
}

function fetch(parser: Parser, limits: Limits): void {
  P.advance(parser);
  if (!P.accept(parser, W.FIRST)) {
    P.expect(parser, W.NEXT);
  }
  limits.limit = numberOrParameter(parser);
  if (!P.accept(parser, W.ROW)) {
    P.expect(parser, W.ROWS);
  }
  P.expect(parser, W.ONLY);
}

function numberOrParameter(parser: Parser): Expression | undefined {
  const from = P.start(parser);
  if (P.accept(parser, T.QUESTION)) {
    return { kind: "parameter", range: P.rangeFrom(parser, from) };
  }
  return unsignedNumber(parser);
}
