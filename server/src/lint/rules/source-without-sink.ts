import type { Endpoint, Job } from "../../job/job.ts";
import { holdsNoData } from "../data-free.ts";
import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A source on 1.x that leads to no sink, and to no operator that the listener looks at. */
export const sourceWithoutSink: Rule = {
  id: "source-without-sink",
  subject: "job",
  severity: "warning",
  what: "On Flink 1.x a source is read by operators alone, without a sink behind them, and all of them are keyed aggregations, timestamps or operators with two inputs.",
  why: "The listener collects the sources behind sinks and behind operators with one input: this one is missing from the event's inputs. Recorded: graph-reachability.",
  fix: "Write the result into a sink.",
  programsOnly: true,
  check: (subject) =>
    isFlink1(subject.target)
      ? sendingJobs(subject).flatMap(({ job }) =>
          overlooked(job).flatMap(({ at: [at] }) =>
            at === undefined
              ? []
              : [
                  {
                    at,
                    message:
                      "No sink follows this source, and OpenLineage's listener does not look at what does: it is missing from the event's inputs.",
                  },
                ],
          ),
        )
      : [],
};

function overlooked({ program }: Job): readonly Endpoint[] {
  const operators = program?.operators ?? [];
  const seen = new Set(operators.filter((it) => it.kind !== "other").flatMap((it) => it.sources));
  const sources = new Set(operators.flatMap((it) => it.sources));
  return [...sources].filter(
    (it) => !seen.has(it) && !holdsNoData(it) && it.invisible === undefined,
  );
}
