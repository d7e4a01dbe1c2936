import type { JobEffect } from "./effect.ts";
import { findScans } from "./prune/find-scans.ts";
import { mergeScans, mergeSinks } from "./prune/merge.ts";
import type { PlannerOptions, PrunedJob } from "./prune/plan.ts";
import { below } from "./prune/wanted.ts";

/** The scans and sinks of the optimized plan. */
export function pruneJob(options: PlannerOptions, job: JobEffect): PrunedJob {
  const queries = [
    ...job.sinks.map((it) => it.query),
    ...(job.query === undefined ? [] : [job.query]),
  ];
  const found = queries.flatMap(
    (it) => findScans(options, it, { ...below(it), above: "projection" }).scans,
  );
  return { scans: mergeScans(options, found), sinks: mergeSinks(options, job.sinks, found) };
}
