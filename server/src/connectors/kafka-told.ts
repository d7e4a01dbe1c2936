import type { LibraryClass } from "../values/library.ts";
import { makerOf } from "../values/log.ts";
import type { Instance, Value } from "../values/value.ts";
import type { ApiUse } from "./api.ts";
import { isNull, preferred } from "./calls.ts";
import { type TopicName, topicNames, topicPattern } from "./kafka-topics.ts";
import type { TypeInfo } from "./type-information.ts";
import { typeInfoOfValue } from "./type-information.ts";

const lineage = "org.apache.flink.connector.kafka.lineage";
const identifierProvider = `${lineage}.KafkaDatasetIdentifierProvider`;
const facetProvider = `${lineage}.KafkaDatasetFacetProvider`;
const typeProvider = `${lineage}.TypeDatasetFacetProvider`;
const identifier = `${lineage}.DefaultKafkaDatasetIdentifier`;
const facet = `${lineage}.DefaultKafkaDatasetFacet`;
const typeFacet = `${lineage}.DefaultTypeDatasetFacet`;

/** The classes by which a project's own code tells its topics to the connector of Flink 2.x. */
export const kafkaToldLibrary: readonly LibraryClass[] = [
  ...[identifierProvider, facetProvider, typeProvider, facet, typeFacet].map((name) => ({ name })),
  ...["KafkaDatasetFacet", "KafkaDatasetIdentifier", "TypeDatasetFacet"].map((it) => ({
    name: `${lineage}.${it}`,
  })),
  { name: identifier, methods: { ofTopics: identifier, ofPattern: identifier } },
];

/** What a selector, subscriber or serializer tells of its topics. */
export type Told =
  | { readonly kind: "topics"; readonly topics: readonly TopicName[] }
  /** It is none of those that tell, or gives an empty answer: there is no dataset. */
  | { readonly kind: "nothing" }
  /** It tells in a way that is not followed. */
  | { readonly kind: "notFollowed" };

const nothing: Told = { kind: "nothing" };
const notFollowed: Told = { kind: "notFollowed" };

/** `KafkaDatasetIdentifierProvider.getDatasetIdentifier` of a topic selector or a subscriber. */
export function toldByIdentifier(use: ApiUse, value: Value): Told {
  if (value.kind !== "instance") {
    return value.kind === "function" ? nothing : notFollowed;
  }
  return use.ask.isA(value, identifierProvider) === true
    ? topicsOf(use, answered(use, value, "getDatasetIdentifier"))
    : nothing;
}

/** `KafkaDatasetFacetProvider.getKafkaDatasetFacet` of a record serializer; its properties give way to the sink's. */
export function toldByFacet(use: ApiUse, serializer: Instance): Told {
  if (use.ask.isA(serializer, facetProvider) !== true) {
    return nothing;
  }
  const answer = answered(use, serializer, "getKafkaDatasetFacet");
  const made = answer === undefined ? undefined : makerOf(use.ask.log(), answer);
  return answer !== undefined && made?.class === facet && made.method === "new"
    ? topicsOf(use, made.arguments[0] && preferred(made.arguments[0]))
    : isNull(answer)
      ? nothing
      : notFollowed;
}

/** `TypeDatasetFacetProvider.getTypeDatasetFacet`; undefined where there is no type facet. */
export function toldType(use: ApiUse, serializer: Instance): TypeInfo | undefined {
  if (use.ask.isA(serializer, typeProvider) !== true) {
    return undefined;
  }
  const answer = answered(use, serializer, "getTypeDatasetFacet");
  const made = answer === undefined ? undefined : makerOf(use.ask.log(), answer);
  const [type] = made?.class === typeFacet ? made.arguments : [];
  return isNull(answer)
    ? undefined
    : type === undefined
      ? {
          kind: "unknown",
          reason: "user-code",
          detail: "The type that the serializer tells is not followed.",
          at: serializer.at,
        }
      : typeInfoOfValue(use.ask, type);
}

/** What is in the Optional that a method gives: null where it is empty, undefined where that is not known. */
function answered(use: ApiUse, object: Instance, method: string): Value | undefined {
  const answer = use.ask.run(object, method, []);
  const optional = answer.kind === "value" ? preferred(answer.value) : undefined;
  if (optional?.kind !== "list" || !optional.class.endsWith(".Optional")) {
    return undefined;
  }
  const [only] = use.ask.items(optional).items;
  return only === undefined ? undefined : preferred(only.value);
}

function topicsOf(use: ApiUse, told: Value | undefined): Told {
  const made = told === undefined ? undefined : makerOf(use.ask.log(), told);
  const [given] = made?.class === identifier ? made.arguments : [];
  if (given === undefined) {
    return isNull(told) ? nothing : notFollowed;
  }
  return {
    kind: "topics",
    topics: made?.method === "ofTopics" ? topicNames(use, [given]) : [topicPattern(use, given)],
  };
}
