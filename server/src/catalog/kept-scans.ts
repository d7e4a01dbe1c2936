import type { Relation, Scalar, ScanRelation } from "./relation.ts";
import { scalarKey } from "./scalar-key.ts";

/** A scan that the optimizer keeps, with the filters that stand right above it. */
export interface KeptScan {
  readonly scan: ScanRelation;
  readonly filters: readonly string[];
  /** Whether one of them names a partition column. */
  readonly partitionFilter: boolean;
}

/** What is left below a relation. `empty`: it has no rows, so that its tables are not read. */
export interface Kept {
  readonly scans: readonly KeptScan[];
  readonly empty: boolean;
}

/** The columns of a relation that something above reads. */
export type Used = "all" | ReadonlySet<number>;

const nothing: Kept = { scans: [], empty: true };

/** The scans that stay after the optimizer took away branches without rows and join sides that nobody reads. */
export function keptScans(relation: Relation, used: Used): Kept {
  switch (relation.kind) {
    case "scan":
      return { scans: [{ scan: relation, filters: [], partitionFilter: false }], empty: false };
    case "project": {
      const read = relation.expressions.filter((_, index) => isUsed(used, index));
      const input = keptScans(relation.input, inputsOf(read));
      // EmptyProject: a projection of nothing is nothing.
      return input.empty ? nothing : withSubqueries(input, read);
    }
    case "filter":
      return keptOfFilter(relation, used);
    case "join":
      return keptOfJoin(relation, used);
    case "correlate": {
      const left = keptScans(relation.left, "all");
      const right = keptScans(relation.right, "all");
      const empty = left.empty || (relation.type === "inner" && right.empty);
      return empty ? nothing : { scans: [...left.scans, ...right.scans], empty: false };
    }
    case "aggregate": {
      const calls = relation.calls.flatMap((it) => [
        ...it.arguments,
        ...(it.filter === undefined ? [] : [it.filter]),
      ]);
      const input = keptScans(relation.input, inputsOf([...relation.groups, ...calls]));
      // PruneEmptyRules.AGGREGATE: without groups there is still one row.
      return { scans: input.scans, empty: input.empty && relation.groups.length > 0 };
    }
    case "set":
      return keptOfSet(relation, used);
    case "sort":
      return relation.limit === 0
        ? nothing
        : keptScans(relation.input, plus(used, inputsOf(relation.keys)));
    case "values":
      return { scans: subqueryScans(relation.rows.flat()), empty: relation.rows.length === 0 };
    case "match":
      return keptScans(relation.input, "all");
    case "tableFunction": {
      const inputs = relation.inputs.map((it) => keptScans(it, "all"));
      const empty = relation.window && inputs.length > 0 && inputs.every((it) => it.empty);
      return { scans: inputs.flatMap((it) => it.scans), empty };
    }
    case "unnest":
      return { scans: subqueryScans(relation.values), empty: false };
    case "unknown":
      return {
        scans: relation.inputs.flatMap((it) => keptScans(it, "all").scans),
        empty: false,
      };
  }
}

function keptOfFilter(relation: Relation & { readonly kind: "filter" }, used: Used): Kept {
  if (isFalse(relation.condition)) {
    return nothing;
  }
  const input = keptScans(relation.input, plus(used, inputsOf([relation.condition])));
  const kept = input.empty ? nothing : withSubqueries(input, [relation.condition]);
  const scan = scanBelow(relation.input);
  if (scan === undefined) {
    return kept;
  }
  const partitions = new Set(scan.table.partitionKeys);
  const columns = inputsOf([relation.condition]);
  const partitionFilter =
    columns !== "all" &&
    [...columns].some((it) =>
      relation.input.columns[it]?.origins.some((origin) => partitions.has(origin.column)),
    );
  return {
    ...kept,
    scans: kept.scans.map((it) =>
      it.scan === scan
        ? {
            scan,
            filters: [...it.filters, scalarKey(relation.condition)],
            partitionFilter: it.partitionFilter || partitionFilter,
          }
        : it,
    ),
  };
}

/** The scan right below, through projections. */
function scanBelow(relation: Relation): ScanRelation | undefined {
  if (relation.kind === "scan") {
    return relation;
  }
  return relation.kind === "project" || relation.kind === "filter"
    ? scanBelow(relation.input)
    : undefined;
}

function keptOfJoin(relation: Relation & { readonly kind: "join" }, used: Used): Kept {
  const { left, right, type, condition, temporal } = relation;
  const count = left.columns.length;
  const conditions = condition === undefined ? [] : [condition];
  const read = plus(used, inputsOf(conditions));
  const leftKept = keptScans(left, part(read, 0, count));
  if (temporal?.kind === "lookup") {
    // The table is looked up row by row (StreamPhysicalLookupJoinRule): it is no source of the job.
    return leftKept.empty ? nothing : leftKept;
  }
  // ProjectJoinRemoveRule: nobody reads the right side, and its key lets one row of the left meet at most one.
  const unread = used !== "all" && [...used].every((it) => it < count);
  if (type === "left" && unread && joinsByKey(right, condition, count)) {
    return keptScans(left, part(used, 0, count));
  }
  const rightKept = keptScans(right, part(read, count, right.columns.length));
  const both = { scans: [...leftKept.scans, ...rightKept.scans], empty: false };
  const never = condition !== undefined && isFalse(condition);
  switch (type) {
    case "inner":
    case "semi":
      return leftKept.empty || rightKept.empty || never ? nothing : both;
    case "left":
    case "anti":
      return leftKept.empty ? nothing : rightKept.empty || never ? leftKept : both;
    case "right":
      return rightKept.empty ? nothing : leftKept.empty || never ? rightKept : both;
    case "full":
      return {
        scans: [...leftKept.scans, ...rightKept.scans],
        empty: leftKept.empty && rightKept.empty,
      };
  }
}

/** Whether the condition fixes each column of the right table's primary key. */
function joinsByKey(right: Relation, condition: Scalar | undefined, count: number): boolean {
  const scan = scanBelow(right);
  const key = scan?.table.primaryKey?.columns;
  if (key === undefined || condition === undefined) {
    return false;
  }
  const fixed = new Set(
    conjuncts(condition).flatMap((it) => {
      const [one, other] = it.kind === "call" && it.operator === "=" ? it.operands : [];
      const columns = [one, other].flatMap((side) => (side?.kind === "input" ? [side.index] : []));
      const [rightSide] = columns.filter((index) => index >= count);
      return columns.length === 2 &&
        columns.some((index) => index < count) &&
        rightSide !== undefined
        ? (right.columns[rightSide - count]?.origins.map((origin) => origin.column) ?? [])
        : [];
    }),
  );
  return key.every((it) => fixed.has(it));
}

function conjuncts(condition: Scalar): readonly Scalar[] {
  return condition.kind === "call" && condition.operator === "AND"
    ? condition.operands.flatMap(conjuncts)
    : [condition];
}

function keptOfSet(relation: Relation & { readonly kind: "set" }, used: Used): Kept {
  // Rows are compared whole unless they are only put together.
  const read = relation.operator === "union" && relation.all ? used : "all";
  const inputs = relation.inputs.map((it) => keptScans(it, read));
  const scans = inputs.flatMap((it) => it.scans);
  switch (relation.operator) {
    case "union":
      return { scans, empty: inputs.every((it) => it.empty) };
    case "intersect":
      return inputs.some((it) => it.empty) ? nothing : { scans, empty: false };
    case "except":
      return inputs[0]?.empty === true ? nothing : { scans, empty: false };
  }
}

function withSubqueries(kept: Kept, scalars: readonly Scalar[]): Kept {
  const below = subqueryScans(scalars);
  return below.length === 0 ? kept : { ...kept, scans: [...kept.scans, ...below] };
}

function subqueryScans(scalars: readonly Scalar[]): readonly KeptScan[] {
  return scalars.flatMap((it): readonly KeptScan[] => {
    switch (it.kind) {
      case "call":
      case "unknown":
        return subqueryScans(it.operands);
      case "field":
        return subqueryScans([it.object]);
      case "over":
        return subqueryScans([...it.operands, ...it.partitionBy, ...it.orderBy]);
      case "subquery":
        return [...keptScans(it.relation, "all").scans, ...subqueryScans(it.operands)];
      default:
        return [];
    }
  });
}

/** A condition that no row meets: FALSE, NULL, or two constants that differ (ReduceExpressionsRule). */
function isFalse(condition: Scalar): boolean {
  if (condition.kind === "literal") {
    return condition.value === false || condition.value === null;
  }
  if (condition.kind !== "call") {
    return false;
  }
  const [one, other] = condition.operands;
  switch (condition.operator) {
    case "AND":
      return condition.operands.some(isFalse);
    case "OR":
      return condition.operands.length > 0 && condition.operands.every(isFalse);
    case "=":
      return isLiteral(one) && isLiteral(other) && one.value !== other.value;
    case "<>":
      return isLiteral(one) && isLiteral(other) && one.value === other.value;
    default:
      return false;
  }
}

function isLiteral(scalar: Scalar | undefined): scalar is Scalar & { readonly kind: "literal" } {
  return scalar?.kind === "literal";
}

/** The columns that expressions read; with a subquery inside, any may be read. */
function inputsOf(scalars: readonly Scalar[]): Used {
  const used = new Set<number>();
  const visit = (scalar: Scalar): boolean => {
    switch (scalar.kind) {
      case "input":
        used.add(scalar.index);
        return true;
      case "call":
        return scalar.operands.every(visit);
      case "field":
        return visit(scalar.object);
      case "over":
        return [...scalar.operands, ...scalar.partitionBy, ...scalar.orderBy].every(visit);
      case "literal":
      case "outer":
        return true;
      case "subquery":
      case "unknown":
        return false;
    }
  };
  return scalars.every(visit) ? used : "all";
}

function isUsed(used: Used, index: number): boolean {
  return used === "all" || used.has(index);
}

function plus(one: Used, other: Used): Used {
  return one === "all" || other === "all" ? "all" : new Set([...one, ...other]);
}

function part(used: Used, from: number, count: number): Used {
  return used === "all"
    ? "all"
    : new Set([...used].flatMap((it) => (it >= from && it < from + count ? [it - from] : [])));
}
