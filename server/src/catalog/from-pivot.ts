import { isAtLeast } from "../connectors/versions.ts";
import type { Expression, Name, Pivot, SelectItem, Unpivot } from "../syntax/sql/ast.ts";
import { rowValuesOf } from "../syntax/sql/row.ts";
import type { Location } from "../text/range.ts";
import { type DataType, withNullable } from "./data-type.ts";
import { joinTraces, retrace, traceAll, traceScalar } from "./origins.ts";
import { readColumns } from "./prune/columns.ts";
import type {
  AggregateCall,
  Relation,
  RelationColumn,
  Scalar,
  UnpivotRelation,
} from "./relation.ts";
import { inputsOf } from "./relations.ts";
import {
  type Environment,
  locate,
  type Resolver,
  refuseInvalid,
  type Scope,
  type Source,
  scopeOf,
} from "./resolver.ts";
import { allOf, booleanCall } from "./scalars.ts";
import { commonType, isNumber, isText } from "./types/merge.ts";

/** PIVOT: groups by the columns that it does not name; a column for each value and measure. */
export function pivotRelation(
  resolver: Resolver,
  environment: Environment,
  source: Source,
  node: Pivot,
): Relation {
  const input = source.relation;
  const scope: Scope = { ...scopeOf(resolver, environment, source), grouping: "one" };
  const axes = node.axes.map((it) => resolver.expression(resolver, scope, columnNode(it)));
  const measures = node.aggregates.map((it) => measureOf(resolver, scope, it));
  const values = node.values.map((it) =>
    rowValuesOf(it.expression).map((part) => resolver.expression(resolver, scope, part)),
  );
  for (const [index, value] of values.entries()) {
    if (value.length !== axes.length) {
      const at = locate(resolver, node.values[index] ?? node);
      refuseInvalid(
        resolver,
        `Value count in PIVOT (${value.length}) must match number of FOR columns (${axes.length})`,
        at,
      );
    }
  }
  const used = new Set([...axes, ...measures].flatMap(readColumns));
  const groups = inputsOf(input).filter((_, index) => !used.has(index));
  const calls = values.flatMap((value) =>
    measures.flatMap((it): readonly AggregateCall[] =>
      it.kind === "call" && it.aggregate !== undefined
        ? [
            {
              function: it.operator,
              distinct: it.aggregate.distinct,
              arguments: it.operands,
              filter: conditionOf(axes, value),
              type: it.type,
              at: it.at,
            },
          ]
        : [],
    ),
  );
  const names = node.values.flatMap((value) =>
    node.aggregates.map((it) =>
      [value.alias?.text ?? textOf(value.expression), it.alias?.text].flatMap((part) => part ?? []),
    ),
  );
  if (resolver.failures.length === 0 && isAtLeast(resolver.context.flink ?? "2", 2, 0)) {
    const at = locate(resolver, node);
    const message =
      "Flink 2 has no plan for PIVOT (SqlToRelConverter throws a NullPointerException): group, with SUM(...) FILTER (WHERE ...) for each value.";
    refuseInvalid(resolver, message, at, "java.lang.NullPointerException");
  }
  return {
    kind: "aggregate",
    input,
    groups,
    sets: undefined,
    calls,
    columns: [
      ...groups.flatMap((it) => (it.kind === "input" ? (input.columns[it.index] ?? []) : [])),
      ...calls.map((it, index) => callColumn(names[index]?.join("_") ?? "", it, input)),
    ],
    complete: input.complete,
    at: locate(resolver, node),
  };
}

function measureOf(resolver: Resolver, scope: Scope, item: SelectItem): Scalar {
  const scalar = resolver.expression(resolver, scope, item.expression);
  if (scalar.kind === "call" && scalar.aggregate?.filter === undefined && scalar.aggregate) {
    return scalar;
  }
  if (scalar.kind !== "unknown") {
    refuseInvalid(resolver, "Measure expression in PIVOT must use aggregate function", scalar.at);
  }
  return scalar;
}

function callColumn(name: string, call: AggregateCall, input: Relation): RelationColumn {
  const traces = [traceAll(call.arguments, input.columns, "AGGREGATION")];
  if (call.filter !== undefined) {
    traces.push(retrace(traceScalar(call.filter, input.columns), "CONDITIONAL"));
  }
  return { name, type: call.type, ...joinTraces(traces) };
}

function conditionOf(axes: readonly Scalar[], value: readonly Scalar[]): Scalar | undefined {
  return allOf(
    axes.flatMap((axis, index): readonly Scalar[] => {
      const other = value[index];
      return other === undefined ? [] : [booleanCall("=", [axis, other], axis.at)];
    }),
  );
}

/** UNPIVOT: a row for each row and list of columns; those that it lists give way to axes and measures. */
export function unpivotRelation(
  resolver: Resolver,
  environment: Environment,
  source: Source,
  node: Unpivot,
): UnpivotRelation {
  const input = source.relation;
  const scope = scopeOf(resolver, environment, source);
  const lists = node.inputs.map((it) =>
    it.columns.map((name) => resolver.expression(resolver, scope, columnNode(name))),
  );
  const values = node.inputs.map((it) =>
    it.values === undefined
      ? node.axes.map(() => nameOfColumns(resolver, it))
      : rowValuesOf(it.values).map((part) => resolver.expression(resolver, scope, part)),
  );
  const used = new Set(lists.flat().flatMap(readColumns));
  const kept = inputsOf(input).flatMap((it) =>
    it.kind === "input" && !used.has(it.index) ? [it.index] : [],
  );
  const passed = kept.flatMap((it) => input.columns[it] ?? []);
  checkUnpivot(resolver, node, passed);
  const only = node.measures.length === 1;
  const measures = node.measures.map((name, index): RelationColumn => {
    const parts = lists.flatMap((it) => it[index] ?? []);
    const type = sharedType(
      resolver,
      parts,
      `measure '${name.text}' because source columns have different data types`,
      name,
    );
    return {
      name: name.text,
      type: withNullable(type, node.includeNulls === true || (type.nullable && !only)),
      ...traceAll(parts, input.columns, "TRANSFORMATION"),
    };
  });
  const axes = node.axes.map((name, index): RelationColumn => {
    const parts = values.flatMap((it) => it[index] ?? []);
    const type = sharedType(resolver, parts, `axis '${name.text}'`, name);
    return { name: name.text, type: varying(type), origins: [], open: false };
  });
  return {
    kind: "unpivot",
    input,
    kept,
    axes: axes.length,
    values,
    includeNulls: node.includeNulls === true,
    columns: [...passed, ...axes, ...measures],
    complete: input.complete,
    at: locate(resolver, node),
  };
}

/** Where Flink validates a query twice, as in CTAS and for some columns of a sink, what it reads needs a name. */
export function refuseRereading(resolver: Resolver, at: Location): void {
  if (resolver.rereading.unnamed && isAtLeast(resolver.context.flink ?? "2", 2, 0)) {
    const message =
      "Table 'EXPR$0' not found: in CTAS, and in an INSERT into some columns, LATERAL, UNNEST and UNPIVOT need a name (AS ...) for their columns to be read.";
    refuseInvalid(resolver, message, at);
  }
}

/** SqlValidatorImpl.validateUnpivot: each list is as long as the measures, each name stands once. */
function checkUnpivot(resolver: Resolver, node: Unpivot, passed: readonly RelationColumn[]): void {
  const lists = node.inputs.flatMap((it) => [
    { count: it.columns.length, wanted: node.measures.length, at: it },
    ...(it.values === undefined
      ? []
      : [{ count: rowValuesOf(it.values).length, wanted: node.axes.length, at: it }]),
  ]);
  const uneven = lists.find((it) => it.count !== it.wanted);
  if (uneven !== undefined) {
    const message = `Value count in UNPIVOT (${uneven.count}) must match number of FOR columns (${uneven.wanted})`;
    refuseInvalid(resolver, message, locate(resolver, uneven.at));
  }
  const names = passed.map((it) => it.name);
  for (const name of [...node.axes, ...node.measures]) {
    if (names.includes(name.text)) {
      refuseInvalid(
        resolver,
        `Duplicate column name '${name.text}' in UNPIVOT`,
        locate(resolver, name),
      );
    }
    names.push(name.text);
  }
}

function sharedType(
  resolver: Resolver,
  parts: readonly Scalar[],
  what: string,
  node: { readonly range: Unpivot["range"] },
): DataType {
  const types = parts.map((it) => it.type);
  const families = new Set(types.map(familyOf).filter((it) => it !== undefined));
  if (families.size > 1) {
    refuseInvalid(resolver, `In UNPIVOT, cannot derive type for ${what}`, locate(resolver, node));
  }
  return commonType("calcite", types);
}

/** Kinds of types that have no type in common with another kind; undefined where that is not sure. */
function familyOf(type: DataType): string | undefined {
  if (isText(type) || isNumber(type)) {
    return isText(type) ? "text" : "number";
  }
  return ["BOOLEAN", "DATE", "TIME", "ARRAY", "MAP", "ROW"].find((it) => it === type.kind);
}

/** The planner keeps the axes in Values, whose texts vary in length. */
function varying(type: DataType): DataType {
  return type.kind === "CHAR" ? { ...type, kind: "VARCHAR" } : type;
}

/** Columns without AS are named by their own names. */
function nameOfColumns(resolver: Resolver, input: Unpivot["inputs"][number]): Scalar {
  const value = input.columns.map((it) => it.parts.map((part) => part.text).join(".")).join("_");
  return {
    kind: "literal",
    value,
    type: { kind: "CHAR", length: value.length, nullable: false },
    at: locate(resolver, input),
  };
}

function columnNode(name: Name): Expression {
  return { kind: "column", name, range: name.range };
}

/** The name of a value without AS: its text. */
function textOf(node: Expression): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "string":
      return `'${node.text}'`;
    case "row":
      return node.values.map(textOf).join("_");
    default:
      return "";
  }
}
