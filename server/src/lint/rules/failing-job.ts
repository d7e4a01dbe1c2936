import type { Job } from "../../job/job.ts";
import type { Rule, Subject } from "../rule.ts";

/** A job that never starts, for a reason that no other rule explains. */
export const failingJob: Rule = {
  id: "failing-job",
  subject: "job",
  severity: "error",
  what: "The program or statement throws before the job starts.",
  why: "There is no job and no event. Recorded: main-fails-before-execute, ds-kafka-sink-lambda-serializer, sql-delete-update.",
  fix: "See the message.",
  perStatement: "jobs",
  check: ({ jobs, script }) =>
    jobs.flatMap(({ job, prediction: { cause } }) =>
      // What a statement lacks is told by the rule for it, as an error or a doubt.
      cause?.kind === "program" && !isExplained(script, job)
        ? [{ at: cause.at ?? job.at, message: `The job does not start. ${cause.message}` }]
        : [],
    ),
};

function isExplained(script: Subject["script"], job: Job): boolean {
  return (
    script?.steps.some(
      (it) => it.findings.length > 0 && it.jobs.some((started) => started.job === job),
    ) === true
  );
}
