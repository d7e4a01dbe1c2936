import { makerOf } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { ApiUse, Lineage } from "./api.ts";
import { constructorArguments, preferred, text } from "./calls.ts";
import { namespaceOf, propertiesNamespace } from "./kafka-client.ts";
import { avroSerializerSchema, legacySourceSchema } from "./kafka-schemas.ts";
import { notBuilt, reported } from "./kafka-source.ts";
import { topicNames, topicPattern } from "./kafka-topics.ts";

/** `FlinkKafkaConsumer` of the project's Flink; the classes with a number behind (010, 011) are none of those the listener knows. */
export const consumerClass = "org.apache.flink.streaming.connectors.kafka.FlinkKafkaConsumer";
export const producerClass = "org.apache.flink.streaming.connectors.kafka.FlinkKafkaProducer";

/** `new FlinkKafkaConsumer(topic | topics | pattern, deserializer, properties)`. */
export function consumerLineage(use: ApiUse): Lineage {
  const [topics, deserializer, properties] = constructorArguments(use, use.object) ?? [];
  if (use.series === "2" || topics === undefined) {
    return notBuilt(use);
  }
  const value = preferred(topics);
  const isPattern = value.kind === "object" && makerOf(use.ask.log(), value)?.method === "compile";
  return reported(
    propertiesNamespace(use, properties),
    isPattern ? [topicPattern(use, topics)] : topicNames(use, [topics]),
    legacySourceSchema(use, deserializer === undefined ? undefined : preferred(deserializer)),
  );
}

/**
 * Its constructors: `(topic, schema, properties[, ...])`, `(brokers, topic, schema)`,
 * `(defaultTopic, KafkaSerializationSchema, properties, semantic[, pool])`.
 */
export function producerLineage(use: ApiUse): Lineage {
  const args = constructorArguments(use, use.object);
  const [first, second, third] = args ?? [];
  if (use.series === "2" || first === undefined || second === undefined || third === undefined) {
    return notBuilt(use);
  }
  const isBrokers = isText(preferred(second)) && !isProperties(preferred(third));
  const [namespace, topic, serializer] = isBrokers
    ? [namespaceOf(first), second, third]
    : [propertiesNamespace(use, third), first, second];
  return reported(
    namespace,
    [text(topic, "No topic is set.")],
    avroSerializerSchema(use, preferred(serializer)),
  );
}

function isText(value: Value): boolean {
  return (
    (value.kind === "constant" && typeof value.value === "string") ||
    value.kind === "text" ||
    value.kind === "input"
  );
}

function isProperties(value: Value): boolean {
  return value.kind === "map" || value.kind === "unknown";
}
