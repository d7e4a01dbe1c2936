import { foldingRange } from "../../../server/src/features/folding-range.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** The stretches that can be folded: lines, counted from 1, and the first one's text. */
export const folds: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const lines = document.positions.text.split("\n");
    return foldingRange
      .answer(document, { textDocument: { uri: document.uri } })
      .map(
        ({ startLine, endLine }) => `${startLine + 1}-${endLine + 1} ${lines[startLine]?.trim()}`,
      )
      .join("\n");
  },
};
