import type { CatalogTable } from "../../catalog/table.ts";
import { fullName } from "../../catalog/table.ts";
import { connectorNamed } from "../../connectors/find.ts";
import { constantOption, optionText } from "../../connectors/table-facts.ts";
import { connectorVersion, isAtLeast } from "../../connectors/versions.ts";
import type { Unknown } from "../../values/value.ts";
import type { Endpoint, JobDataset } from "../job.ts";
import type { Target } from "../target.ts";

/**
 * What OpenLineage's listener for Flink 1.x sees of a table whose operators are in the environment: it knows the connector's
 * source and sink classes, not the table.
 */
export function seenByListener1(target: Target, table: CatalogTable, endpoint: Endpoint): Endpoint {
  const { role } = endpoint;
  const seen = role === "source" ? seenSource(table, endpoint) : seenSink(target, table, endpoint);
  return { ...endpoint, datasets: [], presence: endpoint.presence, ...seen };
}

function seenSource(table: CatalogTable, endpoint: Endpoint): Partial<Endpoint> {
  switch (endpoint.connector) {
    case "kafka":
    case "upsert-kafka":
      return { datasets: kafkaTopics(table, endpoint) };
    case "jdbc":
      return { datasets: endpoint.datasets.map(bare) };
    case undefined:
      return { undecided: notKnown(table) };
    case "iceberg":
      return { undecided: notKnown(table) };
    default:
      return { invisible: unseen(table) };
  }
}

/** KafkaSourceWrapper: each topic of the list; FactoryUtil splits `topic` at `;`. */
function kafkaTopics(table: CatalogTable, { datasets }: Endpoint): readonly JobDataset[] {
  const pattern = optionText(table.options, "topic-pattern");
  return datasets.map(bare).flatMap((it): readonly JobDataset[] => {
    const { name } = it;
    if (pattern !== undefined) {
      return [{ ...it, name: { kind: "topicPattern", pattern } }];
    }
    return name?.kind === "derived"
      ? name.text.split(";").map((topic) => ({ ...it, name: { ...name, text: topic } }))
      : [it];
  });
}

function seenSink(target: Target, table: CatalogTable, endpoint: Endpoint): Partial<Endpoint> {
  const { connector } = endpoint;
  switch (connector) {
    case "kafka":
    case "upsert-kafka":
      return kafkaSink(target, table, endpoint);
    case "print":
    case "jdbc":
      // LegacySinkTransformation with a SinkOperator: TransformationUtils.processLegacySinkTransformation casts it.
      return {
        failure: {
          exception: "java.lang.ClassCastException",
          message: `The listener fails on the table ${fullName(table.path)}: its connector still gives Flink an old-style sink. Nothing is sent for the whole job.`,
          at: endpoint.at[0],
        },
      };
    case undefined:
    case "iceberg":
      return { undecided: notKnown(table) };
    default:
      return { invisible: unseen(table) };
  }
}

/** KafkaSinkWrapper reads the field `topic` of DynamicKafkaRecordSerializationSchema; newer connectors have `topics`. */
function kafkaSink(target: Target, table: CatalogTable, { datasets }: Endpoint): Partial<Endpoint> {
  const buffered = [...table.options.keys()].some((it) => it.startsWith("sink.buffer-flush."));
  if (buffered && constantOption(table.options, "connector") === "upsert-kafka") {
    return {
      invisible: "It is written through a buffering sink, which the listener does not see.",
    };
  }
  const kafka = connectorNamed("kafka");
  const version = kafka && connectorVersion(kafka.connector, target.dependencies);
  const hasTopicField = version !== undefined && !isAtLeast(version, 3, 3);
  return {
    datasets: datasets
      .map(bare)
      .map((it) => (hasTopicField ? it : { ...it, name: { kind: "derived", text: "", from: [] } })),
  };
}

function bare(dataset: JobDataset): JobDataset {
  return {
    namespace: dataset.namespace,
    name: dataset.name,
    documentation: undefined,
    schema: undefined,
    symlinks: [],
    facets: new Map(),
  };
}

function unseen(table: CatalogTable): string {
  return `OpenLineage's listener for Flink 1.x does not see the table ${fullName(table.path)}: it knows Kafka's and JDBC's sources and Kafka's sinks.`;
}

function notKnown(table: CatalogTable): Unknown {
  return {
    kind: "unknown",
    reason: "unsupported",
    detail: `What the listener of Flink 1.x sees of the table ${fullName(table.path)} is not known.`,
    at: table.at === undefined ? [] : [table.at],
  };
}
