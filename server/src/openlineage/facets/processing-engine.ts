import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** What runs the job. */
export const processingEngine: FacetKind = {
  name: "processing_engine",
  of: "run",
  schemaUrl:
    "https://openlineage.io/spec/facets/1-1-1/ProcessingEngineRunFacet.json#/$defs/ProcessingEngineRunFacet",
  summary: "The versions of Flink and of OpenLineage's connector.",
};

export function processingEngineFacet(
  producer: string,
  versions: { readonly flink: string; readonly adapter: string },
): Facet {
  return facetOf(processingEngine, producer, {
    version: versions.flink,
    name: "flink",
    openlineageAdapterVersion: versions.adapter,
  });
}
