import type { Call } from "../values/log.ts";
import type { Instance, Value } from "../values/value.ts";
import type { ApiUse, Lineage } from "./api.ts";
import { building, isNull, lastArgument, preferred, text, unknown } from "./calls.ts";
import { builderNamespace, knowsServers } from "./kafka-client.ts";
import {
  avroSerializerSchema,
  type SchemaAnswer,
  serializerSchema,
  specificSchema,
  typeSchema,
} from "./kafka-schemas.ts";
import { incomplete, notBuilt, reported } from "./kafka-source.ts";
import { toldByFacet, toldByIdentifier, toldType } from "./kafka-told.ts";
import { topicNames } from "./kafka-topics.ts";
import { isAtLeast } from "./versions.ts";

/** What the listeners see of a `KafkaSink`: all of it hangs on the record serializer. */
export function kafkaSinkLineage(use: ApiUse): Lineage {
  const built = building(use, use.object);
  if (built?.made.receiver === undefined) {
    return notBuilt(use);
  }
  const serializer = lastArgument(use, built.told, ["setRecordSerializer"]);
  if (serializer === undefined || !knowsServers(use, built.told)) {
    return incomplete(built.made, serializer === undefined ? "a serializer" : "bootstrap servers");
  }
  const value = preferred(serializer);
  const sink: Sink = { use, told: built.told };
  switch (value.kind) {
    case "object":
      return builtSerializer(sink, value);
    case "instance":
      return ownSerializer(sink, value);
    case "function":
      return use.series === "1" ? named(sink, emptyName, { kind: "none" }) : ownIsInvisible;
    default:
      return notBuilt({ ...use, object: value });
  }
}

interface Sink {
  readonly use: ApiUse;
  /** What the sink's builder was told. */
  readonly told: readonly Call[];
}

const ownIsInvisible: Lineage = {
  kind: "invisible",
  why: "Flink 2.x asks the record serializer for its topic, and one of the project's own does not tell it.",
};

const emptyName: Value = { kind: "constant", value: "", at: [] };

function named({ use, told }: Sink, topic: Value, schema: SchemaAnswer): Lineage {
  return reported(builderNamespace(use, told), [text(topic, "No topic is set.")], schema);
}

const serializerBuilder =
  "org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchemaBuilder";

/** A serializer from `KafkaRecordSerializationSchema.builder()`; other libraries have their own (Cloudera's registry). */
function builtSerializer(sink: Sink, serializer: Value): Lineage {
  const { use } = sink;
  const built = building(use, serializer);
  if (built?.made.class !== serializerBuilder || built.made.method !== "build") {
    return notBuilt({ ...use, object: serializer });
  }
  const valueSerializer = lastArgument(use, built.told, ["setValueSerializationSchema"]);
  if (use.series === "2" && valueSerializer?.kind === "function") {
    return {
      kind: "programFails",
      mistake: "lambda-serializer",
      exception: "org.apache.flink.api.common.functions.InvalidTypesException",
      message:
        "sinkTo asks the sink for its lineage, and a lambda as value serializer has no type: name a class instead.",
      at: use.attached.name,
    };
  }
  const choice = built.told.filter((it) => /^setTopic(Selector)?$/.test(it.method)).at(-1);
  if (choice === undefined) {
    return incomplete(built.made, "a topic");
  }
  const schema = serializerSchema(use, valueSerializer);
  const given = lastArgument(use, built.told, [choice.method]);
  return choice.method === "setTopic"
    ? fixedTopic(sink, given ?? emptyName, schema)
    : selectedTopic(sink, given, schema);
}

function fixedTopic(sink: Sink, topic: Value, schema: SchemaAnswer): Lineage {
  const { use } = sink;
  // The connector 3.4 keeps the topic in a class of its own, in which KafkaSinkWrapper finds no selector: an error is logged.
  return use.series === "1" && isAtLeast(use.version, 3, 4)
    ? {
        kind: "invisible",
        why: "OpenLineage's listener does not see a topic set by setTopic with flink-connector-kafka 3.4 or newer.",
      }
    : named(sink, topic, schema);
}

/** KafkaSinkWrapper calls the selector with null, once; what it gives is the name. */
function selectedTopic(sink: Sink, selector: Value | undefined, schema: SchemaAnswer): Lineage {
  const { use } = sink;
  const callee = selector === undefined ? undefined : preferred(selector);
  if (use.series === "2") {
    const told = callee === undefined ? undefined : toldByIdentifier(use, callee);
    return told?.kind === "topics"
      ? reported(builderNamespace(use, sink.told), told.topics, schema)
      : callee?.kind === "instance" && told?.kind === "notFollowed"
        ? notToldClearly(callee)
        : { kind: "invisible", why: "Flink 2.x does not know the topics of a topic selector." };
  }
  if (callee?.kind !== "function" && callee?.kind !== "instance") {
    return notBuilt({ ...use, object: callee ?? use.object });
  }
  const answer = use.ask.run(callee, "apply", [{ kind: "constant", value: null, at: callee.at }]);
  if (answer.kind === "throws") {
    return {
      kind: "listenerFails",
      exception: answer.class,
      message:
        "The listener calls the topic selector with null, and the selector throws: nothing is sent for the whole job.",
      at: answer.at,
    };
  }
  const lineage = named(sink, answer.value, schema);
  const other = use.ask.run(callee, "apply", [unknown("run-time-data", "A record.", callee.at)]);
  return lineage.kind !== "reported" || other.kind === "throws" || sameText(answer, other)
    ? lineage
    : { ...lineage, datasets: lineage.datasets.map((it) => ({ ...it, misnamed: chosenByRecord })) };
}

const chosenByRecord =
  "OpenLineage's listener calls the topic selector with null and takes what it gives for the topic; the topics of records are others.";

function sameText(one: { readonly value: Value }, other: { readonly value: Value }): boolean {
  const [first, second] = [one.value, other.value].map((it) => text(it, ""));
  return (
    first?.kind === "derived" &&
    second?.kind === "derived" &&
    other.value.kind !== "oneOf" &&
    first.text === second.text
  );
}

const topicsDescriptor =
  "org.apache.flink.streaming.connectors.kafka.internals.KafkaTopicsDescriptor";
const recordSerializer = "org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema";

/** A serializer class of the project's own. */
function ownSerializer(sink: Sink, serializer: Instance): Lineage {
  const { use } = sink;
  if (use.series === "2") {
    return toldBySerializer(sink, serializer);
  }
  if (use.ask.isA(serializer, topicsDescriptor) === true) {
    return topicsOfDescriptor(sink, serializer);
  }
  if (use.ask.field(serializer, "topicSelector") !== undefined) {
    // The wrapper looks for a selector inside of it, finds none and logs an error.
    return {
      kind: "invisible",
      why: "OpenLineage's listener does not read the topic selector of a serializer of the project's own.",
    };
  }
  const topic = topicField(use, serializer);
  return named(
    sink,
    topic === undefined || isNull(topic) ? emptyName : topic,
    fieldSchema(use, serializer),
  );
}

/** `KafkaSink.getLineageVertex`: a serializer that is a KafkaDatasetFacetProvider tells its topics, others are not seen. */
function toldBySerializer({ use, told }: Sink, serializer: Instance): Lineage {
  const facet = toldByFacet(use, serializer);
  if (facet.kind !== "topics") {
    return facet.kind === "nothing" ? ownIsInvisible : notToldClearly(serializer);
  }
  const type = toldType(use, serializer);
  const schema: SchemaAnswer = type === undefined ? { kind: "none" } : typeSchema(use.ask, type);
  return reported(builderNamespace(use, told), facet.topics, schema);
}

function notToldClearly({ at }: Instance): Lineage {
  return {
    kind: "undecided",
    why: unknown("user-code", "It tells its own lineage, in a way that is not followed.", at),
  };
}

/** FieldUtils.getField finds static fields as well. */
function topicField({ ask }: ApiUse, serializer: Instance): Value | undefined {
  return (
    ask.field(serializer, "topic") ??
    ask
      .line(serializer.class)
      .map(({ declaration }) => declaration && ask.staticField(declaration, "topic"))
      .find((it) => it !== undefined)
  );
}

/** The schema by the serializer's own field, if it has one under these names. */
function fieldSchema(use: ApiUse, serializer: Instance): SchemaAnswer {
  const schema = use.ask.field(serializer, "valueSerializationSchema");
  if (schema !== undefined) {
    return serializerSchema(use, schema);
  }
  const other = use.ask.field(serializer, "valueSerialization");
  return other === undefined ? { kind: "none" } : avroSerializerSchema(use, preferred(other));
}

/** `extends KafkaTopicsDescriptor`: `super(topics, pattern)`; with fixed topics each is an output. */
function topicsOfDescriptor(sink: Sink, serializer: Instance): Lineage {
  const { use, told } = sink;
  const [topics] = serializer.super?.arguments ?? [];
  if (topics === undefined || isNull(topics)) {
    return named(sink, emptyName, { kind: "none" });
  }
  const type = use.ask.typeArgument(serializer.class, recordSerializer, 0);
  const schema: SchemaAnswer =
    type === undefined ? { kind: "none" } : specificSchema(use.ask, type);
  return reported(builderNamespace(use, told), topicNames(use, [topics]), schema);
}
