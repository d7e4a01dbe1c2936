import type { JobEffect, JobSink } from "./effect.ts";
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
export function pruneJob(_options: PlannerOptions, job: JobEffect): PrunedJob {
  return { scans: [], sinks: job.sinks.map((sink) => ({ sink, writes: [sink] })) };
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
