import type { Facet } from "./event.ts";

/** One facet of OpenLineage: a file under `facets/` exports it with the function that fills it. */
export interface FacetKind {
  /** Its key in `facets`. */
  readonly name: string;
  readonly of: "run" | "job" | "dataset";
  /** As openlineage-flink 1.53.0 writes it. */
  readonly schemaUrl: string;
  /** What it says, for people. */
  readonly summary: string;
}

/** A facet with its content, made by this producer. */
export function facetOf(
  kind: Pick<FacetKind, "schemaUrl">,
  producer: string,
  content: Readonly<Record<string, unknown>>,
): Facet {
  return { _producer: producer, _schemaURL: kind.schemaUrl, ...content };
}

/** The producer that the connector names itself by (EventEmitter.getUri). */
export function producerOf(adapterVersion: string): string {
  return `https://github.com/OpenLineage/OpenLineage/tree/${adapterVersion}/integration/flink`;
}
