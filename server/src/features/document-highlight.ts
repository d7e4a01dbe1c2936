import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { Feature } from "./feature.ts";
import { isSameTable, mentionAt, mentionsIn, spotAt } from "./support/lookup.ts";
import { rangeHere } from "./support/sql-places.ts";

/** Marks the table under the cursor wherever the script names it: where it is written, and where it is read. */
export const documentHighlight: Feature<"textDocument/documentHighlight"> = {
  method: "textDocument/documentHighlight",
  capability: { documentHighlightProvider: true },
  rests: "on-analysis",
  answer(document, { position }) {
    const spot = spotAt(document, document.positions.offsetOf(position));
    const mention = spot && mentionAt(spot);
    if (spot === undefined || mention === undefined) {
      return [];
    }
    return mentionsIn(spot.script)
      .filter((it) => isSameTable(it, mention))
      .flatMap(({ at, role }) => {
        const range = rangeHere(document, at);
        const kind = role === "reads" ? DocumentHighlightKind.Read : DocumentHighlightKind.Write;
        return range === undefined ? [] : [{ range: document.positions.rangeOf(range), kind }];
      });
  },
};
