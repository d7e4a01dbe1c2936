import type { Connector, TableFailure, TableUse } from "../connector.ts";
import { formatTypeFailures } from "../format-types.ts";
import {
  kafkaArtifacts,
  kafkaBoundedness,
  kafkaDataset,
  kafkaMetadata,
  kafkaPrefixes,
  topicFailures,
} from "../kafka-tables.ts";
import { recordedOptions, tableFactory, validationException } from "../table-facts.ts";

/** Apache Kafka, the topic read as a changelog by key. */
export const upsertKafka: Connector = {
  id: "upsert-kafka",
  title: "Upsert Kafka",
  artifacts: kafkaArtifacts,
  tables: [
    tableFactory({
      identifiers: ["upsert-kafka"],
      roles: ["source", "sink"],
      overwrites: "never",
      options: recordedOptions("upsert-kafka", {
        prefixes: kafkaPrefixes,
        formats: [
          { key: "key.format", prefix: "key." },
          { key: "value.format", prefix: "value." },
        ],
      }),
      abilities: { metadata: true, watermark: true },
      metadata: kafkaMetadata,
      boundedness: kafkaBoundedness,
      changes: "changes",
      dataset: kafkaDataset,
      failures: (table) => [
        ...keyFailures(table),
        ...topicFailures(table),
        ...formatTypeFailures(table),
      ],
    }),
  ],
};

function keyFailures(table: TableUse): readonly TableFailure[] {
  return table.hasPrimaryKey
    ? []
    : [
        {
          exception: validationException,
          message: "A table of upsert-kafka needs a PRIMARY KEY.",
          option: undefined,
          rule: "missing-option",
        },
      ];
}
