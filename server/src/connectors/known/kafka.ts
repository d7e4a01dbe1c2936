import type { Connector, TableFailure, TableUse } from "../connector.ts";
import { kafkaApi } from "../kafka-api.ts";
import {
  kafkaArtifacts,
  kafkaBoundedness,
  kafkaDataset,
  kafkaPrefixes,
  topicFailures,
} from "../kafka-tables.ts";
import {
  constantOption,
  recordedOptions,
  tableFactory,
  validationException,
} from "../table-facts.ts";

/** Apache Kafka, rows in order of the topic. */
export const kafka: Connector = {
  id: "kafka",
  title: "Apache Kafka",
  artifacts: kafkaArtifacts,
  api: kafkaApi,
  tables: [
    tableFactory({
      identifiers: ["kafka"],
      roles: ["source", "sink"],
      options: recordedOptions("kafka", {
        prefixes: kafkaPrefixes,
        formats: [
          { key: "format", prefix: "" },
          { key: "key.format", prefix: "key." },
          { key: "value.format", prefix: "value." },
        ],
      }),
      abilities: { metadata: true, watermark: true },
      boundedness: kafkaBoundedness,
      dataset: kafkaDataset,
      failures: (table) => [
        ...formatFailures(table),
        ...topicFailures(table),
        ...(table.role === "source" ? groupFailures(table) : []),
      ],
    }),
  ],
};

/** KafkaDynamicTableFactory takes `format` or `value.format`. */
function formatFailures({ options }: TableUse): readonly TableFailure[] {
  if (options.has("format") || options.has("value.format")) {
    return [];
  }
  return [
    {
      exception: validationException,
      message: "One of the options 'format' and 'value.format' must be set.",
      option: "format",
      rule: "missing-format",
    },
  ];
}

/** KafkaSourceBuilder refuses to start at the group's offsets, its default, without a group. */
function groupFailures({ options }: TableUse): readonly TableFailure[] {
  const mode = options.has("scan.startup.mode")
    ? constantOption(options, "scan.startup.mode")
    : "group-offsets";
  if (mode?.toLowerCase() !== "group-offsets" || options.has("properties.group.id")) {
    return [];
  }
  return [
    {
      exception: "java.lang.IllegalStateException",
      message:
        "A kafka source needs 'scan.startup.mode' or 'properties.group.id': it starts at the offsets of its group unless told otherwise.",
      option: "properties.group.id",
      rule: "missing-option",
    },
  ];
}
