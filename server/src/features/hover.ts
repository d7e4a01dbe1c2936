import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { Document, Feature } from "./feature.ts";
import type { Card } from "./support/card.ts";
import { programCard } from "./support/program-cards.ts";
import { scriptCard } from "./support/script-cards.ts";

/**
 * On the words that start a job (INSERT INTO, EXECUTE STATEMENT SET ...): the event that it sends. On a table's name and its
 * WITH: the table and its dataset. On an option: what it is for.
 */
export const hover: Feature<"textDocument/hover"> = {
  method: "textDocument/hover",
  capability: { hoverProvider: true },
  rests: "on-analysis",
  answer(document, { position }) {
    const offset = document.positions.offsetOf(position);
    const card =
      document.script === undefined
        ? programCard(document, offset)
        : scriptCard(document, document.script, offset);
    return card && hoverOf(document, card);
  },
};

function hoverOf({ positions }: Document, { markdown, range }: Card): Hover {
  return {
    contents: { kind: MarkupKind.Markdown, value: markdown },
    range: positions.rangeOf(range),
  };
}
