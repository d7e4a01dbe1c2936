import type { Expression, GroupingItem, Select } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import { joinTraces, retrace, traceAll, traceScalar } from "./origins.ts";
import type { AggregateCall, Relation, RelationColumn, Scalar } from "./relation.ts";
import { columnOf } from "./relations.ts";
import { noKeys, type Resolver, refuseInvalid, type Scope } from "./resolver.ts";
import { scalarKey } from "./scalar-key.ts";

/** The group keys of a SELECT; `sets` count them for GROUPING SETS, ROLLUP and CUBE. */
export interface Grouping {
  readonly groups: readonly Scalar[];
  readonly sets: readonly (readonly number[])[] | undefined;
  readonly nullableKeys: ReadonlySet<string>;
}

/** Resolves GROUP BY: expressions over FROM. FlinkSqlConformance allows neither places nor aliases of the SELECT list. */
export function groupingOf(resolver: Resolver, scope: Scope, node: Select): Grouping {
  if (node.groupBy === undefined) {
    return { groups: [], sets: undefined, nullableKeys: noKeys };
  }
  const groups: Scalar[] = [];
  const keys: string[] = [];
  const add = (expression: Expression): number => {
    const scalar = resolver.expression(resolver, scope, expression);
    const key = scalarKey(scalar);
    const known = keys.indexOf(key);
    if (known >= 0) {
      return known;
    }
    keys.push(key);
    groups.push(scalar);
    return groups.length - 1;
  };
  const sets = product(node.groupBy.items.map((it) => setsOf(it, add)));
  if (sets.length === 1) {
    return { groups, sets: undefined, nullableKeys: noKeys };
  }
  const nullable = keys.filter((_, index) => sets.some((set) => !set.includes(index)));
  return { groups, sets, nullableKeys: new Set(nullable) };
}

type Sets = readonly (readonly number[])[];

function setsOf(item: GroupingItem, add: (expression: Expression) => number): Sets {
  switch (item.kind) {
    case "expression":
      return item.expression.kind === "row" && !item.expression.explicit
        ? [item.expression.values.map(add)]
        : [[add(item.expression)]];
    case "()":
      return [[]];
    case "GROUPING SETS":
      return item.sets.flatMap((it) => setsOf(it, add));
    case "ROLLUP": {
      const parts = item.sets.map((it) => setsOf(it, add).flat());
      return Array.from({ length: parts.length + 1 }, (_, index) =>
        parts.slice(0, parts.length - index).flat(),
      );
    }
    case "CUBE": {
      const parts = item.sets.map((it) => setsOf(it, add).flat());
      return Array.from({ length: 2 ** Math.min(parts.length, 10) }, (_, mask) =>
        parts.filter((__, index) => (mask & (1 << index)) === 0).flat(),
      );
    }
  }
}

function product(parts: readonly Sets[]): Sets {
  return parts.reduce<Sets>(
    (before, sets) =>
      before.flatMap((one) => sets.map((other) => [...new Set([...one, ...other])])),
    [[]],
  );
}

/** An aggregation and the expressions above it, now over its columns. */
export function aggregate(
  resolver: Resolver,
  input: Relation,
  grouping: Grouping,
  scalars: readonly Scalar[],
  at: Location,
): { readonly relation: Relation; readonly scalars: readonly Scalar[] } {
  const keys = new Map(grouping.groups.map((it, index) => [scalarKey(it), index]));
  const calls: AggregateCall[] = [];
  const callKeys: string[] = [];
  const lift = (scalar: Scalar): Scalar =>
    liftOver(scalar, { resolver, grouping, keys, calls, callKeys });
  const lifted = scalars.map(lift);
  const columns: readonly RelationColumn[] = [
    ...grouping.groups.map((it, index) => {
      const column = columnOf(`$g${index}`, it, input.columns);
      return grouping.nullableKeys.has(scalarKey(it))
        ? { ...column, type: { ...column.type, nullable: true } }
        : column;
    }),
    ...calls.map((it, index) => ({
      name: `$a${index}`,
      type: it.type,
      ...joinTraces([
        traceAll(it.arguments, input.columns, "AGGREGATION"),
        ...(it.filter === undefined
          ? []
          : [retrace(traceScalar(it.filter, input.columns), "CONDITIONAL")]),
      ]),
    })),
  ];
  return {
    relation: {
      kind: "aggregate",
      input,
      groups: grouping.groups,
      sets: grouping.sets,
      calls,
      columns,
      complete: true,
      at,
    },
    scalars: lifted,
  };
}

interface Lifting {
  readonly resolver: Resolver;
  readonly grouping: Grouping;
  readonly keys: ReadonlyMap<string, number>;
  readonly calls: AggregateCall[];
  readonly callKeys: string[];
}

/** The expression over the aggregation's columns: group keys and aggregate calls become columns. */
function liftOver(scalar: Scalar, state: Lifting): Scalar {
  const group = state.keys.get(scalarKey(scalar));
  if (group !== undefined) {
    return { kind: "input", index: group, type: scalar.type, at: scalar.at };
  }
  switch (scalar.kind) {
    case "call": {
      if (scalar.aggregate !== undefined) {
        return aggregateColumn(scalar, scalar.aggregate, state);
      }
      const window = windowGroup(scalar, state);
      return window ?? { ...scalar, operands: scalar.operands.map((it) => liftOver(it, state)) };
    }
    case "field":
      return { ...scalar, object: liftOver(scalar.object, state) };
    case "over":
      return {
        ...scalar,
        operands: scalar.operands.map((it) => liftOver(it, state)),
        partitionBy: scalar.partitionBy.map((it) => liftOver(it, state)),
        orderBy: scalar.orderBy.map((it) => liftOver(it, state)),
      };
    case "subquery":
    case "unknown":
      return { ...scalar, operands: scalar.operands.map((it) => liftOver(it, state)) };
    case "input":
      return notGrouped(scalar, state);
    default:
      return scalar;
  }
}

function aggregateColumn(
  scalar: Scalar & { readonly kind: "call" },
  facts: Pick<AggregateCall, "distinct" | "filter" | "merges">,
  state: Lifting,
): Scalar {
  const key = scalarKey(scalar);
  let index = state.callKeys.indexOf(key);
  if (index < 0) {
    index = state.callKeys.length;
    state.callKeys.push(key);
    state.calls.push({
      ...facts,
      function: scalar.operator,
      arguments: scalar.operands,
      type: scalar.type,
      at: scalar.at,
    });
  }
  return {
    kind: "input",
    index: state.grouping.groups.length + index,
    type: scalar.type,
    at: scalar.at,
  };
}

/** TUMBLE_START(time, size) and its kin: a property of the group TUMBLE(time, size). */
function windowGroup(
  scalar: Scalar & { readonly kind: "call" },
  state: Lifting,
): Scalar | undefined {
  const [, window] = /^(TUMBLE|HOP|SESSION)_/.exec(scalar.operator) ?? [];
  if (window === undefined) {
    return undefined;
  }
  const index = state.keys.get(scalarKey({ ...scalar, operator: window }));
  const group = index === undefined ? undefined : state.grouping.groups[index];
  return index === undefined || group === undefined
    ? undefined
    : {
        ...scalar,
        operands: [{ kind: "input", index, type: group.type, at: scalar.at }],
      };
}

function notGrouped(scalar: Scalar, state: Lifting): Scalar {
  if (state.resolver.failures.length === 0) {
    const message = "Expression is not being grouped";
    refuseInvalid(state.resolver, message, scalar.at);
  }
  return {
    kind: "unknown",
    reason: "missing",
    type: scalar.type,
    operands: [],
    origins: [],
    at: scalar.at,
  };
}
