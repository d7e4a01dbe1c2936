import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { Document, Feature } from "./feature.ts";
import type { Card } from "./support/card.ts";
import { spotAt } from "./support/lookup.ts";
import { programCard } from "./support/program-cards.ts";
import { putInCard } from "./support/put-in-cards.ts";
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
    const card = cardAt(document, document.positions.offsetOf(position));
    return card && hoverOf(document, card);
  },
};

function cardAt(document: Document, offset: number): Card | undefined {
  const spot = spotAt(document, offset);
  const card = spot && scriptCard(document, spot);
  const { program } = document;
  return (
    card ?? (program && (programCard(document, program, offset) ?? putInCard(document, offset)))
  );
}

function hoverOf({ positions }: Document, { markdown, range }: Card): Hover {
  return {
    contents: { kind: MarkupKind.Markdown, value: markdown },
    ...(range !== undefined && { range: positions.rangeOf(range) }),
  };
}
