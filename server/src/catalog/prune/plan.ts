import type { SourceAbilities } from "../../connectors/connector.ts";
import type { JobSink } from "../effect.ts";
import type { ScanRelation } from "../relation.ts";
import type { PlanDoubt } from "./found.ts";

/** What is left of a job after the optimizer: the tables it scans and writes. */
export interface PrunedJob {
  /** One for each source of the optimized plan: scans that the planner merges are one. */
  readonly scans: readonly PlannedScan[];
  /** One for each sink of the plan; `writes` are the sinks of the statements that it merges. */
  readonly sinks: readonly PlannedSink[];
}

/** One source of the plan. */
export interface PlannedScan {
  readonly scan: ScanRelation;
  /** All places that read it. */
  readonly merged: readonly ScanRelation[];
  readonly presence: ScanPresence;
  /** The columns that are read, by their place in the scan. */
  readonly columns: readonly number[];
}

/** One sink of the plan. */
export interface PlannedSink {
  readonly sink: JobSink;
  readonly writes: readonly JobSink[];
}

/** Whether the scan is in the plan, as far as the text tells. */
export type ScanPresence = { readonly kind: "certain" } | ({ readonly kind: "doubt" } & PlanDoubt);

/** What the planner is asked of: what each table's connector takes over, and options such as source reuse. */
export interface PlannerOptions {
  readonly mode: "STREAMING" | "BATCH" | "AUTOMATIC";
  abilities(scan: ScanRelation): SourceAbilities | undefined;
  /** Whether the planner merges sinks of one table, as it does since Flink 2.1 (SinkReuser). */
  readonly reusesSinks?: boolean;
  /** Flink's configuration at the job, `table.optimizer.*`. */
  readonly setting?: (key: string) => string | undefined;
}
