import { z } from "zod";

const facet = z.looseObject({ _producer: z.string(), _schemaURL: z.string() });

/** Invariant: `name` is absent only where the real connector leaves it out (SQL topic patterns). */
const dataset = z.object({
  namespace: z.string(),
  name: z.string().optional(),
  facets: z.record(z.string(), facet),
});

/** A START event as the connectors send it (OpenLineage spec 2-0-2, `RunEvent`). */
export const runEvent = z.object({
  eventTime: z.string(),
  producer: z.string(),
  schemaURL: z.string(),
  eventType: z.literal("START"),
  run: z.object({ runId: z.string(), facets: z.record(z.string(), facet) }),
  job: z.object({ namespace: z.string(), name: z.string(), facets: z.record(z.string(), facet) }),
  inputs: z.array(dataset),
  outputs: z.array(dataset),
});

export type Facet = z.infer<typeof facet>;
export type Dataset = z.infer<typeof dataset>;
export type RunEvent = z.infer<typeof runEvent>;
