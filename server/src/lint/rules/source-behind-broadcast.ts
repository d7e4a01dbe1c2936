import type { Endpoint, Job } from "../../job/job.ts";
import { holdsNoData } from "../data-free.ts";
import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A source that is read only by what meets a broadcast state. */
export const sourceBehindBroadcast: Rule = {
  id: "source-behind-broadcast",
  subject: "job",
  severity: "warning",
  what: "A source is read only by a function with a broadcast state.",
  why: "Such a function tells Flink its two inputs, but not what these are made of: the sources before them are missing from the event's inputs, on 1.x and on 2.x. Recorded: own-reachability, own-reach, own-broadcast-direct.",
  fix: "Put an operator of one input, such as a map, between the source and the broadcast.",
  check: (subject) =>
    sendingJobs(subject).flatMap(({ job }) =>
      unseen(job, isFlink1(subject.target)).flatMap(({ at: [at] }) =>
        at === undefined
          ? []
          : [
              {
                at,
                message:
                  "Only a function with a broadcast state reads this source: it is missing from the event's inputs.",
              },
            ],
      ),
    ),
};

function unseen({ program }: Job, is1: boolean): readonly Endpoint[] {
  const operators = program?.operators ?? [];
  const seen = new Set(
    operators.filter((it) => !is1 || it.kind !== "other").flatMap((it) => it.sources),
  );
  return [...new Set(operators.flatMap((it) => it.hidden))].filter(
    (it) => !seen.has(it) && !holdsNoData(it) && it.invisible === undefined,
  );
}
