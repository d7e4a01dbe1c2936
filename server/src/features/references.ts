import type { Feature } from "./feature.ts";
import { isSameTable, mentionAt, mentionsIn } from "./support/lookup.ts";

/** The places of a script that name the same table. */
export const references: Feature<"textDocument/references"> = {
  method: "textDocument/references",
  capability: { referencesProvider: true },
  rests: "on-analysis",
  answer({ uri, positions, script }, { position, context }) {
    const mention = script && mentionAt(script, positions.offsetOf(position));
    if (script === undefined || mention === undefined) {
      return [];
    }
    return mentionsIn(script)
      .filter((it) => isSameTable(it, mention))
      .filter(({ role }) => role !== "creates" || context.includeDeclaration)
      .map(({ name }) => ({ uri, range: positions.rangeOf(name.range) }));
  },
};
