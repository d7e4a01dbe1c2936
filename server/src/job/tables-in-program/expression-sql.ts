import type { Relation } from "../../catalog/relation.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { aggregateFunctionTypes, scalarFunctionTypes } from "../../facts/function-types.ts";
import { type Call, identitiesOf, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { infixOperators } from "./expressions.ts";
import { quoted } from "./quoted.ts";
import { type GroupWindow, relationsOf, type Tables } from "./state.ts";
import { typeText } from "./type-text.ts";

/** What the text of an expression needs of the session: functions that `call` names by class or object, tables that stand in it. */
export interface SqlOfExpressions {
  readonly tables: Tables;
  readonly functions: Map<string, InlineFunction>;
  /** By the names that the text has for them. */
  readonly views: Map<string, Relation>;
  /** What is SQL already (`callSql`). */
  readonly written: string[];
  /** The window that `groupBy` may name. */
  readonly window?: GroupWindow | undefined;
}

export interface InlineFunction {
  readonly name: string;
  readonly className: string | undefined;
  /** The table of a temporal table function. */
  readonly temporal: Relation | undefined;
}

/** What texts of expressions begin with. */
export function sqlOfExpressions(tables: Tables, window?: GroupWindow): SqlOfExpressions {
  return { tables, functions: new Map(), views: new Map(), written: [], window };
}

/** An expression of the Table API as SQL says it; undefined where a part of it is not read. */
export function sqlOf(context: SqlOfExpressions, given: Value): string | undefined {
  const value = preferred(given);
  if (value.kind === "constant") {
    return literalSql(value);
  }
  const [relation] = relationsOf(context.tables, value);
  if (relation !== undefined) {
    const name = `the other table ${context.views.size}`;
    context.views.set(name, relation);
    return `SELECT * FROM ${quoted(name)}`;
  }
  const call = makerOf(context.tables.run.ask.log(), value);
  if (call === undefined) {
    return undefined;
  }
  if (context.window !== undefined && isWindow(context, call)) {
    return windowSql(context.window);
  }
  if (call.receiver === undefined) {
    return call.method === "new"
      ? decimalSql(call.class, call.arguments)
      : staticSql(context, call.method, call.arguments);
  }
  const { window } = context;
  if (window !== undefined && isBound(context, call)) {
    const sql = `${window.operator}_${windowParts[call.method]}(${window.operands})`;
    // In the Table API a bound of a window may be null.
    return /^(start|end)$/.test(call.method) ? `(CASE WHEN TRUE THEN ${sql} END)` : sql;
  }
  const object = sqlOf(context, call.receiver);
  return object === undefined
    ? undefined
    : methodSql(context, call.method, object, flat(context, call.arguments));
}

const windowParts: Readonly<Record<string, string>> = {
  start: "START",
  end: "END",
  rowtime: "ROWTIME",
  proctime: "PROCTIME",
};

/** Whether a call is `$("w").start()` or its kin, of the window. */
export function isBound(context: SqlOfExpressions, { method, receiver }: Call): boolean {
  const of =
    receiver === undefined || windowParts[method] === undefined || context.window === undefined
      ? undefined
      : makerOf(context.tables.run.ask.log(), preferred(receiver));
  return of !== undefined && isWindow(context, of);
}

function isWindow({ window }: SqlOfExpressions, { method, arguments: [first] }: Call): boolean {
  return (
    window !== undefined &&
    (method === "$" || method === "col") &&
    constantText(first) === window.alias
  );
}

/** The window as a key of GROUP BY. */
export function windowSql({ operator, operands }: GroupWindow): string {
  return `${operator}(${operands})`;
}

/** Varargs are arrays. */
function flat({ tables }: SqlOfExpressions, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? tables.run.ask.items(it).items.map((item) => item.value) : [it],
  );
}

function literalSql({ value, type }: Extract<Value, { kind: "constant" }>): string {
  if (value === null) {
    return "NULL";
  }
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  if (typeof value === "string") {
    return `'${value.replaceAll("'", "''")}'`;
  }
  switch (type) {
    case "long":
      return `CAST(${value} AS BIGINT)`;
    case "float":
      return `CAST(${value} AS FLOAT)`;
    case "double":
      return `CAST(${value} AS DOUBLE)`;
    default:
      return String(value);
  }
}

function decimalSql(className: string, [first]: readonly Value[]): string | undefined {
  const digits = constantText(first);
  return /(^|\.)BigDecimal$/.test(className) && digits !== undefined && /^-?\d+\.\d+$/.test(digits)
    ? digits
    : undefined;
}

function staticSql(
  context: SqlOfExpressions,
  method: string,
  args: readonly Value[],
): string | undefined {
  const [first, ...rest] = flat(context, args);
  if (first === undefined) {
    const name = constantCalls[method] ?? namedAlike(method);
    return name === undefined || /\W|^CURRENT_(DATE|TIME|TIMESTAMP)$/.test(name)
      ? name
      : `${name}()`;
  }
  switch (method) {
    case "$":
    case "col": {
      const name = constantText(first);
      return name === undefined || name === "*" ? undefined : quoted(name);
    }
    case "lit": {
      const sql = sqlOf(context, first);
      const [type] = rest;
      return type === undefined || sql === undefined
        ? sql
        : `CAST(${sql} AS ${typeText(context.tables, type).sql})`;
    }
    case "call":
      return callSql(context, first, rest);
    case "callSql": {
      const text = constantText(first);
      context.written.push(...(text === undefined ? [] : [text]));
      return text === undefined ? undefined : `(${text})`;
    }
    case "and":
    case "or": {
      const all = sqlsOf(context, [first, ...rest]);
      return all && `(${all.join(` ${method.toUpperCase()} `)})`;
    }
    case "ifThenElse": {
      const all = sqlsOf(context, [first, ...rest]);
      return all && `(CASE WHEN ${all[0]} THEN ${all[1]} ELSE ${all[2]} END)`;
    }
    case "nullOf":
      return `CAST(NULL AS ${typeText(context.tables, first).sql})`;
    default: {
      const name = staticFunctions[method] ?? namedAlike(method);
      const all = name === undefined ? undefined : sqlsOf(context, [first, ...rest]);
      return all && `${name}(${all.join(", ")})`;
    }
  }
}

function callSql(
  context: SqlOfExpressions,
  first: Value,
  rest: readonly Value[],
): string | undefined {
  const given = preferred(first);
  const name = constantText(given) ?? inlineFunction(context, given);
  const all = sqlsOf(context, rest);
  return name === undefined || all === undefined ? undefined : `${name}(${all.join(", ")})`;
}

/** The name that the text has for a function that is given by its class, or as an object. */
function inlineFunction({ tables, functions }: SqlOfExpressions, given: Value): string | undefined {
  const className =
    given.kind === "class" ? given.name : given.kind === "instance" ? given.class.name : undefined;
  const [temporal] = relationsOf(tables, given);
  if (className === undefined && temporal === undefined) {
    return undefined;
  }
  const key = className ?? `temporal ${identitiesOf(given)[0]}`;
  const name = functions.get(key)?.name ?? `inline_function_${functions.size}`;
  functions.set(key, { name, className, temporal });
  return name;
}

function sqlsOf(
  context: SqlOfExpressions,
  values: readonly Value[],
): readonly string[] | undefined {
  const all = values.flatMap((it) => sqlOf(context, it) ?? []);
  return all.length === values.length ? all : undefined;
}

function methodSql(
  context: SqlOfExpressions,
  method: string,
  object: string,
  args: readonly Value[],
): string | undefined {
  const [first] = args;
  switch (method) {
    case "as":
    case "asc":
      return object;
    case "desc":
      return `${object} DESC`;
    case "cast":
    case "tryCast": {
      const word = method === "cast" ? "CAST" : "TRY_CAST";
      return first && `${word}(${object} AS ${typeText(context.tables, first).sql})`;
    }
    case "jsonValue": {
      const [, type] = args;
      const path = first && sqlOf(context, first);
      const returned = type === undefined ? "" : ` RETURNING ${typeText(context.tables, type).sql}`;
      return path === undefined || args.length > 2
        ? undefined
        : `JSON_VALUE(${object}, ${path}${returned})`;
    }
    case "get": {
      const name = constantText(first);
      return name === undefined ? undefined : `${object}.${quoted(name)}`;
    }
    default:
  }
  const all = sqlsOf(context, args);
  if (all === undefined) {
    return undefined;
  }
  const operator = infix[method];
  if (operator !== undefined && all.length === 1) {
    return `(${object} ${operator} ${all[0]})`;
  }
  const unit = intervalUnits[method];
  if (unit !== undefined && all.length === 0) {
    return /^\d+$/.test(object) ? `INTERVAL '${object}' ${unit}` : undefined;
  }
  const behind = postfix[method];
  if (behind !== undefined && all.length === 0) {
    return `(${object} ${behind})`;
  }
  switch (method) {
    case "in":
      return `(${object} IN (${all.join(", ")}))`;
    case "between":
    case "notBetween": {
      const not = method === "between" ? "" : "NOT ";
      return all.length === 2 ? `(${object} ${not}BETWEEN ${all[0]} AND ${all[1]})` : undefined;
    }
    case "at":
      return `${object}[${all[0]}]`;
    case "ifThenElse":
      return `(CASE WHEN ${object} THEN ${all[0]} ELSE ${all[1]} END)`;
    case "substring":
    case "substr":
      // SQL's may be null for any text, that of the Table API where its text may: LTRIM has the same type.
      return object.startsWith("'")
        ? `SUBSTRING(${[object, ...all].join(", ")})`
        : `LTRIM(${object})`;
    case "countDistinct":
      return `COUNT(DISTINCT ${object})`;
    default: {
      const name = methodFunctions[method] ?? namedAlike(method);
      return name === undefined ? undefined : `${name}(${[object, ...all].join(", ")})`;
    }
  }
}

/** Most methods are functions of SQL in camel case: `regexpReplace` is REGEXP_REPLACE. */
function namedAlike(method: string): string | undefined {
  const name = method.replace(/[A-Z]/g, (it) => `_${it}`).toUpperCase();
  return scalarFunctionTypes.has(name) || aggregateFunctionTypes.has(name) ? name : undefined;
}

const infix: Readonly<Record<string, string>> = {
  ...infixOperators,
  mod: "%",
  like: "LIKE",
  similar: "SIMILAR TO",
};

const postfix: Readonly<Record<string, string>> = {
  isNull: "IS NULL",
  isNotNull: "IS NOT NULL",
  isTrue: "IS TRUE",
  isFalse: "IS FALSE",
  isNotTrue: "IS NOT TRUE",
  isNotFalse: "IS NOT FALSE",
};

const intervalUnits: Readonly<Record<string, string>> = {
  ...{ second: "SECOND", seconds: "SECOND", minute: "MINUTE", minutes: "MINUTE" },
  ...{ hour: "HOUR", hours: "HOUR", day: "DAY", days: "DAY" },
  ...{ month: "MONTH", months: "MONTH", year: "YEAR", years: "YEAR" },
};

const constantCalls: Readonly<Record<string, string>> = {
  currentDate: "CURRENT_DATE",
  currentTime: "CURRENT_TIME",
  currentTimestamp: "CURRENT_TIMESTAMP",
  pi: "PI()",
};

const staticFunctions: Readonly<Record<string, string>> = {
  not: "NOT",
  concat: "CONCAT",
  concatWs: "CONCAT_WS",
  coalesce: "COALESCE",
  row: "ROW",
  toTimestamp: "TO_TIMESTAMP",
  toTimestampLtz: "TO_TIMESTAMP_LTZ",
  fromUnixTime: "FROM_UNIXTIME",
  dateFormat: "DATE_FORMAT",
  nullIf: "NULLIF",
  toDate: "TO_DATE",
  unixTimestamp: "UNIX_TIMESTAMP",
};

const methodFunctions: Readonly<Record<string, string>> = {
  not: "NOT",
  upperCase: "UPPER",
  lowerCase: "LOWER",
  charLength: "CHAR_LENGTH",
  trim: "TRIM",
  ltrim: "LTRIM",
  rtrim: "RTRIM",
  replace: "REPLACE",
  concat: "CONCAT",
  abs: "ABS",
  floor: "FLOOR",
  ceil: "CEIL",
  round: "ROUND",
  power: "POWER",
  sqrt: "SQRT",
  ifNull: "IFNULL",
  regexpExtract: "REGEXP_EXTRACT",
  sum: "SUM",
  min: "MIN",
  max: "MAX",
  avg: "AVG",
  count: "COUNT",
  firstValue: "FIRST_VALUE",
  lastValue: "LAST_VALUE",
  stddevPop: "STDDEV_POP",
  stddevSamp: "STDDEV_SAMP",
  varPop: "VAR_POP",
  varSamp: "VAR_SAMP",
};
