import type { JobNames } from "../../job/job.ts";
import { effectiveConfiguration } from "../../job/listeners.ts";
import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

const key = "execution.job-listener.openlineage.job-name";

/** A listener that leaves the job's name to the default. */
export const defaultJobName: Rule = {
  id: "default-job-name",
  severity: "information",
  what: "The listener on Flink 1.x is given no job name.",
  why: "The event then says 'Flink Streaming Job', whatever execute() is called with: all such jobs are one. Recorded: name-defaults.",
  fix: "Add .jobName(...) to the builder.",
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job, prediction }) =>
      isFlink1(target) && prediction.events.length > 0
        ? (job.program?.listeners ?? [])
            .filter(
              (it) =>
                it.name === undefined && !effectiveConfiguration(target, it.settings).has(key),
            )
            .map((it) => ({
              at: it.built,
              fixes: fixesOf(it.built, job.names.argument),
              message:
                "The listener has no job name: the event says 'Flink Streaming Job', as for every job without one.",
            }))
        : [],
    ),
};

/** The name that execute() is called with, where the text alone says it. */
function fixesOf(chain: Location, name: JobNames["argument"]): readonly Fix[] {
  return name?.kind !== "derived" || name.from.some((it) => it.kind !== "constant")
    ? []
    : [
        {
          title: `Name the job '${name.text}' (its events get this name)`,
          reach: "alone",
          asks: [
            {
              kind: "add-call",
              chain,
              name: "jobName",
              argument: { kind: "text", text: name.text },
            },
          ],
        },
      ];
}
