import { RE2JS } from "re2js";
import type { TopicPattern } from "../../connectors/api.ts";
import type { Derived } from "../../connectors/connector.ts";
import type { Endpoint, JobDataset } from "../../job/job.ts";
import type { Broker } from "../../job/target.ts";
import type { Unknown } from "../../values/value.ts";
import type { OpenLineageConfiguration } from "../configuration.ts";
import type { Dataset, Facet } from "../event.ts";
import { facetOf } from "../facet.ts";
import { documentationFacet } from "../facets/documentation.ts";
import { schemaFacet } from "../facets/schema.ts";
import { symlinksFacet } from "../facets/symlinks.ts";
import { resolvedNamespace } from "../namespace-resolvers.ts";
import { type Draft, unresolvedOf } from "./draft.ts";

export interface SentContext {
  readonly producer: string;
  readonly configuration: OpenLineageConfiguration;
  readonly broker: Broker;
  /** 1.x writes no symlinks, and its DatasetFactory applies the namespace resolvers twice. */
  readonly series: "1" | "2";
}

/** The datasets of one side of an event, in order of the endpoints. */
export interface SentDatasets {
  readonly datasets: Dataset[];
}

type Side = "inputs" | "outputs";

/** The datasets that the listener writes for these sources or sinks. */
export function sentDatasets(
  context: SentContext,
  side: Side,
  endpoints: readonly Endpoint[],
  draft: Draft,
): SentDatasets {
  const datasets: Dataset[] = [];
  for (const endpoint of endpoints) {
    const noted = draft.unresolved.length;
    const sent = endpointDatasets(context, { side, from: datasets.length }, endpoint, draft);
    if (draft.unresolved.length > noted) {
      const about = draft.unresolved.splice(noted);
      draft.unresolved.push(...about.map((it) => ({ ...it, endpoint })));
    }
    if (sent.length > 0) {
      draft.datasets.set(
        endpoint,
        sent.map((_, index) => `/${side}/${datasets.length + index}`),
      );
    }
    datasets.push(...sent);
  }
  return { datasets };
}

/** The datasets of one source or sink; `from` is the place of the first among those of its side. */
function endpointDatasets(
  context: SentContext,
  { side, from }: { readonly side: Side; readonly from: number },
  endpoint: Endpoint,
  draft: Draft,
): readonly Dataset[] {
  if (endpoint.presence.kind === "byInput") {
    noteLeftOut(endpoint, draft);
    return [];
  }
  if (endpoint.undecided !== undefined) {
    const what = side === "inputs" ? "input" : "output";
    draft.unresolved.push(unresolvedOf(endpoint.undecided, what, undefined));
  }
  const datasets: Dataset[] = [];
  for (const reported of endpoint.datasets) {
    for (const name of resolvedNames(context, reported, side, draft)) {
      const pointer = `/${side}/${from + datasets.length}`;
      const sent = sentDataset(context, { dataset: reported, name }, pointer, draft);
      if (sent !== undefined) {
        datasets.push(sent);
        notePresence(endpoint, pointer, draft);
      }
    }
  }
  return datasets;
}

/** What the event leaves out is told where the listener would see it. */
function noteLeftOut(endpoint: Endpoint, draft: Draft): void {
  const { presence, datasets, undecided, at } = endpoint;
  if (presence.kind === "byInput" && (datasets.length > 0 || undecided !== undefined)) {
    const { reason, message } = presence;
    draft.unresolved.push({ what: "presence", pointer: undefined, reason, message, at: at[0] });
  }
}

function notePresence(endpoint: Endpoint, pointer: string, draft: Draft): void {
  if (endpoint.presence.kind === "uncertain") {
    const { reason, message } = endpoint.presence;
    draft.unresolved.push({ what: "presence", pointer, reason, message, at: endpoint.at[0] });
  }
}

interface NamedDataset {
  readonly dataset: JobDataset;
  readonly name: Derived | Unknown | undefined;
}

/** A topic pattern becomes a dataset for each topic at the broker that matches it wholly (KafkaTopicPatternDatasetIdentifierVisitor). */
function resolvedNames(
  context: SentContext,
  { name }: JobDataset,
  side: Side,
  draft: Draft,
): readonly NamedDataset["name"][] {
  if (name?.kind !== "topicPattern") {
    return [name];
  }
  const resolves = context.series === "1" || context.configuration.resolveTopicPattern;
  if (!resolves || name.pattern.kind === "unknown") {
    return [name.pattern];
  }
  const { broker } = context;
  if (broker.kind === "unknown") {
    draft.unresolved.push({
      what: side === "inputs" ? "input" : "output",
      pointer: undefined,
      reason: "topics-at-broker",
      message: `The topics that match \`${name.pattern.text}\` are asked of the broker when the job starts.`,
      at: name.pattern.from[0]?.at[0],
    });
    return [];
  }
  const topics = broker.kind === "topics" ? matching(name, broker.topics) : [];
  const from = name.pattern.from;
  return topics.map((text) => ({ kind: "derived", text, from }));
}

function matching({ pattern }: TopicPattern, topics: readonly string[]): readonly string[] {
  if (pattern.kind === "unknown") {
    return [];
  }
  try {
    const regex = RE2JS.compile(pattern.text);
    return topics.filter((it) => regex.matches(it));
  } catch {
    return [];
  }
}

function sentDataset(
  context: SentContext,
  named: NamedDataset,
  pointer: string,
  draft: Draft,
): Dataset | undefined {
  const { dataset } = named;
  const side = pointer.startsWith("/inputs") ? "input" : "output";
  const unknown = [dataset.namespace, named.name].find((it) => it?.kind === "unknown");
  if (unknown?.kind === "unknown") {
    // A name that is not known is not printed: the dataset is left out, and that is said.
    const left = unresolvedOf(unknown, side, undefined);
    draft.unresolved.push({ ...left, message: `${partlyKnown(named)}${left.message}` });
    return undefined;
  }
  const written = draft.text(`${pointer}/namespace`, dataset.namespace, "namespace") ?? "";
  const namespace = dataset.keepsNamespace ? written : resolved(context, written);
  const name =
    named.name === undefined ? undefined : draft.text(`${pointer}/name`, named.name, "name");
  const facets = facetsOf(context, dataset, { namespace, pointer }, draft);
  return name === undefined ? { namespace, facets } : { namespace, name, facets };
}

/** What is known of a dataset that is left out. */
function partlyKnown({ dataset: { namespace }, name }: NamedDataset): string {
  if (name?.kind === "derived" && name.text !== "") {
    return `The dataset ${name.text} is left out, since its namespace is not known: `;
  }
  return namespace.kind === "derived" && namespace.text !== ""
    ? `A dataset in ${namespace.text} is left out, since its name is not known: `
    : "";
}

function resolved({ configuration, series }: SentContext, namespace: string): string {
  const once = resolvedNamespace(configuration.resolvers, namespace);
  return series === "1" ? resolvedNamespace(configuration.resolvers, once) : once;
}

/** The facets of one dataset, made once for all the jobs that name it; not where something in them is not known, which is noted. */
function facetsOf(
  context: SentContext,
  dataset: JobDataset,
  place: { readonly namespace: string; readonly pointer: string },
  draft: Draft,
): Record<string, Facet> {
  const { producer, series } = context;
  const { namespace } = place;
  const known = facetsBy.get(dataset);
  if (known?.producer === producer && known.series === series && known.namespace === namespace) {
    return known.facets;
  }
  const noted = draft.unresolved.length;
  const facets = datasetFacets(context, dataset, place, draft);
  if (draft.unresolved.length === noted) {
    facetsBy.set(dataset, { producer, series, namespace, facets });
  }
  return facets;
}

interface KnownFacets extends Pick<SentContext, "producer" | "series"> {
  readonly namespace: string;
  readonly facets: Record<string, Facet>;
}

const facetsBy = new WeakMap<JobDataset, KnownFacets>();

function datasetFacets(
  { producer, series }: SentContext,
  dataset: JobDataset,
  { namespace, pointer }: { readonly namespace: string; readonly pointer: string },
  draft: Draft,
): Record<string, Facet> {
  const facets: Record<string, Facet> = {};
  if (dataset.documentation !== undefined) {
    facets.documentation = documentationFacet(producer, dataset.documentation);
  }
  const { schema } = dataset;
  if (schema !== undefined && "kind" in schema) {
    draft.unresolved.push(unresolvedOf(schema, "facet", `${pointer}/facets/schema`));
  } else if (schema !== undefined) {
    facets.schema = schemaFacet(dataset.schemaProducer ?? producer, schema);
    for (const [index, field] of schema.entries()) {
      if (field.type === "?") {
        draft.unresolved.push({
          what: "facet",
          pointer: `${pointer}/facets/schema/fields/${index}/type`,
          reason: "user-code",
          message: `The type of the column ${field.name} is not known.`,
          at: undefined,
        });
      }
    }
  }
  if (series === "2") {
    facets.symlinks = symlinksFacet(
      producer,
      dataset.symlinks.map(({ name, type }) => ({ namespace, name, type })),
    );
  }
  for (const [name, content] of dataset.facets) {
    facets[name] = facetOf({ schemaUrl: customFacetSchema }, producer, content);
  }
  return facets;
}

const customFacetSchema = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetFacet";
