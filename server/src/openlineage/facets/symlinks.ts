import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** Other names of a dataset. */
export const symlinks: FacetKind = {
  name: "symlinks",
  of: "dataset",
  schemaUrl:
    "https://openlineage.io/spec/facets/1-0-1/SymlinksDatasetFacet.json#/$defs/SymlinksDatasetFacet",
  summary: "Other names: the table's name in its catalog.",
};

export interface SymlinkIdentifier {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
}

export function symlinksFacet(producer: string, identifiers: readonly SymlinkIdentifier[]): Facet {
  return facetOf(symlinks, producer, { identifiers });
}
