// zod's small form: the client's bundle holds this file.
import * as z from "zod/mini";

/**
 * What our server and its clients say to each other beside the Language Server Protocol.
 * Any client may use it: `flinkLineage/event` is a request, `flinkLineage/analysed` a notification of the server.
 */
export const eventRequest = "flinkLineage/event";

/** The predicted events of a file as JSON text, for reading; `title` says in a line what they are. Null where the file is not Flink's. */
export const eventAnswer = z.nullable(z.object({ title: z.string(), text: z.string() }));

export const analysedNotification = "flinkLineage/analysed";

/** Sent after each analysis of an open file, so that a client can renew what it shows. */
export const analysedParams = z.object({
  uri: z.string(),
  version: z.number(),
  /** Whether the file is Flink's: if not, nothing is shown for it. */
  isFlink: z.boolean(),
  /** Flink's version, and whether it is only assumed; absent where it cannot be read. */
  flink: z.optional(z.object({ version: z.string(), assumed: z.boolean() })),
  jobs: z.number(),
  inputs: z.number(),
  outputs: z.number(),
  /** Jobs that send no event. */
  unsent: z.number(),
  unresolved: z.number(),
});

export interface EventParams {
  readonly textDocument: { readonly uri: string };
}

export type EventAnswer = NonNullable<z.infer<typeof eventAnswer>>;
export type Analysed = z.infer<typeof analysedParams>;
