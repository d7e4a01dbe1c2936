import type { Call } from "../values/log.ts";
import { makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { ApiUse, Lineage, ReportedDataset } from "./api.ts";
import { building, lastArgument, preferred, text, unknown } from "./calls.ts";
import type { Boundedness, Derived } from "./connector.ts";
import { builderNamespace, knowsServers } from "./kafka-client.ts";
import { type SchemaAnswer, sourceSchema } from "./kafka-schemas.ts";
import { toldByIdentifier } from "./kafka-told.ts";
import { type TopicName, topicNames, topicPattern } from "./kafka-topics.ts";

/**
 * What the listeners see of a `KafkaSource`.
 * 1.x: KafkaSourceWrapper reads the subscriber's fields `topics` and `topicPattern`, so partitions are not seen.
 * 2.x: the connector's own KafkaDatasetFacet, which knows all three.
 */
export function kafkaSourceLineage(use: ApiUse): Lineage {
  const built = building(use, use.object);
  if (built?.made.receiver === undefined) {
    return notBuilt(use);
  }
  const { made, told } = built;
  const subscriptions = told.filter((it) => subscribers.has(it.method));
  const again = subscriptions.filter((it) => it.conditions.length === 0)[1];
  if (again !== undefined && again.method !== "setKafkaSubscriber") {
    return subscribedAgain(again);
  }
  const subscription = subscriptions.at(-1);
  if (subscription === undefined || !knowsServers(use, told)) {
    return incomplete(made, subscription === undefined ? "a topic" : "bootstrap servers");
  }
  const topics = topicsOf(use, told, subscription);
  return topics.kind === "names"
    ? reported(builderNamespace(use, told), topics.names, sourceSchema(use, told))
    : topics;
}

const subscribers = new Set([
  "setTopics",
  "setTopicPattern",
  "setPartitions",
  "setKafkaSubscriber",
]);

/** KafkaSourceBuilder.ensureSubscriberIsNull: also where one builder builds several sources. */
function subscribedAgain({ method, name }: Call): Lineage {
  return {
    kind: "programFails",
    exception: "java.lang.IllegalStateException",
    message: `${method} is called on a Kafka builder that has its topics already.`,
    at: name,
  };
}

export function notBuilt(use: ApiUse): Lineage {
  const why = unknown("no-model", "How this source or sink is built is not known.", use.object.at);
  return { kind: "undecided", why };
}

/** The builders of Kafka's sources and sinks check what they need in `build()`. */
export function incomplete(made: Call, missing: string): Lineage {
  return {
    kind: "programFails",
    exception: "java.lang.NullPointerException",
    message: `The Kafka builder is built without ${missing}.`,
    at: made.name,
  };
}

/** One dataset for each name; a schema that makes the listener fail takes all of them. */
export function reported(
  namespace: Derived | Unknown,
  names: readonly TopicName[],
  schema: SchemaAnswer,
): Lineage {
  if (schema.kind === "listenerFails" && names.length > 0) {
    return schema;
  }
  const fields =
    schema.kind === "fields" ? schema.fields : schema.kind === "unknown" ? schema : undefined;
  const datasets = names.map(
    (name): ReportedDataset => ({ namespace, name, schema: fields, facets: new Map() }),
  );
  return { kind: "reported", datasets };
}

type Topics = { readonly kind: "names"; readonly names: readonly TopicName[] } | Lineage;

function topicsOf(use: ApiUse, told: readonly Call[], subscription: Call): Topics {
  const given = lastArgument(use, told, [subscription.method]) ?? subscription.result;
  switch (subscription.method) {
    case "setTopics":
      return {
        kind: "names",
        names: topicNames(
          use,
          subscription.arguments.length > 1 ? subscription.arguments : [given],
        ),
      };
    case "setTopicPattern":
      return { kind: "names", names: [topicPattern(use, given)] };
    case "setPartitions":
      return use.series === "1"
        ? {
            kind: "invisible",
            why: "OpenLineage's listener for Flink 1.x does not see a KafkaSource that reads partitions.",
          }
        : { kind: "names", names: partitionTopics(use, given) };
    default:
      return ownSubscriber(use, given, subscription);
  }
}

/** `setKafkaSubscriber`: 2.x asks one of the project's own that tells its topics, others it does not see. */
function ownSubscriber(use: ApiUse, given: Value, subscription: Call): Topics {
  const subscriber = preferred(given);
  const told = use.series === "2" ? toldByIdentifier(use, subscriber) : undefined;
  if (told?.kind === "topics") {
    return { kind: "names", names: told.topics };
  }
  const why = "The topics are chosen by a subscriber of the project's own.";
  return told?.kind === "nothing"
    ? { kind: "invisible", why: `${why} It does not tell them.` }
    : { kind: "undecided", why: unknown("user-code", why, [subscription.at]) };
}

/** Each topic of the partitions once (`PartitionSetSubscriber`). */
function partitionTopics(use: ApiUse, given: Value): readonly TopicName[] {
  const value = preferred(given);
  if (value.kind !== "list") {
    return [unknown("no-model", "The partitions are not known.", given.at)];
  }
  const { items, open } = use.ask.items(value);
  const topics = items.map((item) =>
    text(makerOf(use.ask.log(), preferred(item.value))?.arguments[0], "No topic is given."),
  );
  const seen = new Set<string>();
  const names = topics.filter((it) => {
    const isNew = it.kind === "unknown" || !seen.has(it.text);
    seen.add(it.kind === "unknown" ? "" : it.text);
    return isNew;
  });
  return open === undefined ? names : [...names, open];
}

/** 1.x asks the source; the lineage of 2.x always says unbounded, even with `setBounded`. */
export function kafkaSourceBoundedness(use: ApiUse): Boundedness {
  const told = building(use, use.object)?.told;
  return use.series === "1" && told?.some((it) => it.method === "setBounded")
    ? "bounded"
    : "unbounded";
}
