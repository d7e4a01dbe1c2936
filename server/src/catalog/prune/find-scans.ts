import type {
  AggregateRelation,
  FilterRelation,
  ProjectRelation,
  Relation,
  Scalar,
  ScanRelation,
  SetRelation,
  UnpivotRelation,
} from "../relation.ts";
import {
  columnsOf,
  hasOuter,
  hasOver,
  hasSubquery,
  plainColumn,
  readColumns,
  replaced,
  withColumnsOf,
} from "./columns.ts";
import { conjunctsOf, type Outcome, outcomeOf } from "./contradiction.ts";
import { findInJoin } from "./find-in-join.ts";
import { withCondition, withSubqueries } from "./find-in-subqueries.ts";
import { isSteady } from "./fold.ts";
import {
  besides,
  doubted,
  either,
  type Found,
  nothing,
  type PlanDoubt,
  together,
} from "./found.ts";
import type { PlannerOptions } from "./plan.ts";
import { below, type Wanted } from "./wanted.ts";

/** The scans that the optimizer keeps of a relation. */
export function findScans(options: PlannerOptions, relation: Relation, wanted: Wanted): Found {
  if (wanted.conjuncts.length === 0) {
    return findBelow(options, relation, wanted);
  }
  return findUnder(outcomeOf(wanted.conjuncts), options, relation, wanted);
}

/** The scans under conditions of which it is known what they let through. */
function findUnder(
  outcome: Outcome,
  options: PlannerOptions,
  relation: Relation,
  wanted: Wanted,
): Found {
  if (outcome === "never") {
    // ReduceExpressionsRule makes the filter empty Values, PruneEmptyRules take what rests on it.
    return nothing;
  }
  const found = findBelow(options, relation, wanted);
  return outcome === "doubt" ? doubted(found, unreadCondition) : found;
}

const unreadCondition: PlanDoubt = {
  reason: "optimizer",
  detail: "A condition without columns decides it; its value was not computed.",
};

function findBelow(options: PlannerOptions, relation: Relation, wanted: Wanted): Found {
  switch (relation.kind) {
    case "scan":
      return findScan(options, relation, wanted);
    case "project":
      return findInProject(options, relation, wanted);
    case "filter":
      return findInFilter(options, relation, wanted);
    case "join": {
      const found = findInJoin(options, relation, wanted, findScans);
      return relation.condition === undefined || !hasSubquery(relation.condition)
        ? found
        : withSubqueries(options, found, [relation.condition], findScans);
    }
    case "correlate": {
      const width = relation.left.columns.length;
      const left = findScans(options, relation.left, {
        ...below(relation.left),
        conjuncts: wanted.conjuncts.filter((it) => readColumns(it).every((index) => index < width)),
      });
      const right = findScans(options, relation.right, below(relation.right));
      return relation.type === "left" ? besides(left, right) : together([left, right]);
    }
    case "aggregate":
      return findInAggregate(options, relation, wanted);
    case "set":
      return findInSet(options, relation, wanted);
    case "sort":
      return findInSort(options, relation, wanted);
    case "values":
      return { scans: [], rows: relation.rows.length === 0 ? "never" : "some" };
    case "tableFunction":
      return findInFunction(options, relation);
    case "unnest":
      return { scans: [], rows: "some" };
    case "unpivot":
      return findInUnpivot(options, relation, wanted);
    case "match":
      return findScans(options, relation.input, below(relation.input));
    case "unknown": {
      const parts = relation.inputs.map((it) => findScans(options, it, below(it)));
      const doubt: PlanDoubt = { reason: "optimizer", detail: relation.detail };
      return doubted({ scans: parts.flatMap((it) => it.scans), rows: "some" }, doubt);
    }
  }
}

function findScan(options: PlannerOptions, scan: ScanRelation, wanted: Wanted): Found {
  // What compares an outer column becomes a join: it is not handed to the source.
  const conjuncts = wanted.conjuncts.filter((it) => !hasSubquery(it) && !hasOuter(it));
  const found: Found = {
    scans: [
      {
        scan,
        conjuncts,
        limit: wanted.limit,
        columns: wanted.columns,
        projected: wanted.projected,
        doubt: undefined,
      },
    ],
    rows: "some",
  };
  if (scan.table.partitionKeys.length === 0) {
    return found;
  }
  const keys = scan.table.partitionKeys.map((key) =>
    scan.columns.findIndex((it) => it.name === key),
  );
  const partitioned = options.abilities(scan)?.partitions === true;
  const onPartitions = conjuncts.some((it) => {
    const columns = readColumns(it);
    return columns.length > 0 && columns.every((index) => keys.includes(index));
  });
  // PushPartitionIntoTableSourceScanRule lists the partitions when planning; without one the scan is empty.
  return partitioned && onPartitions
    ? doubted(found, {
        reason: "partitions-on-disk",
        detail:
          "Flink lists the partitions when it plans the job and drops the table where none fits the filter.",
      })
    : found;
}

function findInProject(options: PlannerOptions, relation: ProjectRelation, wanted: Wanted): Found {
  const kept = relation.expressions.filter((_, index) => wanted.columns.includes(index));
  // FilterProjectTransposeRule leaves projections with window functions alone.
  const windowed = relation.expressions.some(hasOver);
  const asked = wanted.conjuncts.length > 0;
  const pushed =
    windowed || !asked ? [] : wanted.conjuncts.flatMap((it) => belowProject(relation, it));
  const read = asked
    ? [
        ...kept,
        ...wanted.conjuncts.flatMap((it) =>
          readColumns(it).flatMap((index) => relation.expressions[index] ?? []),
        ),
      ]
    : kept;
  // A window function reads its whole input: LogicalWindow stands between projection and join.
  const over = read.some(hasOver);
  const distinct = wanted.above === "distinct" && kept.every((it) => plainColumn(it) !== undefined);
  const input = findScans(options, relation.input, {
    columns: over
      ? relation.input.columns.map((_, index) => index)
      : withColumnsOf(columnsOf(read), pushed),
    conjuncts: pushed,
    projected: over ? undefined : projectedThrough(relation, wanted.projected ?? kept, wanted),
    limit: over ? undefined : wanted.limit,
    above: over ? "other" : distinct ? "distinct" : "projection",
  });
  return withSubqueries(options, input, read, findScans);
}

/** What this projection and those above make of the input's columns, as one projection: ProjectMergeRule. */
function projectedThrough(
  relation: ProjectRelation,
  above: readonly Scalar[],
  wanted: Wanted,
): readonly Scalar[] {
  return wanted.projected === undefined
    ? above
    : above.map((it) => replaced(it, (index) => relation.expressions[index]) ?? it);
}

/** A condition over the projection's input; none where an expression may not be computed twice. */
export function belowProject(relation: ProjectRelation, conjunct: Scalar): readonly Scalar[] {
  const moved = replaced(conjunct, (index) => {
    const expression = relation.expressions[index];
    return expression !== undefined && isSteady(expression) && !hasSubquery(expression)
      ? expression
      : undefined;
  });
  return moved === undefined ? [] : conjunctsOf(moved);
}

function findInFilter(options: PlannerOptions, relation: FilterRelation, wanted: Wanted): Found {
  const own = conjunctsOf(relation.condition);
  const asking = own.filter(hasSubquery);
  const plain = asking.length === 0 ? own : own.filter((it) => !hasSubquery(it));
  const conjuncts = wanted.conjuncts.length === 0 ? plain : [...wanted.conjuncts, ...plain];
  const columns = withColumnsOf(wanted.columns, own);
  if (asking.length === 0) {
    const { projected, limit, above } = wanted;
    const under = { columns, conjuncts, projected, limit, above };
    return findUnder(outcomeOf(conjuncts), options, relation.input, under);
  }
  if (outcomeOf([...conjuncts, ...asking]) === "never") {
    return nothing;
  }
  let found = findScans(options, relation.input, {
    columns,
    conjuncts,
    limit: undefined,
    above: "other",
  });
  for (const conjunct of asking) {
    found = withCondition(options, found, conjunct, conjuncts, findScans);
  }
  return found;
}

function findInAggregate(
  options: PlannerOptions,
  relation: AggregateRelation,
  wanted: Wanted,
): Found {
  const width = relation.groups.length;
  const pushed =
    relation.sets === undefined
      ? wanted.conjuncts.flatMap((it) => replaced(it, (index) => relation.groups[index]) ?? [])
      : [];
  const calls = relation.calls.filter((_, index) => wanted.columns.includes(width + index));
  const scalars = [
    ...relation.groups,
    ...calls.flatMap((it) => [...it.arguments, ...(it.filter === undefined ? [] : [it.filter])]),
  ];
  const distinct = calls.every((it) => it.distinct && it.filter === undefined);
  const found = findScans(options, relation.input, {
    columns: withColumnsOf(columnsOf(scalars), pushed),
    conjuncts: pushed,
    limit: undefined,
    // AggregateJoinRemoveRule; COUNT(*) stands on the join without a projection between.
    above: distinct ? "distinct" : scalars.length > 0 ? "projection" : "other",
  });
  const read = withSubqueries(options, found, scalars, findScans);
  // Without groups there is one row of an empty input too; the planner makes it Values.
  return width === 0 && relation.sets === undefined
    ? { scans: read.rows === "never" ? [] : read.scans, rows: "some" }
    : read;
}

function findInSet(options: PlannerOptions, relation: SetRelation, wanted: Wanted): Found {
  if (keepsRows(relation)) {
    const { columns, conjuncts } = wanted;
    const branch: Wanted = { columns, conjuncts, limit: undefined, above: "projection" };
    return either(branchesOf(relation).map((it) => findScans(options, it, branch)));
  }
  const parts = relation.inputs.map((input) =>
    findScans(options, input, {
      ...below(input),
      conjuncts:
        relation.operator === "except" && input !== relation.inputs[0] ? [] : wanted.conjuncts,
    }),
  );
  switch (relation.operator) {
    case "union":
      return either(parts);
    case "intersect":
      return together(parts);
    case "except": {
      const [first = nothing, ...others] = parts;
      return others.reduce(besides, first);
    }
  }
}

function keepsRows({ operator, all }: SetRelation): boolean {
  return operator === "union" && all;
}

/** The branches of UNION ALL, those of one in another too: UnionMergeRule. */
function branchesOf(relation: SetRelation): readonly Relation[] {
  const branches: Relation[] = [];
  const add = (it: Relation): void => {
    if (it.kind === "set" && keepsRows(it)) {
      it.inputs.forEach(add);
    } else {
      branches.push(it);
    }
  };
  add(relation);
  return branches;
}

function findInSort(
  options: PlannerOptions,
  relation: Relation & { readonly kind: "sort" },
  wanted: Wanted,
): Found {
  if (relation.limit === 0) {
    return nothing;
  }
  const cut = relation.limit !== undefined || relation.offset !== undefined;
  const overInput = relation.keys.every((it) => it.kind === "input");
  return findScans(options, relation.input, {
    columns: overInput
      ? withColumnsOf(wanted.columns, relation.keys)
      : relation.input.columns.map((_, index) => index),
    conjuncts: cut ? [] : wanted.conjuncts,
    limit: relation.keys.length === 0 ? relation.limit : undefined,
    above: wanted.above,
  });
}

/** The axes are Values: a condition that none of them meets leaves nothing. */
function findInUnpivot(
  options: PlannerOptions,
  relation: UnpivotRelation,
  { conjuncts }: Wanted,
): Found {
  const first = relation.kept.length;
  const outcomes = relation.values.map((row) =>
    outcomeOf(
      conjuncts.flatMap((it) =>
        readColumns(it).every((index) => row[index - first] !== undefined)
          ? (replaced(it, (index) => row[index - first]) ?? [])
          : [],
      ),
    ),
  );
  const input = findScans(options, relation.input, below(relation.input));
  return outcomes.every((it) => it === "never")
    ? nothing
    : outcomes.every((it) => it !== "some")
      ? doubted(input, unreadCondition)
      : input;
}

function findInFunction(
  options: PlannerOptions,
  relation: Relation & { readonly kind: "tableFunction" },
): Found {
  const parts = relation.inputs.map((it) => findScans(options, it, below(it)));
  return relation.window
    ? together(parts)
    : { scans: parts.flatMap((it) => it.scans), rows: "some" };
}
