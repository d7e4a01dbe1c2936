import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A job on 2.x that only hands rows to the client. */
export const collectingJob: Rule = {
  id: "collecting-job",
  subject: "script",
  severity: "warning",
  what: "A job on Flink 2 only hands its rows to the client: a SELECT in a script, table.execute().",
  why: "The listener asks the sink for options that it does not have, fails, and drops the START event. Recorded: sql-select-collect.",
  fix: "Write the rows into a table.",
  perStatement: "jobs",
  check: ({ target, jobs }) =>
    jobs
      .filter(
        ({ job, prediction }) =>
          !isFlink1(target) && job.start === "collect" && prediction.cause?.kind === "listener",
      )
      .map(({ job }) => ({
        at: job.at,
        message:
          "The rows of this query go to the client: the listener drops the event of such a job.",
      })),
};
