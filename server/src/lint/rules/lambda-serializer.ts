import type { Rule } from "../rule.ts";

/** A lambda as the value serializer of a KafkaSink on Flink 2. */
export const lambdaSerializer: Rule = {
  id: "lambda-serializer",
  subject: "job",
  severity: "error",
  what: "On Flink 2 a KafkaSink with setTopic(...) has a lambda as value serializer.",
  why: "sinkTo asks the sink for its lineage, listener or not, and a lambda has no type to tell: InvalidTypesException. Recorded: ds-kafka-sink-lambda-serializer.",
  fix: "Write a class that implements SerializationSchema.",
  check: ({ jobs }) =>
    jobs.flatMap(({ job }) =>
      job.failure?.mistake === "lambda-serializer"
        ? [
            {
              at: job.failure.at ?? job.at,
              message:
                "sinkTo throws: on Flink 2 a lambda as value serializer tells no type. Write a class that implements SerializationSchema.",
            },
          ]
        : [],
    ),
};
