import type { Feature } from "./feature.ts";
import { mentionAt } from "./support/lookup.ts";
import { protocolLocation } from "./support/places.ts";
import { writtenAt } from "./support/written.ts";

/** Leads from a table's name to the statement that creates it; from what names a source or sink of a program to where it is written. */
export const definition: Feature<"textDocument/definition"> = {
  method: "textDocument/definition",
  capability: { definitionProvider: true },
  rests: "on-analysis",
  answer(document, { position }) {
    const { script, program, positions } = document;
    const offset = positions.offsetOf(position);
    const table = script && mentionAt(script, offset)?.table?.at;
    const places =
      program === undefined
        ? table === undefined
          ? []
          : [table]
        : writtenAt(document, program, offset);
    return places.flatMap((it) => protocolLocation(document, it) ?? []);
  },
};
