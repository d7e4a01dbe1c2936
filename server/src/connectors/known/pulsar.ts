import { unseenApi } from "../api.ts";
import type { Boundedness, Connector, TableFailure, TableUse } from "../connector.ts";
import { documentedOptions, tableFactory, validationException } from "../table-facts.ts";

/** Apache Pulsar. */
export const pulsar: Connector = {
  id: "pulsar",
  title: "Apache Pulsar",
  artifacts: [
    "org.apache.flink:flink-connector-pulsar",
    "org.apache.flink:flink-sql-connector-pulsar",
    "io.streamnative.connectors:flink-*connector-pulsar*",
    "io.streamnative.connectors:pulsar-flink-connector*",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.pulsar.source.PulsarSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.flink.connector.pulsar.source.PulsarSourceBuilder",
      boundedness: "unbounded",
    },
    {
      class: "org.apache.flink.connector.pulsar.sink.PulsarSink",
      role: "sink",
      factories: ["builder"],
      builder: "org.apache.flink.connector.pulsar.sink.PulsarSinkBuilder",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["pulsar"],
      roles: ["source", "sink"],
      options: documentedOptions(
        [],
        [
          "topics",
          "topic",
          "service-url",
          "admin-url",
          "format",
          "key.format",
          "key.fields",
          "value.format",
          "explicit",
        ],
        {
          prefixes: ["pulsar.", "source.", "sink."],
          formats: [
            { key: "format", prefix: "" },
            { key: "key.format", prefix: "key." },
            { key: "value.format", prefix: "value." },
          ],
        },
      ),
      abilities: { metadata: true },
      boundedness: boundednessOf,
      failures: ({ options }) => (options.has("topics") || options.has("topic") ? [] : [noTopics]),
    }),
  ],
};

/** StreamNative's connector, under the same name for Flink before 1.17, wants `topic`. */
const noTopics: TableFailure = {
  exception: validationException,
  message: "The required option 'topics' is not set.",
  option: "topics",
  rule: "missing-option",
};

function boundednessOf({ options }: TableUse): Boundedness {
  const stops = [...options.keys()].some((it) => it.startsWith("source.stop."));
  return stops ? "unknown" : "unbounded";
}
