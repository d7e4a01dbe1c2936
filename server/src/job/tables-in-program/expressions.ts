import type { DataType } from "../../catalog/data-type.ts";
import type { RelationColumn, Scalar } from "../../catalog/relation.ts";
import { unknownScalar, unknownType } from "../../catalog/resolver.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import type { Location } from "../../text/range.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import type { Tables } from "./state.ts";

/** An expression of the Table API over the columns of a relation, with the name it gives its column. */
export interface NamedScalar {
  readonly name: string;
  /** Whether the name is written, by `as` or as the column's own. */
  readonly named: boolean;
  readonly scalar: Scalar;
  /** An aggregate function stands in it. */
  readonly aggregates: boolean;
}

/** The scalars of the expressions; `undefined` where all columns may be meant (`$("*")`, a text that is not read). */
export function scalarsOf(
  tables: Tables,
  columns: readonly RelationColumn[],
  values: readonly Value[],
  at: Location,
): readonly NamedScalar[] | undefined {
  const context: Context = { tables, columns, at };
  const result: NamedScalar[] = [];
  for (const value of flattened(tables, values)) {
    const named = namedOf(context, value);
    if (named === undefined) {
      return undefined;
    }
    result.push(named);
  }
  return result;
}

interface Context {
  readonly tables: Tables;
  readonly columns: readonly RelationColumn[];
  readonly at: Location;
}

function flattened(tables: Tables, values: readonly Value[]): readonly Value[] {
  return values.flatMap((it) =>
    it.kind === "list" ? tables.run.ask.items(it).items.map((item) => item.value) : [preferred(it)],
  );
}

function namedOf(context: Context, value: Value): NamedScalar | undefined {
  const text = constantText(value);
  if (text !== undefined) {
    return undefined;
  }
  const call = callOf(context, value);
  if (call?.method === "as") {
    const name = constantText(call.arguments[0]);
    const inner = call.receiver === undefined ? undefined : namedOf(context, call.receiver);
    return inner === undefined
      ? undefined
      : { ...inner, name: name ?? inner.name, named: name !== undefined };
  }
  if (isAll(call)) {
    return undefined;
  }
  const scalar = scalarOf(context, value);
  const column = scalar.kind === "input" ? context.columns[scalar.index]?.name : undefined;
  const written = call?.method === "$" ? constantText(call.arguments[0]) : undefined;
  return {
    name: column ?? written ?? `_c${context.columns.length}`,
    named: (column ?? written) !== undefined,
    scalar,
    aggregates: aggregatesIn(context, value),
  };
}

function isAll(call: Call | undefined): boolean {
  return (
    (call?.method === "$" && constantText(call.arguments[0]) === "*") ||
    /^with(out|All)?Columns$/.test(call?.method ?? "")
  );
}

function callOf({ tables }: Context, value: Value): Call | undefined {
  return makerOf(tables.run.ask.log(), preferred(value));
}

/** The scalar of one expression. */
function scalarOf(context: Context, given: Value): Scalar {
  const { at } = context;
  const value = preferred(given);
  if (value.kind === "constant") {
    return literal(value.value, at);
  }
  const call = callOf(context, value);
  if (call === undefined) {
    return unknownScalar("unsupported", "An expression that is not read.", all(context), at);
  }
  if (call.receiver === undefined) {
    return staticScalar(context, call);
  }
  const operands = [call.receiver, ...call.arguments].map((it) => scalarOf(context, it));
  if (call.method === "as") {
    return operands[0] ?? literal(null, at);
  }
  const operator = operators[call.method];
  return operator === undefined
    ? unknownScalar("unsupported", `The call ${call.method} is not read.`, operands, call.name)
    : { kind: "call", operator, operands, type: typeOf(operator), at: call.name };
}

function staticScalar(context: Context, call: Call): Scalar {
  const { columns } = context;
  const [first] = call.arguments;
  switch (call.method) {
    case "$":
    case "col": {
      const name = constantText(first);
      const index = columns.findIndex((it) => it.name === name);
      const column = columns[index];
      return column === undefined
        ? unknownScalar("missing", `There is no column ${name ?? ""}.`, [], call.name)
        : { kind: "input", index, type: column.type, at: call.name };
    }
    case "lit":
      return first?.kind === "constant"
        ? literal(first.value, call.name)
        : unknownScalar("unsupported", "A literal that is not known.", [], call.name);
    case "and":
    case "or":
    case "not": {
      const operator = call.method.toUpperCase();
      const operands = call.arguments.map((it) => scalarOf(context, it));
      return { kind: "call", operator, operands, type: boolean, at: call.name };
    }
    default:
      return unknownScalar(
        "unsupported",
        `The call ${call.method} is not read.`,
        call.arguments.filter((it) => it.kind === "object").map((it) => scalarOf(context, it)),
        call.name,
      );
  }
}

function literal(value: string | number | bigint | boolean | null, at: Location): Scalar {
  return {
    kind: "literal",
    value: typeof value === "number" || typeof value === "bigint" ? String(value) : value,
    type:
      typeof value === "boolean"
        ? { kind: "BOOLEAN", nullable: false }
        : typeof value === "string"
          ? { kind: "CHAR", length: Math.max(1, value.length), nullable: false }
          : value === null
            ? { kind: "NULL", nullable: true }
            : { kind: "INT", nullable: false },
    at,
  };
}

function all({ columns, at }: Context): readonly Scalar[] {
  return columns.map((it, index) => ({ kind: "input", index, type: it.type, at }));
}

const boolean: DataType = { kind: "BOOLEAN", nullable: true };

function typeOf(operator: string): DataType {
  return /^(=|<>|>|>=|<|<=|AND|OR|NOT|IS NULL|IS NOT NULL)$/.test(operator)
    ? boolean
    : unknownType("unsupported", "The type of an expression of the Table API.");
}

/** Methods of expressions that stand between two operands in SQL. */
export const infixOperators: Readonly<Record<string, string>> = {
  isEqual: "=",
  isNotEqual: "<>",
  isGreater: ">",
  isGreaterOrEqual: ">=",
  isLess: "<",
  isLessOrEqual: "<=",
  and: "AND",
  or: "OR",
  plus: "+",
  minus: "-",
  times: "*",
  dividedBy: "/",
};

const operators: Readonly<Record<string, string>> = {
  ...infixOperators,
  not: "NOT",
  isNull: "IS NULL",
  isNotNull: "IS NOT NULL",
};

/** Methods of expressions that are aggregate functions. */
export const aggregateMethods: ReadonlySet<string> = new Set([
  ...["sum", "sum0", "min", "max", "count", "avg", "stddevPop", "stddevSamp", "varPop", "varSamp"],
  ...["collect", "distinct", "firstValue", "lastValue", "listAgg", "arrayAgg", "jsonObjectAgg"],
]);

function aggregatesIn(context: Context, value: Value, depth = 0): boolean {
  const call = depth > 20 ? undefined : callOf(context, value);
  return (
    call !== undefined &&
    (aggregateMethods.has(call.method) ||
      [call.receiver, ...call.arguments].some(
        (it) => it !== undefined && it.kind === "object" && aggregatesIn(context, it, depth + 1),
      ))
  );
}
