import { projectPlace } from "../project-place.ts";
import type { Finding, LintedJob, Rule, Subject } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** An event that the consumer of the settings refuses. */
export const refusedByConsumer: Rule = {
  id: "refused-by-consumer",
  subject: "job",
  severity: "warning",
  what: "The setting consumer names a backend that refuses the event of this job.",
  why: "A nameless dataset is refused by all; Marquez refuses empty namespaces (datagen, print, blackhole and most SQL tables), and all but letters, digits and _ @ + - : = ; / . in namespaces; OpenMetadata reads COMPLETE alone (its issue 21886), which holds no datasets.",
  fix: "Give the dataset a name; keep such tables out of jobs whose lineage matters, or change the backend.",
  check: (subject) =>
    subject.consumer === "none"
      ? []
      : [
          ...(subject.consumer === "openmetadata" ? unread(subject) : []),
          ...sendingJobs(subject).flatMap((it) => refusals(subject.consumer, it)),
        ],
};

/** Known from OpenMetadata's issues, not tried: told once. */
function unread(subject: Subject): readonly Finding[] {
  const [first] = sendingJobs(subject);
  return first === undefined
    ? []
    : [
        {
          at: projectPlace(subject) ?? first.job.at,
          severity: "information",
          message:
            "openmetadata reads COMPLETE events alone, and those of Flink's jobs hold no datasets.",
        },
      ];
}

/** What Marquez takes for a namespace. Of 178 recorded events it refused 51. */
const takenByMarquez = /^[\w@+\-:=;/.]+$/;

function refusals(consumer: string, { job, prediction }: LintedJob): readonly Finding[] {
  const datasets = prediction.events.flatMap((it) => [...it.inputs, ...it.outputs]);
  const nameless = datasets.find(({ name = "" }) => name === "");
  const bad =
    consumer === "marquez"
      ? datasets.find(({ namespace }) => !takenByMarquez.test(namespace))
      : undefined;
  const why =
    nameless !== undefined
      ? "a dataset without a name"
      : bad === undefined
        ? undefined
        : bad.namespace === ""
          ? `'${bad.name}' with an empty namespace`
          : `the namespace '${bad.namespace}'`;
  return why === undefined
    ? []
    : [{ at: job.at, message: `${consumer} refuses this job's event: it holds ${why}.` }];
}
