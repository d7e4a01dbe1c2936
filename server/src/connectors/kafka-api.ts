import type { LibraryClass } from "../values/library.ts";
import { type ConnectorApi, invisible } from "./api.ts";
import { avroLibrary } from "./avro-values.ts";
import { consumerClass, consumerLineage, producerClass, producerLineage } from "./kafka-legacy.ts";
import { kafkaSinkLineage } from "./kafka-sink.ts";
import { kafkaSourceBoundedness, kafkaSourceLineage } from "./kafka-source.ts";
import { kafkaToldLibrary } from "./kafka-told.ts";
import { typeLibrary } from "./type-information.ts";

const source = "org.apache.flink.connector.kafka.source";
const sink = "org.apache.flink.connector.kafka.sink";
const legacy = "org.apache.flink.streaming.connectors.kafka";
const numbers = ["08", "09", "010", "011"] as const;

const library: readonly LibraryClass[] = [
  { name: `${source}.KafkaSource`, methods: { builder: `${source}.KafkaSourceBuilder` } },
  {
    name: `${source}.KafkaSourceBuilder`,
    methods: {
      build: `${source}.KafkaSource`,
      // KafkaSourceBuilder copies the properties, and keeps the list of topics.
      setProperties: { returns: "this", copies: [0] },
    },
    otherwise: "this",
  },
  {
    name: `${source}.reader.deserializer.KafkaRecordDeserializationSchema`,
    methods: {
      valueOnly: `${source}.reader.deserializer.KafkaRecordDeserializationSchema`,
      of: `${source}.reader.deserializer.KafkaRecordDeserializationSchema`,
    },
  },
  { name: `${sink}.KafkaSink`, methods: { builder: `${sink}.KafkaSinkBuilder` } },
  {
    name: `${sink}.KafkaSinkBuilder`,
    methods: {
      build: `${sink}.KafkaSink`,
      setKafkaProducerConfig: { returns: "this", copies: [0] },
    },
    otherwise: "this",
  },
  {
    name: `${sink}.KafkaRecordSerializationSchema`,
    methods: { builder: `${sink}.KafkaRecordSerializationSchemaBuilder` },
  },
  {
    name: `${sink}.KafkaRecordSerializationSchemaBuilder`,
    methods: { build: `${sink}.KafkaRecordSerializationSchema` },
    otherwise: "this",
  },
  { name: `${sink}.TopicSelector`, function: "apply", supers: ["java.util.function.Function"] },
  ...["AvroDeserializationSchema", "AvroSerializationSchema"].flatMap(avroClasses),
  { name: consumerClass, otherwise: "this" },
  { name: producerClass, otherwise: "this" },
];

/** Avro's schema classes of Flink, and those of registries below them; `forSpecific` and `forGeneric` make them. */
function avroClasses(name: string): readonly LibraryClass[] {
  const base = `org.apache.flink.formats.avro.${name}`;
  const registry = `org.apache.flink.formats.avro.Registry${name}`;
  const confluent = `org.apache.flink.formats.avro.registry.confluent.ConfluentRegistry${name}`;
  const glue = `org.apache.flink.formats.avro.glue.schema.registry.GlueSchemaRegistry${name}`;
  const made = (it: string, supers: readonly string[]): LibraryClass => ({
    name: it,
    supers,
    methods: { forSpecific: it, forGeneric: it },
  });
  return [
    made(base, []),
    made(registry, [base]),
    made(confluent, [registry]),
    made(glue, [registry]),
  ];
}

/** Kafka's classes for DataStream programs. */
export const kafkaApi: ConnectorApi = {
  library: [...library, ...kafkaToldLibrary, ...avroLibrary, ...typeLibrary],
  endpoints: [
    {
      classes: [`${source}.KafkaSource`],
      role: "source",
      boundedness: kafkaSourceBoundedness,
      lineage: kafkaSourceLineage,
    },
    { classes: [`${sink}.KafkaSink`], role: "sink", lineage: kafkaSinkLineage },
    {
      classes: [consumerClass],
      role: "source",
      boundedness: () => "unbounded",
      lineage: consumerLineage,
    },
    { classes: [producerClass], role: "sink", lineage: producerLineage },
    invisible("source", ...numbers.map((it) => `${legacy}.FlinkKafkaConsumer${it}`)),
    invisible("sink", ...numbers.map((it) => `${legacy}.FlinkKafkaProducer${it}`)),
    invisible("source", "org.apache.flink.connector.kafka.dynamic.source.DynamicKafkaSource"),
  ],
};
