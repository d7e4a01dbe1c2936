import type { Rule } from "../rule.ts";

/** A job that never starts, for a reason that no other rule explains. */
export const failingJob: Rule = {
  id: "failing-job",
  severity: "error",
  what: "The program or statement throws before the job starts.",
  why: "There is no job and no event. Recorded: main-fails-before-execute, ds-kafka-sink-lambda-serializer, sql-delete-update.",
  fix: "See the message.",
  check: ({ jobs }) =>
    jobs.flatMap(({ job, prediction: { cause } }) =>
      cause?.kind === "program"
        ? [{ at: cause.at ?? job.at, message: `The job does not start. ${cause.message}` }]
        : [],
    ),
};
