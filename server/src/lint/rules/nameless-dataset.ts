import type { Finding, LintedJob, Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** A dataset that is sent without a name. */
export const namelessDataset: Rule = {
  id: "nameless-dataset",
  subject: "job",
  severity: "warning",
  what: "The listener cannot tell the name of a dataset and sends it without one.",
  why: "Datasets without a name all look alike, and backends refuse the whole event. Recorded: kafka-custom-serializer, table-attached-1.17, sql-kafka-topic-pattern.",
  fix: "For a serializer of your own: a field named topic, or KafkaTopicsDescriptor. For a table: 'topic' in place of 'topic-pattern'.",
  perStatement: "jobs",
  check: (subject) => sendingJobs(subject).flatMap(namelessIn),
};

function namelessIn({ job }: LintedJob): readonly Finding[] {
  return [...job.sources, ...job.sinks].flatMap((it) => {
    const [at] = it.at;
    const nameless = it.datasets.some(
      ({ name }) => name === undefined || (name.kind === "derived" && name.text === ""),
    );
    return nameless && at !== undefined
      ? [{ at, message: `This ${it.role} is sent as a dataset without a name.` }]
      : [];
  });
}
