import type { JoinType, Relation, Scalar } from "../../catalog/relation.ts";
import { nullableColumns } from "../../catalog/relations.ts";
import type { Call } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { scalarsOf } from "./expressions.ts";
import { familyOf } from "./mixed-comparison.ts";
import { joinBySql } from "./query-of-calls.ts";
import {
  type Limit,
  refused,
  relationsOf,
  type TableEnvironment,
  type TableObject,
  type Tables,
  unknownRelation,
} from "./state.ts";
import { isStreaming } from "./windows.ts";

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

/** SetOperationFactory.failIfStreaming: only `unionAll` is for tables without an end. */
export function failInStreaming(tables: Tables, environment: TableEnvironment, call: Call): void {
  if (call.method !== "unionAll" && isStreaming(environment)) {
    const operation = call.method.replace(/[A-Z]/g, (it) => `_${it}`).toUpperCase();
    refused(
      tables,
      call,
      `The ${operation} operation on two unbounded tables is currently not supported.`,
    );
  }
}

/** `limit`, `offset`, `fetch`: they join the sort that they follow, as RelBuilder.sortLimit does. */
export function limited(
  tables: Tables,
  { relation: input, limits }: TableObject,
  call: Call,
): Relation {
  const [first, second] = call.arguments;
  const sort = input.kind === "sort" ? input : undefined;
  const skips = call.method === "offset" ? first : second === undefined ? undefined : first;
  const takes = call.method === "offset" ? undefined : (second ?? first);
  refuseSecondLimit(tables, call, { before: limits, skips });
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

/** SortOperationFactory: OFFSET and FETCH of one sort are said once, in this order. */
function refuseSecondLimit(
  tables: Tables,
  call: Call,
  {
    before,
    skips,
  }: {
    readonly before: TableObject["limits"];
    readonly skips: Value | undefined;
  },
): void {
  if (before?.includes("FETCH") === true) {
    refused(tables, call, "FETCH is already defined.");
  } else if (skips !== undefined && before?.includes("OFFSET") === true) {
    refused(tables, call, "OFFSET already defined.");
  }
}

/** What is said of the rows after a `limit`, `offset` or `fetch`. */
export function limitsAfter({ limits = [] }: TableObject, call: Call): readonly Limit[] {
  const said: readonly Limit[] =
    call.method === "offset"
      ? ["OFFSET"]
      : call.arguments.length > 1
        ? ["OFFSET", "FETCH"]
        : ["FETCH"];
  return [...limits, ...said];
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
