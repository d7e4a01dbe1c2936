import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** Whether the job is a batch or a streaming job. */
export const jobType: FacetKind = {
  name: "jobType",
  of: "job",
  schemaUrl: "https://openlineage.io/spec/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet",
  summary: "Whether it is a batch or a streaming job.",
};

export function jobTypeFacet(producer: string, processingType: "STREAMING" | "BATCH"): Facet {
  return facetOf(jobType, producer, { processingType, integration: "FLINK", jobType: "JOB" });
}
