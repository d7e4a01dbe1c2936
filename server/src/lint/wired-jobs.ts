import type { Target } from "../job/target.ts";
import type { LintedJob, Subject } from "./rule.ts";

/** Whether the job runs on Flink 1.x, whose listener the job itself registers. */
export function isFlink1({ flink }: Target): boolean {
  return /^1(\.|$)/.test(flink.value ?? "");
}

/** The jobs that send an event: only of these a loss can be told. */
export function sendingJobs({ jobs }: Pick<Subject, "jobs">): readonly LintedJob[] {
  return jobs.every(isSending) ? jobs : jobs.filter(isSending);
}

function isSending({ prediction }: LintedJob): boolean {
  return prediction.events.length > 0;
}
