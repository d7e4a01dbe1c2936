import type { JobNames } from "../../job/job.ts";
import { effectiveConfiguration } from "../../job/listeners.ts";
import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

const key = "execution.job-listener.openlineage.job-name";

/** A listener that leaves the job's name to the default. */
export const defaultJobName: Rule = {
  id: "default-job-name",
  subject: "job",
  severity: "information",
  what: "The listener on Flink 1.x is given no job name; or a DataStream job on Flink 2 is executed without one.",
  why: "The event then says 'Flink Streaming Job', on 1.x whatever execute() is called with: all such jobs are one. Recorded: name-defaults, ds-job-names.",
  fix: "Add .jobName(...) to the builder; on Flink 2 give execute() a name.",
  programsOnly: true,
  check: (subject) => (isFlink1(subject.target) ? onFlink1(subject) : onFlink2(subject)),
};

function onFlink1({ target, jobs }: Subject): readonly Finding[] {
  return jobs.flatMap(({ job, prediction }) =>
    prediction.events.length > 0
      ? (job.program?.listeners ?? [])
          .filter(
            (it) => it.name === undefined && !effectiveConfiguration(target, it.settings).has(key),
          )
          .map((it) => ({
            at: it.built,
            fixes: fixesOf(it.built, job.names.argument),
            message:
              "The listener has no job name: the event says 'Flink Streaming Job', as for every job without one.",
          }))
      : [],
  );
}

/** Flink's own names for a DataStream job that is given none. */
const defaults = ["Flink Streaming Job", "DataStream Collect"];

function onFlink2(subject: Subject): readonly Finding[] {
  return sendingJobs(subject).flatMap(({ job, prediction }) => {
    const name = prediction.events[0]?.job.name ?? "";
    return job.start === "execute" && defaults.includes(name)
      ? [{ at: job.at, message: `This job is sent as '${name}', as every job without a name.` }]
      : [];
  });
}

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
