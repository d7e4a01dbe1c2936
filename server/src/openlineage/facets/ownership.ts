import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** Who is responsible for the job. */
export const ownership: FacetKind = {
  name: "ownership",
  of: "job",
  schemaUrl:
    "https://openlineage.io/spec/facets/1-0-1/OwnershipJobFacet.json#/$defs/OwnershipJobFacet",
  summary: "The owners that OpenLineage's settings name.",
};

export function ownershipFacet(
  producer: string,
  owners: readonly (readonly [type: string, name: string])[],
): Facet {
  return facetOf(ownership, producer, { owners: owners.map(([type, name]) => ({ name, type })) });
}
