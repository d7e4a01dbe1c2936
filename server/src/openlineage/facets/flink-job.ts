import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** The id that Flink gives the job. */
export const flinkJob: FacetKind = {
  name: "flink_job",
  of: "run",
  schemaUrl: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunFacet",
  summary: "The id of the job in Flink.",
};

export function flinkJobFacet(producer: string, jobId: string): Facet {
  return facetOf(flinkJob, producer, { jobId });
}
