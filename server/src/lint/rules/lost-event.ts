import type { Rule } from "../rule.ts";

/** One dataset that takes the whole START with it. */
export const lostEvent: Rule = {
  id: "lost-event",
  subject: "job",
  severity: "warning",
  what: "The listener fails while it reads one source, sink or setting.",
  why: "Its exception is swallowed and the whole START is lost, the other datasets with it; the job runs on. Recorded: kafka-selector-lambda-throws, jdbc-sink, cassandra-sink-no-semicolon, jdbc33-breaks-kafka.",
  fix: "See the message.",
  perStatement: "jobs",
  check: ({ jobs }) =>
    jobs.flatMap(({ job, prediction: { cause } }) =>
      cause?.kind === "listener" && job.start !== "collect"
        ? [{ at: cause.at ?? job.at, message: `No START is sent. ${cause.message}` }]
        : [],
    ),
};
