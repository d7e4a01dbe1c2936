import type { Boundedness, SqlDataset, TableFailure, TableUse } from "./connector.ts";
import type { MetadataKeys } from "./metadata-keys.ts";
import {
  constantOption,
  mapped,
  missingOption,
  optionText,
  validationException,
} from "./table-facts.ts";

/** How OpenLineage names the tables of kafka and upsert-kafka (KafkaTableLineageDatasetIdentifierVisitor). */
export function kafkaDataset({ options }: TableUse): SqlDataset {
  const servers = optionText(options, bootstrapServers) ?? missingOption(bootstrapServers);
  return {
    namespace: mapped(servers, (it) => `kafka://${firstServer(it)}`),
    // The visitor reads `topic` alone: with `topic-pattern` the dataset has no name.
    name: optionText(options, "topic"),
    symlink: true,
  };
}

const bootstrapServers = "properties.bootstrap.servers";

/** What stands before the first comma, else before the first semicolon, as written: nothing is trimmed. */
export function firstServer(servers: string): string {
  const separator = servers.includes(",") ? "," : ";";
  return servers.split(separator)[0] ?? servers;
}

/** Unbounded unless it is told where to stop. */
export function kafkaBoundedness({ options }: TableUse): Boundedness {
  if (!options.has("scan.bounded.mode")) {
    return "unbounded";
  }
  const mode = constantOption(options, "scan.bounded.mode");
  if (mode === undefined) {
    return "unknown";
  }
  return mode.toLowerCase() === "unbounded" ? "unbounded" : "bounded";
}

/** KafkaConnectorOptionsUtil.validateSourceTopic: one of `topic` and `topic-pattern`, not both. */
export function topicFailures({ options }: TableUse): readonly TableFailure[] {
  const [topic, pattern] = [options.has("topic"), options.has("topic-pattern")];
  if (topic === pattern) {
    return [
      {
        exception: validationException,
        message: topic
          ? "The options 'topic' and 'topic-pattern' exclude each other."
          : "One of the options 'topic' and 'topic-pattern' must be set.",
        option: topic ? "topic-pattern" : "topic",
        rule: topic ? "invalid-option" : "missing-option",
      },
    ];
  }
  return [];
}

/** The options of the connectors for Kafka that are read by Kafka itself. */
export const kafkaPrefixes: readonly string[] = ["properties."];

export const kafkaArtifacts: readonly string[] = [
  "org.apache.flink:flink-connector-kafka*",
  "org.apache.flink:flink-sql-connector-kafka*",
];

/** KafkaDynamicSource.ReadableMetadata and KafkaDynamicSink.WritableMetadata; rows choose a topic where there are several. */
export function kafkaMetadata({ options }: TableUse): MetadataKeys {
  const topic = constantOption(options, "topic");
  const isOne = topic !== undefined && !topic.includes(";") && !options.has("topic-pattern");
  return {
    read: [
      "topic",
      "partition",
      "headers",
      "leader-epoch",
      "offset",
      "timestamp",
      "timestamp-type",
    ],
    written: isOne ? ["headers", "timestamp"] : ["headers", "timestamp", "topic"],
  };
}
