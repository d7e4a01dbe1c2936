import type { Finding, LintedJob, Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** An event that the consumer of the settings refuses. */
export const refusedByConsumer: Rule = {
  id: "refused-by-consumer",
  severity: "warning",
  what: "The setting consumer names a backend that refuses the event of this job.",
  why: "A nameless dataset is refused by all; Marquez refuses empty namespaces (datagen, print, blackhole and most SQL tables), and commas and blanks in namespaces.",
  fix: "Give the dataset a name; keep such tables out of jobs whose lineage matters, or change the backend.",
  check: (subject) =>
    subject.consumer === "none"
      ? []
      : sendingJobs(subject).flatMap((it) => refusals(subject.consumer, it)),
};

function refusals(consumer: string, { job, prediction }: LintedJob): readonly Finding[] {
  const datasets = prediction.events.flatMap((it) => [...it.inputs, ...it.outputs]);
  const nameless = datasets.find(({ name = "" }) => name === "");
  const bad =
    consumer === "marquez"
      ? datasets.find(({ namespace }) => namespace === "" || /[,\s]/.test(namespace))
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
