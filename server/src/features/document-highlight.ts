import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { Feature } from "./feature.ts";
import { isSameTable, mentionAt, mentionsIn } from "./support/lookup.ts";

/** Marks the table under the cursor wherever the script names it: where it is written, and where it is read. */
export const documentHighlight: Feature<"textDocument/documentHighlight"> = {
  method: "textDocument/documentHighlight",
  capability: { documentHighlightProvider: true },
  rests: "on-analysis",
  answer({ positions, script }, { position }) {
    const mention = script && mentionAt(script, positions.offsetOf(position));
    if (script === undefined || mention === undefined) {
      return [];
    }
    return mentionsIn(script)
      .filter((it) => isSameTable(it, mention))
      .map(({ name, role }) => ({
        range: positions.rangeOf(name.range),
        kind: role === "reads" ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
      }));
  },
};
