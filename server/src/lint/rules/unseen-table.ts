import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A job of SQL in a program on 1.x. */
export const unseenTable: Rule = {
  id: "unseen-table",
  subject: "job",
  severity: "warning",
  what: "A program on Flink 1.x starts a job by executeSql or a statement set.",
  why: "The listener looks at the environment's own transformations, and such a job has none there: its event has no inputs and no outputs. Recorded: table-sql-insert, table-statement-set.",
  fix: "Move to Flink 2, whose listener sees tables; or attach the statements to the DataStream program.",
  programsOnly: true,
  check: (subject) =>
    sendingJobs(subject)
      .filter(({ job }) => isFlink1(subject.target) && job.program !== undefined)
      .filter(({ job }) => job.start !== "execute" && job.sinks.length > 0)
      .map(({ job }) => ({
        at: job.at,
        message:
          "The listener for Flink 1.x does not see the tables of this job: its event is empty.",
      })),
};
