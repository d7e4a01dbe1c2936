import type { Location } from "../text/range.ts";
import type { Document, Feature } from "./feature.ts";
import { mentionAt, spotAt } from "./support/lookup.ts";
import { protocolLocation } from "./support/places.ts";
import { writtenAt } from "./support/written.ts";

/** Leads from a table's name to the statement that creates it; from what names a source or sink of a program to where it is written. */
export const definition: Feature<"textDocument/definition"> = {
  method: "textDocument/definition",
  capability: { definitionProvider: true },
  rests: "on-analysis",
  answer(document, { position }) {
    const places = placesAt(document, document.positions.offsetOf(position));
    return places.flatMap((it) => protocolLocation(document, it) ?? []);
  },
};

function placesAt(document: Document, offset: number): readonly Location[] {
  const spot = spotAt(document, offset);
  const table = spot && mentionAt(spot)?.table?.at;
  if (table !== undefined) {
    return [table];
  }
  const { program } = document;
  return program === undefined ? [] : writtenAt(document, program, offset);
}
