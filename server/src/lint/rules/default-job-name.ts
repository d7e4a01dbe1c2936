import { effectiveConfiguration } from "../../job/listeners.ts";
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
              message:
                "The listener has no job name: the event says 'Flink Streaming Job', as for every job without one.",
            }))
        : [],
    ),
};
