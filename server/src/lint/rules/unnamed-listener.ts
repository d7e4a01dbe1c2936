import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A configuration for Flink 2 that does not name the listener. */
export const unnamedListener: Rule = {
  id: "unnamed-listener",
  severity: "warning",
  what: "The project's configuration of Flink 2 does not name OpenLineage's listener.",
  why: "Flink 2 sends lineage only through the listeners of execution.job-status-changed-listeners. Recorded: ds-no-listener.",
  fix: "Set execution.job-status-changed-listeners to io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory.",
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job, prediction }) =>
      !isFlink1(target) && prediction.cause?.kind === "wiring"
        ? [{ at: job.at, message: `${prediction.cause.message} This job sends no lineage.` }]
        : [],
    ),
};
