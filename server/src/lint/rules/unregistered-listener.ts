import { dependencyFixes } from "../openlineage-dependency.ts";
import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A job on 1.x whose program builds no listener at all. */
export const unregisteredListener: Rule = {
  id: "unregistered-listener",
  subject: "job",
  severity: "information",
  what: "A job on Flink 1.x is executed and no OpenLineage listener is registered.",
  why: "Flink 1.x sends lineage only through a listener that the job itself registers on its environment.",
  fix: "Build an OpenLineageFlinkJobListener with the job's environment and register it before execute().",
  programsOnly: true,
  check: ({ target, jobs }) => {
    const fixes = dependencyFixes(target);
    return jobs
      .filter(
        ({ job, prediction }) =>
          isFlink1(target) &&
          prediction.cause?.kind === "wiring" &&
          job.program?.otherListener === undefined &&
          job.program?.idleListeners.length === 0,
      )
      .map(({ job }) => ({
        at: job.at,
        message: "No OpenLineage listener is registered: this job sends no lineage.",
        fixes,
      }));
  },
};
