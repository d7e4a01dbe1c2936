import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A source whose topics only the broker knows. */
export const topicPattern: Rule = {
  id: "topic-pattern",
  subject: "job",
  severity: "information",
  what: "A KafkaSource reads the topics that match a pattern.",
  why: "The listener asks the broker when the job is submitted. Out of reach, the source is missing from the event on Flink 2, and the whole START is lost on 1.x. Recorded: kafka-topic-pattern-no-broker, ds-kafka-pattern-no-broker.",
  fix: "Name the topics, or see that the broker can be reached from where the job is submitted.",
  perStatement: "jobs",
  check: (subject) =>
    sendingJobs(subject).flatMap(({ job }) =>
      job.sources
        .filter((it) => it.datasets.some(({ name }) => name?.kind === "topicPattern"))
        .flatMap(({ at: [at] }) =>
          at === undefined
            ? []
            : [
                {
                  at,
                  message: `The topics are asked of the broker when the job is submitted; where it cannot be reached, ${isFlink1(subject.target) ? "no START is sent" : "the event lacks this source"}.`,
                },
              ],
        ),
    ),
};
