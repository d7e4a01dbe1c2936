import type { Connector, TableFailure, TableUse } from "../connector.ts";
import { formatTypeFailures } from "../format-types.ts";
import { kafkaApi } from "../kafka-api.ts";
import {
  kafkaArtifacts,
  kafkaBoundedness,
  kafkaDataset,
  kafkaMetadata,
  kafkaPrefixes,
  topicFailures,
} from "../kafka-tables.ts";
import {
  changesByFormat,
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
      overwrites: "never",
      options: recordedOptions("kafka", {
        prefixes: kafkaPrefixes,
        formats: [
          { key: "format", prefix: "" },
          { key: "key.format", prefix: "key." },
          { key: "value.format", prefix: "value." },
        ],
      }),
      abilities: { metadata: true, watermark: true },
      metadata: kafkaMetadata,
      boundedness: kafkaBoundedness,
      changes: changesByFormat,
      dataset: kafkaDataset,
      failures: (table) => [
        ...formatFailures(table),
        ...keyFailures(table),
        ...topicFailures(table),
        ...(table.role === "source" ? groupFailures(table) : []),
        ...formatTypeFailures(table),
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

/** KafkaDynamicTableFactory.validatePKConstraints: a key wants a format that can change rows. */
function keyFailures(table: TableUse): readonly TableFailure[] {
  if (!table.hasPrimaryKey || changesByFormat(table) !== "appends") {
    return [];
  }
  return [
    {
      exception: validationException,
      message:
        "A kafka table whose format only adds rows takes no PRIMARY KEY: rows of one key would not replace each other. Use the connector 'upsert-kafka'.",
      option: "connector",
      rule: "invalid-option",
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
