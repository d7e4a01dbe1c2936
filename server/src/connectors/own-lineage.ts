import type { Answer } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import { type Call, callsOn, makerOf } from "../values/log.ts";
import type { Instance, Value } from "../values/value.ts";
import type { ApiUse, Lineage, ReportedDataset } from "./api.ts";
import { constantText, preferred, text, unknown } from "./calls.ts";
import type { Boundedness } from "./derived.ts";
import { vertexClasses, vertexLineage } from "./own-vertex.ts";
import type { SchemaField } from "./schema-fields.ts";

const provider = "io.openlineage.flink.api.LineageProvider";
const factory = "io.openlineage.flink.api.DatasetFactory";
const openLineage = "io.openlineage.client.OpenLineage";
const vertexProvider = "org.apache.flink.streaming.api.lineage.LineageVertexProvider";
const sourceFunction = "org.apache.flink.streaming.api.functions.source.SourceFunction";

/** The classes that tell a lineage of one's own, and what OpenLineage's are written with. */
export const ownLineageLibrary: readonly LibraryClass[] = [
  ...[provider, vertexProvider, sourceFunction, ...vertexClasses].map((name) => ({ name })),
  {
    name: factory,
    methods: {
      getDataset: `${openLineage}.Dataset`,
      getDatasetFacetsBuilder: `${openLineage}.DatasetFacetsBuilder`,
    },
  },
  {
    name: openLineage,
    methods: {
      newInputDatasetBuilder: `${openLineage}.InputDatasetBuilder`,
      newOutputDatasetBuilder: `${openLineage}.OutputDatasetBuilder`,
      newDatasetFacetsBuilder: `${openLineage}.DatasetFacetsBuilder`,
      newSchemaDatasetFacetBuilder: `${openLineage}.SchemaDatasetFacetBuilder`,
      newSchemaDatasetFacet: `${openLineage}.SchemaDatasetFacet`,
      newSchemaDatasetFacetFieldsBuilder: `${openLineage}.SchemaDatasetFacetFieldsBuilder`,
      newSchemaDatasetFacetFields: `${openLineage}.SchemaDatasetFacetFields`,
    },
  },
  ...[
    "InputDataset",
    "OutputDataset",
    "DatasetFacets",
    "SchemaDatasetFacet",
    "SchemaDatasetFacetFields",
  ].map(
    (it): LibraryClass => ({
      name: `${openLineage}.${it}Builder`,
      methods: { build: `${openLineage}.${it}` },
      otherwise: "this",
    }),
  ),
];

/** What an object of the project's own class tells of itself; undefined where it tells nothing. */
export function ownLineage(use: ApiUse): Lineage | undefined {
  const { object, ask, series } = use;
  if (object.kind !== "instance") {
    return undefined;
  }
  if (series === "1") {
    return ask.isA(object, provider) === true ? providerLineage(use, object) : undefined;
  }
  return ask.isA(object, vertexProvider) === true ? vertexLineage(use, object).lineage : undefined;
}

/** What the object's own `getBoundedness`, or on 2.x its lineage, says. */
export function ownBoundedness(use: ApiUse): Boundedness | undefined {
  const { object, ask, series } = use;
  if (object.kind !== "instance") {
    return undefined;
  }
  if (series === "2") {
    return ask.isA(object, vertexProvider) === true
      ? vertexLineage(use, object).boundedness
      : undefined;
  }
  if (!ask.hasMethod(object, "getBoundedness")) {
    return ask.isA(object, sourceFunction) === true ? "unbounded" : undefined;
  }
  return boundednessOf(ask.run(object, "getBoundedness", []));
}

/** A constant of Flink's enum `Boundedness`. */
function boundednessOf(answer: Answer): Boundedness {
  const value = answer.kind === "value" ? preferred(answer.value) : undefined;
  const constant = value?.kind === "object" ? value.constant : undefined;
  return constant === "BOUNDED"
    ? "bounded"
    : constant === "CONTINUOUS_UNBOUNDED"
      ? "unbounded"
      : "unknown";
}

/** `LineageProviderVisitor` calls `getDatasets` with its factory. */
function providerLineage(use: ApiUse, object: Instance): Lineage {
  const argument: Value = {
    kind: "object",
    id: -1,
    class: factory,
    made: undefined,
    at: object.at,
  };
  const answer = use.ask.run(object, "getDatasets", [argument]);
  if (answer.kind === "throws") {
    return {
      kind: "listenerFails",
      exception: answer.class,
      message: "getDatasets throws: nothing is sent for the whole job.",
      at: answer.at,
    };
  }
  const list = preferred(answer.value);
  if (list.kind !== "list") {
    const why = unknown("user-code", "The datasets of getDatasets are not followed.", list.at);
    return { kind: "undecided", why };
  }
  const { items, open } = use.ask.items(list);
  return open === undefined
    ? { kind: "reported", datasets: items.map((it) => madeDataset(use, preferred(it.value))) }
    : { kind: "undecided", why: open };
}

function madeDataset(use: ApiUse, value: Value): ReportedDataset {
  const log = use.ask.log();
  const made = makerOf(log, value);
  if (made?.method === "getDataset") {
    const [first, second, third] = made.arguments;
    const identifier = makerOf(log, first);
    const isIdentifier = identifier !== undefined && /DatasetIdentifier$/.test(identifier.class);
    const [name, namespace] = isIdentifier ? identifier.arguments : [first, second];
    return dataset(use, { name, namespace, facets: isIdentifier ? second : third });
  }
  if (made?.method === "build") {
    const told = callsOn(log, made.receiver, made.seq);
    return {
      ...dataset(use, {
        name: argumentOf(told, "name"),
        namespace: argumentOf(told, "namespace"),
        facets: argumentOf(told, "facets"),
      }),
      keepsNamespace: true,
    };
  }
  const why = unknown("user-code", "How the dataset is made is not followed.", value.at);
  return { namespace: why, name: why, schema: undefined, facets: new Map() };
}

function argumentOf(told: readonly Call[], method: string): Value | undefined {
  return told.filter((it) => it.method === method).at(-1)?.arguments[0];
}

interface Parts {
  readonly name: Value | undefined;
  readonly namespace: Value | undefined;
  readonly facets: Value | undefined;
}

function dataset(use: ApiUse, { name, namespace, facets }: Parts): ReportedDataset {
  return {
    name: text(name, "No name is given."),
    namespace: text(namespace, "No namespace is given."),
    facets: new Map(),
    ...schemaOf(use, facets),
  };
}

type Schema = Pick<ReportedDataset, "schema" | "schemaProducer">;

/** The schema facet that a facets builder, or what it built, holds. */
function schemaOf(use: ApiUse, facets: Value | undefined): Schema {
  const log = use.ask.log();
  const made = makerOf(log, facets);
  const builder = made?.method === "build" ? made.receiver : facets;
  const facet = argumentOf(callsOn(log, builder), "schema");
  if (facet === undefined) {
    return { schema: undefined };
  }
  const end = makerOf(log, facet);
  const start = end?.method === "build" ? makerOf(log, end.receiver) : end;
  const list =
    end?.method === "build"
      ? argumentOf(callsOn(log, end.receiver, end.seq), "fields")
      : end?.arguments[0];
  const fields = list === undefined ? undefined : fieldsOf(use, preferred(list));
  const producer = producerOf(use, start?.receiver);
  const schema =
    fields ?? unknown("user-code", "The fields of the schema are not followed.", facet.at);
  return producer === undefined ? { schema } : { schema, schemaProducer: producer };
}

/** `new OpenLineage(URI.create("..."))`. */
function producerOf(use: ApiUse, client: Value | undefined): string | undefined {
  const log = use.ask.log();
  const uri = makerOf(log, client)?.arguments[0];
  return constantText(uri) ?? constantText(makerOf(log, uri)?.arguments[0]);
}

function fieldsOf(use: ApiUse, list: Value): readonly SchemaField[] | undefined {
  if (list.kind !== "list") {
    return undefined;
  }
  const { items, open } = use.ask.items(list);
  const fields = items.map((it) => fieldOf(use, preferred(it.value)));
  return open === undefined && fields.every((it) => it !== undefined) ? fields : undefined;
}

function fieldOf(use: ApiUse, value: Value): SchemaField | undefined {
  const log = use.ask.log();
  const end = makerOf(log, value);
  const told = callsOn(log, end?.receiver, end?.seq);
  const name = constantText(argumentOf(told, "name"));
  if (end?.method !== "build" || name === undefined) {
    return undefined;
  }
  const inner = argumentOf(told, "fields");
  const fields = inner === undefined ? undefined : fieldsOf(use, preferred(inner));
  return {
    name,
    type: constantText(argumentOf(told, "type")),
    description: constantText(argumentOf(told, "description")),
    ...(fields === undefined ? {} : { fields }),
  };
}
