import { lookupsOf } from "../../catalog/relations-in.ts";
import { type CatalogTable, fullName } from "../../catalog/table.ts";
import { jobsOf } from "../../job/script.ts";
import type { Rule } from "../rule.ts";
import { shortName } from "../short-name.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** The table of a lookup join. */
export const unseenLookupTable: Rule = {
  id: "unseen-lookup-table",
  subject: "script",
  severity: "warning",
  what: "A table is read by a lookup join (FOR SYSTEM_TIME AS OF a processing time).",
  why: "Flink's planner gives lineage to scans and sinks alone: the event lacks the table. Recorded: sql-jdbc-lookup-join.",
  fix: "Nothing in the job helps: add the table where the events are read, or turn the rule off here.",
  perStatement: "jobs",
  check: ({ target, script, jobs }) => {
    const sending = new Set(
      jobs.filter((it) => it.prediction.events.length > 0).map((it) => it.job),
    );
    return script === undefined || isFlink1(target)
      ? []
      : jobsOf(script)
          .filter((it) => sending.has(it.job))
          .flatMap(({ effect, job }) =>
            (effect?.sinks ?? [])
              .flatMap((it) => lookupsOf(it.query))
              .filter(({ table }) => !job.sources.some((it) => it.table === nameOf(table)))
              .map(({ table, at }) => ({
                at,
                message: `${shortName(nameOf(table))} is looked up, not scanned: it is missing from the event's inputs.`,
              })),
          );
  },
};

function nameOf(table: CatalogTable): string {
  return fullName(table.path);
}
