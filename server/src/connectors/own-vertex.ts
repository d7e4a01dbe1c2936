import { callsOn, makerOf } from "../values/log.ts";
import type { FunctionValue, Instance, LibraryObject, Unknown, Value } from "../values/value.ts";
import type { ApiUse, Lineage, ReportedDataset } from "./api.ts";
import { constantText, preferred, text, unknown } from "./calls.ts";
import type { Boundedness, Derived } from "./derived.ts";
import type { SchemaField } from "./schema-fields.ts";

/** What a `LineageVertexProvider` of Flink 2.x says: Flink asks it for its vertex when the job is submitted. */
export function vertexLineage(
  use: ApiUse,
  object: Instance,
): { readonly lineage: Lineage; readonly boundedness: Boundedness } {
  const vertex = result(use, object, "getLineageVertex");
  if (vertex?.kind === "object" && /\.Default(Source)?LineageVertex$/.test(vertex.class ?? "")) {
    return flinksVertex(use, vertex);
  }
  if (vertex === undefined || !isCallable(vertex)) {
    return { lineage: notFollowed(object), boundedness: "unknown" };
  }
  const list = result(use, vertex, "datasets");
  const boundedness = boundednessOf(
    vertex.kind === "instance" ? result(use, vertex, "boundedness") : undefined,
  );
  if (list?.kind !== "list") {
    return { lineage: notFollowed(object), boundedness };
  }
  const { items, open } = use.ask.items(list);
  return {
    boundedness,
    lineage:
      open === undefined
        ? {
            kind: "reported",
            datasets: items.map((it) => datasetOf(use, preferred(it.value))),
          }
        : { kind: "undecided", why: open },
  };
}

/** `new DefaultLineageVertex()` and `new DefaultSourceLineageVertex(boundedness)`, filled by `addLineageDataset` or `addDataset`. */
function flinksVertex(
  use: ApiUse,
  vertex: LibraryObject,
): { readonly lineage: Lineage; readonly boundedness: Boundedness } {
  const log = use.ask.log();
  const added = callsOn(log, vertex, Infinity).filter((it) =>
    /^add(Lineage)?Dataset$/.test(it.method),
  );
  const doubted = added.find((it) => it.conditions.length > 0);
  const [given] = makerOf(log, vertex)?.arguments ?? [];
  return {
    boundedness: boundednessOf(given && preferred(given)),
    lineage:
      doubted === undefined
        ? {
            kind: "reported",
            datasets: added.flatMap(({ arguments: [it] }) =>
              it === undefined ? [] : [datasetOf(use, preferred(it))],
            ),
          }
        : notFollowed(vertex),
  };
}

function notFollowed(object: Value): Lineage {
  const why = unknown("user-code", "The lineage that it tells is not followed.", object.at);
  return { kind: "undecided", why };
}

function isCallable(value: Value): value is FunctionValue | Instance {
  return value.kind === "function" || value.kind === "instance";
}

function result(use: ApiUse, object: Value, method: string): Value | undefined {
  if (!isCallable(object)) {
    return undefined;
  }
  const answer = use.ask.run(object, method, []);
  return answer.kind === "value" ? preferred(answer.value) : undefined;
}

function boundednessOf(value: Value | undefined): Boundedness {
  const constant = value?.kind === "object" ? value.constant : undefined;
  return constant === "BOUNDED"
    ? "bounded"
    : constant === "CONTINUOUS_UNBOUNDED"
      ? "unbounded"
      : "unknown";
}

/** A LineageDataset of the project's own, or Flink's DefaultLineageDataset(name, namespace, facets). */
function datasetOf(use: ApiUse, value: Value): ReportedDataset {
  const made = makerOf(use.ask.log(), value);
  const parts =
    value.kind === "object" && made?.method === "new"
      ? made.arguments
      : ["name", "namespace", "facets"].map((it) => result(use, value, it));
  const [name, namespace, facets] = parts;
  return {
    name: answered(name, value),
    namespace: answered(namespace, value),
    ...facetsOf(use, facets),
  };
}

function answered(value: Value | undefined, of: Value): Derived | Unknown {
  return value === undefined
    ? unknown("user-code", "What names the dataset is not followed.", of.at)
    : text(value, "No name is given.");
}

type Facets = Pick<ReportedDataset, "schema" | "facets">;

const lineage = "org.apache.flink.streaming.api.lineage";
const schemaFacet = `${lineage}.DatasetSchemaFacet`;
const configFacet = `${lineage}.DatasetConfigFacet`;

/** Flink's classes of lineage, named so that star imports find them. */
export const vertexClasses: readonly string[] = [
  schemaFacet,
  configFacet,
  ...["LineageVertex", "SourceLineageVertex", "DefaultLineageVertex", "DefaultSourceLineageVertex"]
    .concat(["LineageDataset", "DefaultLineageDataset", "LineageDatasetFacet"])
    .concat(["DatasetSchemaField", "DefaultDatasetSchemaField"])
    .map((it) => `${lineage}.${it}`),
];

/** `SchemaFacetVisitor` and `ConfigFacetVisitor` read the facets by their interfaces. */
function facetsOf(use: ApiUse, map: Value | undefined): Facets {
  const facets = new Map<string, Readonly<Record<string, unknown>>>();
  let schema: Facets["schema"];
  for (const { value } of map?.kind === "map" ? use.ask.entries(map).entries : []) {
    const facet = preferred(value);
    if (use.ask.isA(facet, schemaFacet) === true) {
      schema = fieldsOf(use, facet);
    } else if (use.ask.isA(facet, configFacet) === true) {
      const name = constantText(result(use, facet, "name"));
      if (name !== undefined) {
        facets.set(name, contentOf(use, result(use, facet, "config")));
      }
    }
  }
  return { schema, facets };
}

function contentOf(use: ApiUse, map: Value | undefined): Readonly<Record<string, unknown>> {
  const entries = map?.kind === "map" ? use.ask.entries(map).entries : [];
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const content = text(value, "");
      return content.kind === "unknown" ? [] : [[key, content.text]];
    }),
  );
}

function fieldsOf(use: ApiUse, facet: Value): readonly SchemaField[] | Unknown {
  const map = result(use, facet, "fields");
  if (map?.kind !== "map") {
    return unknown("user-code", "The fields of the schema are not followed.", facet.at);
  }
  const { entries, open } = use.ask.entries(map);
  const fields = entries.map(({ value }): SchemaField | undefined => {
    const field = preferred(value);
    const name = constantText(result(use, field, "name"));
    const type = typeText(result(use, field, "type"));
    return name === undefined || type === undefined ? undefined : { name, type };
  });
  return open === undefined && fields.every((it) => it !== undefined)
    ? fields
    : unknown("user-code", "The fields of the schema are not followed.", facet.at);
}

/** `String.valueOf(type)` of a class or a text. */
function typeText(value: Value | undefined): string | undefined {
  if (value?.kind !== "class") {
    return constantText(value);
  }
  const { name, type } = value;
  if (
    /^(boolean|byte|short|int|long|float|double|char|void)$/.test(name) &&
    type.dimensions === 0
  ) {
    return name;
  }
  const isInterface =
    type.declaration?.type.typeKind === "interface" ||
    /^java\.util\.(List|Map|Set|Collection)$/.test(name);
  return type.dimensions > 0
    ? undefined
    : `${isInterface ? "interface" : "class"} ${binaryName(name)}`;
}

/** `java.lang` is never imported. */
function binaryName(name: string): string {
  return name.includes(".") ? name : `java.lang.${name}`;
}
