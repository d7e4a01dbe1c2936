import type { JobEffect, JobSink } from "./effect.ts";
import { type KeptScan, keptScans } from "./kept-scans.ts";
import { valueIn } from "./persistent-map.ts";
import type { ScanRelation } from "./relation.ts";

/** What is left of a job after the optimizer: the tables it scans and writes. */
export interface PrunedJob {
  /** One for each source of the optimized plan: scans that the planner merges are one. */
  readonly scans: readonly PlannedScan[];
  /** One for each table written; `writes` are the sinks of the statements that it merges. */
  readonly sinks: readonly PlannedSink[];
}

export interface PlannedScan {
  readonly scan: ScanRelation;
  /** All places that read it. */
  readonly merged: readonly ScanRelation[];
  readonly presence: ScanPresence;
}

export interface PlannedSink {
  readonly sink: JobSink;
  readonly writes: readonly JobSink[];
}

/** Whether the scan is in the plan, as far as the text tells. */
export type ScanPresence =
  | { readonly kind: "certain" }
  | { readonly kind: "doubt"; readonly reason: DoubtReason; readonly detail: string };

export type DoubtReason = "partitions-on-disk" | "optimizer" | "external-table" | "user-code";

/** What the planner is asked of: whether sources are reused, and what each table's connector takes over. */
export interface PlannerOptions {
  readonly mode: "STREAMING" | "BATCH" | "AUTOMATIC";
  abilities(scan: ScanRelation): ScanAbilities | undefined;
}

/** The scans and sinks of the optimized plan. */
export function pruneJob(options: PlannerOptions, job: JobEffect): PrunedJob {
  const queries = [
    ...job.sinks.map((it) => it.query),
    ...(job.query === undefined ? [] : [job.query]),
  ];
  const kept = queries.flatMap((it) => keptScans(it, "all").scans);
  return { scans: mergedScans(options, job, kept), sinks: mergedSinks(job) };
}

/** Source reuse: scans that differ in columns only are one (table.optimizer.reuse-source-enabled, on by default). */
function mergedScans(
  options: PlannerOptions,
  job: JobEffect,
  kept: readonly KeptScan[],
): readonly PlannedScan[] {
  const reuse = rendersAs(job, "table.optimizer.reuse-source-enabled") !== "false";
  const groups = new Map<string, KeptScan[]>();
  for (const [index, it] of kept.entries()) {
    const key = reuse ? scanKey(options, it) : String(index);
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  return [...groups.values()].flatMap((group): readonly PlannedScan[] => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          {
            scan: first.scan,
            merged: group.map((it) => it.scan),
            presence: presenceOf(first),
          },
        ];
  });
}

function presenceOf({ scan, partitionFilter }: KeptScan): ScanPresence {
  return partitionFilter && connectorNameOf(scan) === "filesystem"
    ? {
        kind: "doubt",
        reason: "partitions-on-disk",
        detail:
          "It is read only if a partition that fits the filter stands on the disk when the job is planned.",
      }
    : { kind: "certain" };
}

function connectorNameOf(scan: ScanRelation): unknown {
  const value = scan.table.options.get("connector")?.value;
  return value?.kind === "constant" ? value.value : undefined;
}

function scanKey(options: PlannerOptions, { scan, filters }: KeptScan): string {
  const hint = [...scan.hint].map(([key, { value }]) => [
    key,
    value.kind === "constant" ? String(value.value) : value.at,
  ]);
  const abilities = options.abilities(scan);
  const pushed = abilities === undefined || abilities.filters === "none" ? [] : [...filters].sort();
  return JSON.stringify([scan.table.path, hint, pushed]);
}

function rendersAs(job: JobEffect, key: string): string | undefined {
  const value = valueIn(job.configuration, key)?.value;
  return value?.kind === "constant" ? String(value.value) : undefined;
}

/** Sink reuse: a table written several times in a statement set is one output. */
function mergedSinks(job: JobEffect): readonly PlannedSink[] {
  const groups = new Map<string, JobSink[]>();
  for (const sink of job.sinks) {
    const hints = [...sink.table.options].map(([key, { value }]) => [
      key,
      value.kind === "constant" ? String(value.value) : value.at,
    ]);
    const key = JSON.stringify([sink.table.path, hints]);
    groups.set(key, [...(groups.get(key) ?? []), sink]);
  }
  return [...groups.values()].flatMap((writes): readonly PlannedSink[] => {
    const [sink] = writes;
    return sink === undefined ? [] : [{ sink, writes }];
  });
}

/** What a connector's source takes over from the query (a part of the connectors' `SourceAbilities`). */
export interface ScanAbilities {
  readonly filters: "all" | "some" | "none";
  readonly projection: boolean;
  readonly metadata: boolean;
  readonly partitions: boolean;
  readonly limit: boolean;
  readonly aggregates: boolean;
  readonly watermark: boolean;
}
