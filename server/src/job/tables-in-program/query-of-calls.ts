import { applyStatement } from "../../catalog/apply-statement.ts";
import type { CatalogFinding } from "../../catalog/effect.ts";
import { valueIn, withValue } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import { inputsOf } from "../../catalog/walk.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { nearestVersion } from "../../syntax/sql/version.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import {
  isBound,
  type SqlOfExpressions,
  sqlOf,
  sqlOfExpressions,
  windowSql,
} from "./expression-sql.ts";
import { aggregateMethods } from "./expressions.ts";
import { mixedComparison } from "./mixed-comparison.ts";
import { quoted } from "./quoted.ts";
import { registerView } from "./register.ts";
import {
  contextOf,
  type GroupWindow,
  refused,
  type TableEnvironment,
  type TableObject,
  type Tables,
} from "./state.ts";
import { functionOfClass } from "./user-functions.ts";

const given = "the table that the method is called on";

/** `select` as the query that says the same; undefined where an expression is not read, or SQL would refuse it. */
export function selectBySql(tables: Tables, table: TableObject, call: Call): Relation | undefined {
  return queryOfItems(tables, table, call, selectedItems(tables, table.relation, call.arguments));
}

/** An item of `select`: a column as it is, or an expression with the name it gives. */
export type Item =
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "expression"; readonly name: string | undefined; readonly value: Value };

/** What the arguments name: `$("*")`, `withColumns` and the like stand for columns; undefined where Flink, or we, cannot tell which. */
export function selectedItems(
  tables: Tables,
  relation: Relation,
  values: readonly Value[],
): readonly Item[] | undefined {
  const items: Item[] = [];
  for (const value of flat(tables, values)) {
    const names = columnsNamed(tables, relation, value);
    if (names === undefined) {
      return undefined;
    }
    items.push(
      ...(names === "none"
        ? [{ kind: "expression", name: nameOf(tables, value), value } as const]
        : names.map((name) => ({ kind: "column", name }) as const)),
    );
  }
  return items;
}

/** The columns that a column function names; `none`: the expression is of another kind. */
function columnsNamed(
  tables: Tables,
  { columns }: Relation,
  value: Value,
): readonly string[] | "none" | undefined {
  const call = makerOf(tables.run.ask.log(), preferred(value));
  const all = columns.map((it) => it.name);
  switch (call?.method) {
    case "$":
    case "col":
      return constantText(call.arguments[0]) === "*" ? all : "none";
    case "withAllColumns":
      return all;
    case "withColumns":
    case "withoutColumns": {
      const given = flat(tables, call.arguments).map((it) => columnsOf(tables, all, it, call));
      const named = given.flatMap((it) => it ?? []);
      return given.includes(undefined)
        ? undefined
        : call.method === "withColumns"
          ? named
          : all.filter((it) => !named.includes(it));
    }
    default:
      return "none";
  }
}

/** A column by name or by place (from 1), or a `range` of them. */
function columnsOf(
  tables: Tables,
  all: readonly string[],
  given: Value,
  at: Call,
): readonly string[] | undefined {
  const value = preferred(given);
  const place = (it: Value | undefined): number =>
    it?.kind === "constant" && typeof it.value === "number"
      ? it.value - 1
      : all.indexOf(constantText(it) ?? "");
  const call = makerOf(tables.run.ask.log(), value);
  if (/^with(out|All)?Columns$/.test(call?.method ?? "")) {
    refused(
      tables,
      at,
      "The parameters of withColumns() or withoutColumns() only accept column names or column indices.",
    );
  }
  const [first, last] = call?.arguments ?? [];
  const [from, to] =
    call?.method === "range"
      ? [place(first), place(last)]
      : call?.method === "$" || call?.method === "col"
        ? [place(first), place(first)]
        : [place(value), place(value)];
  return from < 0 || to < from || to >= all.length ? undefined : all.slice(from, to + 1);
}

/** The query that gives the items. */
export function queryOfItems(
  tables: Tables,
  { environment, relation: above, groups, window }: TableObject,
  call: Call,
  listed: readonly Item[] | undefined,
): Relation | undefined {
  const context = sqlOfExpressions(tables, window);
  const relation = (window !== undefined && inputsOf(above)[0]) || above;
  const taken: string[] = [];
  const items = (listed ?? []).map((it, index) => {
    const sql = it.kind === "column" ? quoted(it.name) : sqlOf(context, it.value);
    const own = it.kind === "column" ? undefined : takenOut(context, environment, it.value, taken);
    return sql && `${sql} AS ${quoted(it.name ?? own ?? `_c${index}`)}`;
  });
  const keys = flat(tables, groups ?? []).map((it, index) => keyOf(context, it, index));
  if (window !== undefined) {
    refuseWithoutWindow(tables, call, { window, keys, selected: listed ?? [] });
  }
  if (items.length === 0 || [...items, ...keys].includes(undefined)) {
    return undefined;
  }
  const known = keys.flatMap((it) => it ?? []);
  refuseKeyTwins(tables, relation, call, known);
  const added = known.flatMap(({ sql, name }) =>
    name === undefined ? [] : [`${sql} AS ${quoted(name)}`],
  );
  const from =
    added.length === 0 ? quoted(given) : `(SELECT *, ${added.join(", ")} FROM ${quoted(given)})`;
  const by = known.map(({ sql, name }) => (name === undefined ? sql : quoted(name))).join(", ");
  const text = `SELECT ${items.join(", ")} FROM ${from}${known.length === 0 ? "" : ` GROUP BY ${by}`}`;
  const found = queried(context, environment, relation, text, call);
  return found && withoutTwins(tables, found, call);
}

/** AggregationAndPropertiesSplitter: what stands for an aggregate call or a bound of a window, which are counted once each. */
function takenOut(
  context: SqlOfExpressions,
  environment: TableEnvironment,
  value: Value,
  taken: string[],
): string | undefined {
  const call = makerOf(context.tables.run.ask.log(), preferred(value));
  if (call === undefined) {
    return undefined;
  }
  if (isTakenOut(context, environment, call)) {
    const sql = sqlOf(context, value) ?? "";
    const place = taken.indexOf(sql);
    if (place < 0) {
      taken.push(sql);
    }
    return `EXPR$${place < 0 ? taken.length - 1 : place}`;
  }
  const parts = [...(call.receiver === undefined ? [] : [call.receiver]), ...call.arguments];
  for (const it of flat(context.tables, parts)) {
    takenOut(context, environment, it, taken);
  }
  return undefined;
}

function isTakenOut(context: SqlOfExpressions, { session }: TableEnvironment, call: Call): boolean {
  if (call.method !== "call") {
    return aggregateMethods.has(call.method) || isBound(context, call);
  }
  const [first] = call.arguments;
  const name = constantText(first);
  const written =
    name === undefined
      ? undefined
      : valueIn(session.systemFunctions, name.toLowerCase())?.className;
  const className =
    first?.kind === "class"
      ? first.name
      : first?.kind === "instance"
        ? first.class.name
        : undefined;
  const known = className ?? constantText(written);
  return (
    known !== undefined && functionOfClass(context.tables.run.ask, known)?.kind === "aggregate"
  );
}

interface Key {
  readonly sql: string;
  /** The name that an expression other than a column has for `select`. */
  readonly name: string | undefined;
}

/** `select` finds a key by its name alone: an expression without one gets one that no `select` can write. */
function keyOf(context: SqlOfExpressions, value: Value, index: number): Key | undefined {
  const sql = sqlOf(context, value);
  const isWindow = context.window !== undefined && sql === windowSql(context.window);
  const name = isWindow ? undefined : (nameOf(context.tables, value) ?? `key ${index}`);
  return sql === undefined
    ? undefined
    : { sql, name: name === undefined || sql === quoted(name) ? undefined : name };
}

/** OperationTreeBuilder.windowAggregate: the window is a key, and only its bounds can be selected. */
function refuseWithoutWindow(
  tables: Tables,
  call: Call,
  {
    window,
    keys,
    selected,
  }: {
    readonly window: GroupWindow;
    readonly keys: readonly (Key | undefined)[];
    readonly selected: readonly Item[];
  },
): void {
  if (keys.every((it) => it !== undefined && it.sql !== windowSql(window))) {
    refused(tables, call, "GroupBy must contain exactly one window alias.");
  } else if (selected.some((it) => it.kind === "expression" && isNamed(tables, it, window.alias))) {
    refused(tables, call, `Cannot resolve field [${window.alias}].`);
  }
}

function isNamed({ run }: Tables, { value }: Item & { kind: "expression" }, name: string): boolean {
  const call = makerOf(run.ask.log(), preferred(value));
  return (
    (call?.method === "$" || call?.method === "col") && constantText(call.arguments[0]) === name
  );
}

/** The planner finds no key that has the name of a column. */
function refuseKeyTwins(
  tables: Tables,
  relation: Relation,
  call: Call,
  keys: readonly Key[],
): void {
  const twin = keys.find(({ name }) => relation.columns.some((it) => it.name === name));
  if (twin !== undefined) {
    refused(
      tables,
      call,
      `field [${twin.name}] not found: a key of groupBy has the name of a column.`,
    );
  }
}

/** `joinLateral(call(...).as(...))` and `flatMap` as the queries that say the same. */
export function lateralBySql(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
): Relation | undefined {
  const context = sqlOfExpressions(tables);
  const [first, second] = call.arguments;
  const named = first && makerOf(tables.run.ask.log(), preferred(first));
  const names =
    named?.method === "as"
      ? flat(tables, named.arguments).flatMap((it) => constantText(it) ?? [])
      : [];
  const called = first && sqlOf(context, first);
  const condition = second === undefined ? "TRUE" : sqlOf(context, second);
  if (called === undefined || condition === undefined) {
    return undefined;
  }
  const columns = names.length === 0 ? "" : `(${names.map(quoted).join(", ")})`;
  const join = call.method === "leftOuterJoinLateral" ? "LEFT JOIN" : "JOIN";
  const items = call.method === "flatMap" ? "`result of the function`.*" : "*";
  const text = `SELECT ${items} FROM ${quoted(given)} ${join} LATERAL TABLE(${called}) AS \`result of the function\`${columns} ON ${condition}`;
  return queried(context, environment, relation, text, call);
}

/** `join` and its outer forms as the query that says the same. */
export function joinBySql(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
  right: Relation,
): Relation | undefined {
  const context = sqlOfExpressions(tables);
  const [, condition] = call.arguments;
  const on = condition === undefined ? "TRUE" : sqlOf(context, condition);
  const join = joins[call.method];
  if (on === undefined || join === undefined) {
    return undefined;
  }
  const other = "the other side";
  context.views.set(other, right);
  const text = `SELECT * FROM ${quoted(given)} ${join} ${quoted(other)} ON ${on}`;
  return queried(context, environment, relation, text, call);
}

const joins: Readonly<Record<string, string>> = {
  join: "JOIN",
  leftOuterJoin: "LEFT JOIN",
  rightOuterJoin: "RIGHT JOIN",
  fullOuterJoin: "FULL JOIN",
};

/** `map`: the fields of what the function gives, or its one value. */
export function mapBySql(tables: Tables, table: TableObject, call: Call): Relation | undefined {
  const found = bySqlOfFirst(tables, table, call, (sql) => {
    const one = `SELECT ${sql} AS \`f0\` FROM ${quoted(given)}`;
    return [`SELECT \`f0\`.* FROM (${one})`, one];
  });
  return found?.columns.some((it) => it.type.kind === "unknown")
    ? { ...found, complete: false }
    : found;
}

/** `where` as the query that says the same. */
export function whereBySql(tables: Tables, table: TableObject, call: Call): Relation | undefined {
  return bySqlOfFirst(tables, table, call, (sql) => [
    `SELECT * FROM ${quoted(given)} WHERE ${sql}`,
  ]);
}

/** `orderBy` as the query that says the same. */
export function sortBySql(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
): Relation | undefined {
  const context = sqlOfExpressions(tables);
  const keys = flat(tables, call.arguments).map((it) => sqlOf(context, it));
  return keys.length === 0 || keys.includes(undefined)
    ? undefined
    : queried(
        context,
        environment,
        relation,
        `SELECT * FROM ${quoted(given)} ORDER BY ${keys.join(", ")}`,
        call,
      );
}

/** The first of the queries over a call's first argument that SQL does not refuse. */
function bySqlOfFirst(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
  queries: (sql: string) => readonly string[],
): Relation | undefined {
  const context = sqlOfExpressions(tables);
  const [first] = call.arguments;
  const sql = first && sqlOf(context, first);
  for (const text of sql === undefined ? [] : queries(sql)) {
    const found = queried(context, environment, relation, text, call);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function queried(
  { tables, functions, views, written }: SqlOfExpressions,
  environment: TableEnvironment,
  relation: Relation,
  text: string,
  call: Call,
): Relation | undefined {
  const scratch: TableEnvironment = { ...environment };
  registerView(scratch, quoted(given), relation, call.name);
  for (const [name, view] of views) {
    registerView(scratch, quoted(name), view, call.name);
  }
  for (const { name, className, temporal } of functions.values()) {
    const { session } = scratch;
    scratch.session = {
      ...session,
      systemFunctions: withValue(session.systemFunctions, name, {
        name,
        className:
          className === undefined ? undefined : { kind: "constant", value: className, at: [] },
        language: "JAVA",
        ...(temporal !== undefined && { temporal }),
        at: call.name,
      }),
    };
  }
  const version = nearestVersion(tables.target.flink.value ?? "2.2");
  const { statements, errors } = parseScript(text, { version });
  const [statement] = statements;
  if (statement === undefined || errors.length > 0) {
    return undefined;
  }
  const source = {
    locate: () => call.name,
    valueOf: ({ text: value }: { readonly text: string }) =>
      ({ kind: "constant", value, at: [call.name] }) as const,
  };
  const { effects, findings } = applyStatement(
    { ...contextOf(tables, source), isOfCalls: true },
    scratch.session,
    statement.node,
  );
  refuseFindings(tables, relation, call, findings);
  const found = effects.some((it) => it.kind === "failure")
    ? undefined
    : effects.find((it) => it.kind === "job")?.query;
  const mixed = found && written.length === 0 ? mixedComparison(found) : undefined;
  if (mixed !== undefined) {
    refused(tables, call, mixed);
  }
  return found;
}

/** What SQL refuses and the Table API refuses too. */
function refuseFindings(
  tables: Tables,
  relation: Relation,
  call: Call,
  findings: readonly CatalogFinding[],
): void {
  for (const it of findings) {
    if (it.kind === "unknown-column") {
      const names = relation.columns.map((column) => column.name).join(", ");
      refused(tables, call, `Cannot resolve field [${it.name}], input field list:[${names}].`);
    } else if (it.kind === "unknown-function" && !apiFunctions.has(it.name)) {
      refused(tables, call, `Undefined function: ${it.name}`);
    } else if (it.kind === "invalid" && /^Cannot apply '[<=>]/.test(it.message)) {
      refused(tables, call, it.message);
    } else if (it.kind === "invalid" && /not being grouped/.test(it.message)) {
      const message = "A column is neither a key of groupBy nor inside an aggregate function.";
      refused(tables, call, message);
    }
  }
}

/** Built-in functions by names that SQL does not have (BuiltInFunctionDefinitions). */
const apiFunctions: ReadonlySet<string> = new Set(
  (
    "and or not ifThenElse equals greaterThan greaterThanOrEqual lessThan lessThanOrEqual notEquals isNull isNotNull isTrue isFalse " +
    "isNotTrue isNotFalse between notBetween sum0 stddevPop stddevSamp varPop varSamp distinct charLength like lowerCase similar " +
    "translate3 upperCase regexpExtract fromBase64 toBase64 parseUrl regexpReplace splitIndex strToMap plus minus divide times " +
    "minusPrefix randInteger currentDatabase currentDate currentTime currentTimestamp currentRowTimestamp temporalOverlaps dateFormat " +
    "convertTz fromUnixtime unixTimestamp toDate toTimestamp at array map row flatten get start end asc desc rowtime over in cast as " +
    "reinterpretCast streamRecordTimestamp rangeTo"
  )
    .split(" ")
    .flatMap((it) => [it, it.toLowerCase(), it.toUpperCase()]),
);

/** The relation, with a note where two of its columns share a name: ProjectionOperationFactory refuses it. */
export function withoutTwins(tables: Tables, relation: Relation, call: Call): Relation {
  const names = relation.columns.map((it) => it.name);
  const twin = names.find((it, index) => names.indexOf(it) < index);
  if (relation.complete && twin !== undefined) {
    refused(tables, call, `Ambiguous column name: ${twin}`);
  }
  return relation;
}

/** The name that an expression gives its column; undefined: one by its place. */
function nameOf({ run }: Tables, value: Value): string | undefined {
  const call = makerOf(run.ask.log(), value);
  const isName = call?.method === "as" || call?.method === "$" || call?.method === "col";
  return isName ? constantText(call.arguments[0]) : undefined;
}

/** The arguments with those of arrays (varargs) in their place. */
export function flat({ run }: Tables, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? run.ask.items(it).items.map((item) => item.value) : [it],
  );
}
