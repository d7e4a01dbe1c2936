import { aggregateFault } from "../catalog/aggregate-faults.ts";
import { changelogOf, type ScansOfPlan, sortsByNoTime } from "../catalog/changelog.ts";
import type { JobEffect, JobSink } from "../catalog/effect.ts";
import { noPlan } from "../catalog/no-plan.ts";
import { overFault } from "../catalog/over-faults.ts";
import { planFault } from "../catalog/plan-faults.ts";
import type { PrunedJob } from "../catalog/prune/plan.ts";
import { unpivotWithMeasures } from "../catalog/prune/read-measures.ts";
import { allColumns } from "../catalog/prune/read-of-inputs.ts";
import type { Relation, Scalar } from "../catalog/relation.ts";
import { relationsIn, scansOf } from "../catalog/relations-in.ts";
import { fullName } from "../catalog/table.ts";
import { mayBeTimeAttribute } from "../catalog/time-attributes.ts";
import { windowFault } from "../catalog/window-faults.ts";
import type { RuntimeMode } from "../connectors/connector.ts";
import type { JobFailure } from "./job.ts";
import { connectorOfTable, tableChanges } from "./table-endpoint.ts";
import type { Target } from "./target.ts";

export interface Planned {
  readonly pruned: PrunedJob;
  readonly runtimeMode: RuntimeMode;
}

/** What the planner refuses of a query: its TableExceptions for plans without an operator, most of them in streaming mode. */
export function planFailure(
  target: Target,
  effect: JobEffect,
  { pruned, runtimeMode }: Planned,
): JobFailure | undefined {
  const certain = pruned.scans.filter((it) => it.presence.kind === "certain");
  const kept = certain.flatMap((it) => (it.merged.length === 0 ? [it.scan] : it.merged));
  const counted = planned(effect).map((sink) => ({ sink, scans: scansOf(sink.query) }));
  // Where the optimizer drops a table, the node that Flink refuses may go with it. A `Table` object may be used again, and
  // the optimizer drops some of its places; what several sinks share it leaves whole.
  const isShared = effect.sinks.length > 1;
  const whole = counted
    .filter(({ scans }) =>
      scans.every((it) => timesIn(kept, it) >= (isShared ? 1 : timesIn(scans, it))),
    )
    .map((it) => it.sink);
  const failure =
    first(whole, measureFailure) ??
    first(whole, ({ query }) => planFault(query, runtimeMode === "BATCH")) ??
    first(whole, ({ query }) => windowFault(query, runtimeMode === "STREAMING")) ??
    first(whole, ({ query }) => aggregateFault(query, runtimeMode)) ??
    first(whole, (sink) => matchFailure(target, sink, runtimeMode)) ??
    first(whole, sampleFailure);
  if (failure !== undefined || runtimeMode !== "STREAMING") {
    return failure;
  }
  // Of the changes it is known what is left of them where tables are dropped for certain.
  const doubtful = new Set(
    pruned.scans.filter((it) => it.presence.kind !== "certain").flatMap((it) => it.merged),
  );
  const rest = counted.filter((it) => !whole.includes(it.sink));
  return (
    first(whole, (it) => overFault(it.query) ?? lookupFailure(it.query) ?? sortFailure(it)) ??
    first(whole, (it) => changesFailure(target, it)) ??
    first(rest, ({ sink, scans }) => {
      const gone = new Set(scans.filter((it) => !kept.includes(it) && !doubtful.has(it)));
      const isDecided = scans.every(
        (it) => gone.has(it) || timesIn(kept, it) >= timesIn(scans, it),
      );
      return isDecided ? changesFailure(target, sink, gone) : undefined;
    })
  );
}

/** A query that is written to a table, to the client or into a stream. */
type Output = Pick<JobSink, "query" | "at"> & Partial<Pick<JobSink, "table">>;

function planned({ sinks, query, at }: JobEffect): readonly Output[] {
  return sinks.length > 0 || query === undefined ? sinks : [{ query, at }];
}

function first<T>(
  items: readonly T[],
  failureOf: (item: T) => JobFailure | undefined,
): JobFailure | undefined {
  for (const it of items) {
    const failure = failureOf(it);
    if (failure !== undefined) {
      return failure;
    }
  }
  return undefined;
}

function scansOfPlan(
  target: Target,
  runtimeMode: RuntimeMode,
  gone: ScansOfPlan["gone"] = new Set(),
): ScansOfPlan {
  return {
    gone,
    changesOf: ({ table }) => tableChanges(target, { table, role: "source", runtimeMode }),
  };
}

/** How often something stands in a list; the lists are short. */
function timesIn<T>(items: readonly T[], item: T): number {
  let times = 0;
  for (const it of items) {
    times += it === item ? 1 : 0;
  }
  return times;
}

/** No rule of the planner takes Calcite's `Sample`. */
function sampleFailure({ query }: Output): JobFailure | undefined {
  const sample = relationsIn(query).find((it) => it.kind === "project" && it.isSample);
  return sample && noPlan("Flink has no plan for TABLESAMPLE.", sample.at);
}

/** ScalarOperatorGens casts no NULL without a type, and Calcite chooses the measures of UNPIVOT with such a NULL. */
function measureFailure({ query }: Output): JobFailure | undefined {
  const unpivot = relationsIn(query).some((it) => it.kind === "unpivot")
    ? unpivotWithMeasures(query, allColumns(query))
    : undefined;
  return (
    unpivot && {
      exception: "org.apache.flink.table.planner.codegen.CodeGenException",
      message:
        "Flink has no code for the measures of UNPIVOT: write UNION ALL with a SELECT for each column.",
      at: unpivot.at,
    }
  );
}

/** MATCH_RECOGNIZE: its own faults, the time that it sorts by, and rows that change below it. */
function matchFailure(
  target: Target,
  { query }: Output,
  runtimeMode: RuntimeMode,
): JobFailure | undefined {
  for (const match of relationsIn(query)) {
    if (match.kind !== "match") {
      continue;
    }
    const [fault] = match.faults;
    if (fault !== undefined) {
      return fault;
    }
    const [time] = match.orderBy;
    if (time !== undefined && !mayBeTime(time, match.input, runtimeMode)) {
      return noPlan("MATCH_RECOGNIZE must sort by a time attribute first.", time.at);
    }
    const changing =
      runtimeMode === "STREAMING" &&
      changelogOf(match.input, scansOfPlan(target, runtimeMode)) === "changes";
    if (changing) {
      return noPlan("MATCH_RECOGNIZE does not take rows that change rows sent before.", match.at);
    }
  }
  return undefined;
}

/** In streaming mode a time attribute, in batch mode any time. */
function mayBeTime(time: Scalar, input: Relation, runtimeMode: RuntimeMode): boolean {
  const { kind } = time.type;
  return runtimeMode === "STREAMING"
    ? mayBeTimeAttribute(time, input, "kept")
    : kind.startsWith("TIME") || kind === "unknown";
}

/** StreamExecTemporalJoin: by processing time only tables can be joined that are looked up. */
function lookupFailure(query: Relation): JobFailure | undefined {
  for (const join of relationsIn(query)) {
    const table =
      join.kind === "join" && join.temporal?.kind === "lookup"
        ? scansOf(join.right)[0]?.table
        : undefined;
    // Its LogicalWatermarkAssigner stands between join and scan.
    if (table?.watermark !== undefined) {
      return noPlan(
        `${fullName(table.path)}: a table with a WATERMARK is not looked up by processing time. Leave the WATERMARK out.`,
        join.at,
      );
    }
    const found = table && connectorOfTable(table);
    if (table !== undefined && found?.factory.roles.includes("lookup") === false) {
      return noPlan(
        `${fullName(table.path)}: a table of the connector '${found.factory.identifiers[0]}' cannot be looked up by processing time.`,
        join.at,
      );
    }
  }
  return undefined;
}

/** StreamPhysicalSort sorts by time only; StreamPhysicalLimit wants a LIMIT beside the OFFSET. */
function sortFailure({ query, at }: Output): JobFailure | undefined {
  if (sortsByNoTime(query)) {
    return noPlan(
      "In streaming mode rows are sorted by an ascending time attribute or under a LIMIT only.",
      at,
    );
  }
  const unlimited = relationsIn(query).find(
    (it) => it.kind === "sort" && it.offset !== undefined && it.limit === undefined,
  );
  return unlimited === undefined
    ? undefined
    : noPlan("In streaming mode OFFSET needs a LIMIT.", unlimited.at);
}

/** FlinkChangelogModeInferenceProgram: a sink that only adds rows, under a query that changes rows. */
function changesFailure(
  target: Target,
  { table, query, at }: Output,
  gone?: ScansOfPlan["gone"],
): JobFailure | undefined {
  const runtimeMode = "STREAMING";
  if (
    table === undefined ||
    tableChanges(target, { table, role: "sink", runtimeMode }) !== "appends"
  ) {
    return undefined;
  }
  const changes = changelogOf(query, scansOfPlan(target, runtimeMode, gone));
  return changes === "changes"
    ? noPlan(
        `${fullName(table.path)} only adds rows, but the query changes rows that it has sent (by grouping, an outer join, or a source of changes). Write to a table that takes changes, such as one of 'upsert-kafka'.`,
        at,
      )
    : undefined;
}
