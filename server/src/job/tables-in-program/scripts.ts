import type { JobEffect } from "../../catalog/effect.ts";
import type { Job } from "../job.ts";
import type { ScriptAnalysis, ScriptJob } from "../script.ts";
import type { ProgramStep, ProgramTables } from "./state.ts";

/** A job of the program with what submits it. */
export interface StartedJob {
  readonly job: Job;
  readonly effect: JobEffect;
}

/** The statements of each table environment as a script of its own, each with the jobs that it is part of. */
export function scriptsOf(
  file: string,
  { steps }: ProgramTables,
  started: readonly StartedJob[],
): readonly ScriptAnalysis[] {
  return steps.map((it) => ({
    file,
    script: { text: "", statements: [], errors: [], settings: "" },
    steps: it.map((step) => ({ ...step, jobs: jobsOfStep(step, started) })),
  }));
}

/** A statement starts its job itself, or its sinks are part of one that is started later. */
function jobsOfStep(
  { effects }: ProgramStep,
  started: readonly StartedJob[],
): readonly ScriptJob[] {
  return started.flatMap(({ job, effect }) =>
    effects.includes(effect) ||
    effects.some((it) => it.sinks.some((sink) => effect.sinks.includes(sink)))
      ? [{ job, effect, pruned: undefined }]
      : [],
  );
}
