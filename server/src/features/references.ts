import type { Feature } from "./feature.ts";
import { isSameTable, mentionAt, mentionsIn, spotAt } from "./support/lookup.ts";
import { protocolLocation } from "./support/places.ts";

/** The places of a script that name the same table. */
export const references: Feature<"textDocument/references"> = {
  method: "textDocument/references",
  capability: { referencesProvider: true },
  rests: "on-analysis",
  answer(document, { position, context }) {
    const spot = spotAt(document, document.positions.offsetOf(position));
    const mention = spot && mentionAt(spot);
    if (spot === undefined || mention === undefined) {
      return [];
    }
    return mentionsIn(spot.script)
      .filter((it) => isSameTable(it, mention))
      .filter(({ role }) => role !== "creates" || context.includeDeclaration)
      .flatMap(({ at }) => protocolLocation(document, at) ?? []);
  },
};
