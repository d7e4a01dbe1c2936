import type { Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** A dataset under a name that is not, or not all of, what is read or written. */
export const misnamedDataset: Rule = {
  id: "misnamed-dataset",
  subject: "job",
  severity: "warning",
  what: "The listener sends a dataset under a name that is not what the job reads or writes, or one of several.",
  why: "The lineage leads to a dataset that may not exist, and not to the real one. Recorded: kafka-selector-variants, jdbc-input-format, jdbc-input-format-no-table, jdbc-query-forms.",
  fix: "Use a constant topic, or a sink for each topic; a query of one table, in SQL that every database reads.",
  perStatement: "jobs",
  check: (subject) =>
    sendingJobs(subject).flatMap(({ job }) =>
      [...job.sources, ...job.sinks].flatMap(({ datasets, at: [at] }) => {
        const found = datasets.find((it) => it.misnamed !== undefined);
        const name = found?.name?.kind === "derived" ? found.name.text : undefined;
        return found?.misnamed === undefined || at === undefined
          ? []
          : [
              {
                at,
                message:
                  name === undefined ? found.misnamed : `Sent as '${name}'. ${found.misnamed}`,
              },
            ];
      }),
    ),
};
