import type { CatalogFinding, JobEffect, UndecidedEffect } from "../catalog/effect.ts";
import type { PrunedJob } from "../catalog/prune/plan.ts";
import type { Session } from "../catalog/session.ts";
import type { Script, ScriptStatement } from "../syntax/sql/parse-script.ts";
import type { Job } from "./job.ts";

/** All that is known of a script: each statement with what it did, and the jobs in their order. */
export interface ScriptAnalysis {
  readonly file: string;
  readonly script: Script;
  readonly steps: readonly ScriptStep[];
}

/** One statement of a script. */
export interface ScriptStep {
  readonly statement: ScriptStatement;
  /** The session after it. */
  readonly session: Session;
  readonly findings: readonly CatalogFinding[];
  readonly undecided: readonly UndecidedEffect[];
  readonly jobs: readonly ScriptJob[];
  /** Whether Flink gets here: a statement that fails stops the script. */
  readonly reached: boolean;
  /** Whether it fails for certain. */
  readonly fails: boolean;
}

/** A job with the relations that it was made of; a statement that fails has none. */
export interface ScriptJob {
  readonly job: Job;
  readonly effect: JobEffect | undefined;
  readonly pruned: PrunedJob | undefined;
}

/** The jobs that the script starts, in order. */
export function jobsOf(analysis: ScriptAnalysis): readonly ScriptJob[] {
  return analysis.steps.flatMap((it) => (it.reached ? it.jobs : []));
}
