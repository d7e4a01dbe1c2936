import type { Job } from "../../job/job.ts";
import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Finding, Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** The listener for 1.x in a job that runs on 2.x. */
export const listenerOfFlink1: Rule = {
  id: "listener-of-flink-1",
  subject: "job",
  severity: "error",
  what: "A job that runs on Flink 2 builds OpenLineageFlinkJobListener, which is for Flink 1.x.",
  why: "Its build() throws an IllegalArgumentException on Flink 2: the job does not start. Recorded: own-listener-of-flink-1.",
  fix: "Remove it, and set execution.job-status-changed-listeners.",
  programsOnly: true,
  check: ({ target, jobs }) =>
    isFlink1(target) ? [] : jobs.flatMap(({ job }) => [...failing(job), ...assumed(job)]),
};

function failing({ at, failure }: Job): readonly Finding[] {
  return failure?.mistake === "listener-of-flink-1"
    ? [
        {
          at: failure.at ?? at,
          message:
            "This listener is for Flink 1.x: on Flink 2 build() throws, and the job does not start. Name OpenLineage's listener in execution.job-status-changed-listeners.",
          fixes: [removal(failure.calls ?? [])],
        },
      ]
    : [];
}

/** Where no build file says which Flink it is, the listener is a sign of 1.x. */
function assumed({ program }: Job): readonly Finding[] {
  return [...(program?.listeners ?? []), ...(program?.idleListeners ?? [])].map((it) => ({
    at: it.built,
    severity: "information",
    message: "This listener is for Flink 1.x; no build file says that the job runs there.",
  }));
}

/** The statement that builds it, and the one that registers it, which is mostly the same. */
function removal(calls: readonly Location[]): Fix {
  const apart = calls.filter(
    (it, index) =>
      !calls.some(
        (other, at) =>
          at !== index &&
          other.file === it.file &&
          other.range.start <= it.range.start &&
          it.range.end <= other.range.end,
      ),
  );
  return {
    title: "Remove it (the job will start)",
    reach: "alone",
    asks: apart.map((at) => ({ kind: "remove-statement", at })),
  };
}
