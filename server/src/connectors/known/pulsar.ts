import { unseenApi } from "../api.ts";
import type { Boundedness, Connector, TableUse } from "../connector.ts";
import { documentedOptions, tableFactory } from "../table-facts.ts";

/** Apache Pulsar. */
export const pulsar: Connector = {
  id: "pulsar",
  title: "Apache Pulsar",
  artifacts: [
    "org.apache.flink:flink-connector-pulsar",
    "org.apache.flink:flink-sql-connector-pulsar",
    "io.streamnative.connectors:flink-*connector-pulsar*",
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
        ["topics"],
        [
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
    }),
  ],
};

function boundednessOf({ options }: TableUse): Boundedness {
  const stops = [...options.keys()].some((it) => it.startsWith("source.stop."));
  return stops ? "unknown" : "unbounded";
}
