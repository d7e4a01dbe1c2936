import type { DataType } from "../../catalog/data-type.ts";
import { valueIn } from "../../catalog/persistent-map.ts";
import type { JoinType, Relation, Scalar } from "../../catalog/relation.ts";
import { nullableColumns } from "../../catalog/relations.ts";
import { unknownType } from "../../catalog/resolver.ts";
import { isBytes, isNumber, isText } from "../../catalog/types/merge.ts";
import { constantText } from "../../connectors/calls.ts";
import { type Call, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { scalarsOf } from "./expressions.ts";
import { joinBySql } from "./query-of-calls.ts";
import {
  refused,
  relationsOf,
  type TableEnvironment,
  type TableObject,
  type Tables,
  unknownRelation,
} from "./state.ts";

/** The window's own column can be selected and grouped by. */
export function windowed(tables: Tables, input: Relation, call: Call): Relation {
  const log = tables.run.ask.log();
  const named = makerOf(log, call.arguments[0]);
  const name = named?.method === "as" ? constantText(named.arguments[0]) : undefined;
  const type = unknownType("unsupported", "A window.");
  return {
    kind: "tableFunction",
    name: "TUMBLE",
    inputs: [input],
    arguments: [],
    window: true,
    columns: [...input.columns, { name: name ?? "w", type, origins: [], open: true }],
    complete: input.complete,
    at: call.name,
  };
}

const joinTypes: Readonly<Record<string, JoinType>> = {
  join: "inner",
  leftOuterJoin: "left",
  rightOuterJoin: "right",
  fullOuterJoin: "full",
};

/** `join` and its outer forms. */
export function joined(tables: Tables, table: TableObject, call: Call): Relation {
  const left = table.relation;
  const [other, condition] = call.arguments;
  const [right] = other === undefined ? [] : relationsOf(tables, other);
  if (right === undefined) {
    return unknownRelation([left], "The other side of the join is not known.", call.name);
  }
  refuseAmbiguous(tables, left, right, call);
  const type = joinTypes[call.method] ?? "inner";
  const columns = [
    ...(type === "right" || type === "full" ? nullableColumns(left.columns) : left.columns),
    ...(type === "left" || type === "full" ? nullableColumns(right.columns) : right.columns),
  ];
  const complete = left.complete && right.complete;
  const [scalar] =
    condition === undefined || !complete
      ? []
      : (scalarsOf(tables, columns, [condition], call.name) ?? []);
  if (scalar !== undefined && scalar.scalar.kind !== "literal" && !mayEquate(scalar.scalar)) {
    refused(
      tables,
      call,
      "The join condition is not valid: at least one equi-join predicate is required.",
    );
  }
  const inSql = complete ? joinBySql(tables, table, call, right) : undefined;
  if (inSql !== undefined) {
    return inSql;
  }
  return {
    kind: "join",
    type,
    left,
    right,
    condition: scalar?.scalar,
    temporal: undefined,
    columns,
    complete,
    at: call.name,
  };
}

/** JoinOperationFactory.validateNamesAmbiguity. */
function refuseAmbiguous(tables: Tables, left: Relation, right: Relation, call: Call): void {
  const names = new Set(left.columns.map((it) => it.name));
  const both = right.columns.map((it) => it.name).filter((it) => names.has(it));
  if (both.length > 0 && left.complete && right.complete) {
    refused(tables, call, `join relations with ambiguous names: [${both.join(", ")}]`);
  }
}

/** JoinOperationFactory: a condition that is no literal holds an equality. */
function mayEquate(part: Scalar): boolean {
  return part.kind === "call"
    ? part.operator === "=" || part.operands.some(mayEquate)
    : part.kind !== "input" && part.kind !== "literal";
}

/** `union` and the like. */
export function setOperation(tables: Tables, left: Relation, call: Call): Relation {
  const others = call.arguments.flatMap((it) => relationsOf(tables, it));
  refuseUnlike(tables, left, others, call);
  return {
    kind: "set",
    operator: call.method.startsWith("union")
      ? "union"
      : call.method.startsWith("intersect")
        ? "intersect"
        : "except",
    all: call.method.endsWith("All"),
    inputs: [left, ...others],
    columns: left.columns,
    complete: left.complete,
    at: call.name,
  };
}

/** SetOperationFactory.validateSetOperation. */
function refuseUnlike(
  tables: Tables,
  left: Relation,
  others: readonly Relation[],
  call: Call,
): void {
  for (const right of others.filter((it) => it.complete && left.complete)) {
    const [one, other] = [left.columns.length, right.columns.length];
    if (one !== other) {
      const message = `The ${call.method} operation on two tables of different column sizes: ${one} and ${other} is not supported`;
      refused(tables, call, message);
      return;
    }
    const at = left.columns.findIndex((it, index) => {
      const families = [familyOf(it.type), familyOf(right.columns[index]?.type ?? it.type)];
      return !families.includes(undefined) && families[0] !== families[1];
    });
    if (at >= 0) {
      refused(tables, call, `Incompatible types for ${call.method} operation at position ${at}.`);
    }
  }
}

/** Types of two of these have none in common. */
function familyOf(type: DataType): string | undefined {
  return isNumber(type)
    ? "number"
    : isText(type)
      ? "text"
      : isBytes(type)
        ? "bytes"
        : type.kind === "BOOLEAN"
          ? "boolean"
          : undefined;
}

/** SetOperationFactory.failIfStreaming: only `unionAll` is for tables without an end. */
export function failInStreaming(tables: Tables, environment: TableEnvironment, call: Call): void {
  const { configuration } = environment.session;
  const mode = valueIn(configuration, "execution.runtime-mode")?.value;
  // What a stream environment's mode is may also be said by the cluster.
  const isStreaming =
    mode === undefined
      ? environment.environments.every((it) => it < 0)
      : constantText(mode)?.toUpperCase() === "STREAMING";
  if (call.method !== "unionAll" && isStreaming) {
    const operation = call.method.replace(/[A-Z]/g, (it) => `_${it}`).toUpperCase();
    refused(
      tables,
      call,
      `The ${operation} operation on two unbounded tables is currently not supported.`,
    );
  }
}

/** `limit`, `offset`, `fetch`: they join the sort that they follow, as RelBuilder.sortLimit does. */
export function limited(input: Relation, call: Call): Relation {
  const [first, second] = call.arguments;
  const sort = input.kind === "sort" ? input : undefined;
  const skips = call.method === "offset" ? first : second === undefined ? undefined : first;
  const takes = call.method === "offset" ? undefined : (second ?? first);
  const isFree =
    sort !== undefined &&
    (skips === undefined || sort.offset === undefined) &&
    (takes === undefined || sort.limit === undefined) &&
    !(skips !== undefined && sort.limit !== undefined);
  return {
    kind: "sort",
    input: isFree ? sort.input : input,
    keys: isFree ? sort.keys : [],
    isDescending: isFree && sort.isDescending,
    offset: skips === undefined ? (isFree ? sort.offset : undefined) : numberOf(skips),
    limit: takes === undefined ? (isFree ? sort.limit : undefined) : numberOf(takes),
    columns: input.columns,
    complete: input.complete,
    at: call.name,
  };
}

function numberOf(value: Value): number | "unknown" {
  return value.kind === "constant" && typeof value.value === "number" ? value.value : "unknown";
}

/** `orderBy` over expressions that are not read. */
export function sortedByUnread(input: Relation, call: Call): Relation {
  return {
    kind: "sort",
    input,
    keys: [],
    isDescending: false,
    offset: undefined,
    limit: undefined,
    columns: input.columns,
    complete: input.complete,
    at: call.name,
  };
}
