import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** The listener for 1.x in a job that runs on 2.x. */
export const listenerOfFlink1: Rule = {
  id: "listener-of-flink-1",
  // Known from OpenLineage's issues (3631, 3645), not recorded.
  severity: "information",
  what: "A job that runs on Flink 2 builds OpenLineageFlinkJobListener, which is for Flink 1.x.",
  why: "On Flink 2 that listener does not work; lineage comes from a listener named in Flink's configuration.",
  fix: "Remove it, and set execution.job-status-changed-listeners.",
  check: ({ target, jobs }) =>
    isFlink1(target)
      ? []
      : jobs
          .flatMap(({ job }) => [
            ...(job.program?.listeners ?? []),
            ...(job.program?.idleListeners ?? []),
          ])
          .map((it) => ({
            at: it.built,
            fixes: it.registered === undefined ? [] : [removal(it.registered)],
            message:
              "This listener is for Flink 1.x. On Flink 2 name OpenLineage's listener in execution.job-status-changed-listeners.",
          })),
};

function removal(at: Location): Fix {
  return {
    title: "Do not register it (the job registers one listener less)",
    reach: "alone",
    asks: [{ kind: "remove-statement", at }],
  };
}
