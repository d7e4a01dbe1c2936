import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** The comment of a table. */
export const documentation: FacetKind = {
  name: "documentation",
  of: "dataset",
  schemaUrl:
    "https://openlineage.io/spec/facets/1-1-0/DocumentationDatasetFacet.json#/$defs/DocumentationDatasetFacet",
  summary: "The table's comment.",
};

export function documentationFacet(producer: string, description: string): Facet {
  return facetOf(documentation, producer, { description });
}
