import type { Endpoint } from "../../job/job.ts";
import { holdsNoData } from "../data-free.ts";
import type { Finding, Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** A source or sink that the listener does not see. */
export const unseenConnector: Rule = {
  id: "unseen-connector",
  subject: "job",
  severity: "warning",
  what: "A job reads or writes something that the listener does not see.",
  why: "The event is sent without it: the lineage has a gap, and nothing says so. Recorded: unsupported-connectors, jdbc-invisible, iceberg-v2-sink, kafka-partitions, ds-file-source-sink, ds-kafka-topic-selector-lambda.",
  fix: "Use a class that reports its lineage, or add the dataset where the events are read.",
  perStatement: "jobs",
  check: (subject) =>
    sendingJobs(subject).flatMap(({ job }) =>
      [...job.sources, ...job.sinks].flatMap((it) => findingsOf(it)),
    ),
};

function findingsOf(endpoint: Endpoint): readonly Finding[] {
  const [at] = endpoint.at;
  if (endpoint.invisible === undefined || at === undefined || holdsNoData(endpoint)) {
    return [];
  }
  const side = endpoint.role === "source" ? "inputs" : "outputs";
  return [{ at, message: `${endpoint.invisible} It is missing from the event's ${side}.` }];
}
