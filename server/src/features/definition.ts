import type { Feature } from "./feature.ts";
import { mentionAt } from "./support/lookup.ts";

/** Leads from a table's name to the statement that creates it. */
export const definition: Feature<"textDocument/definition"> = {
  method: "textDocument/definition",
  capability: { definitionProvider: true },
  rests: "on-analysis",
  answer({ file, uri, uriOf, positions, script }, { position }) {
    const at = script && mentionAt(script, positions.offsetOf(position))?.table?.at;
    // Another file's lines are not known here.
    return at?.file === file
      ? { uri: at.file === file ? uri : uriOf(at.file), range: positions.rangeOf(at.range) }
      : undefined;
  },
};
