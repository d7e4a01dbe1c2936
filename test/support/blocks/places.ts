import type { Range } from "vscode-languageserver-types";
import { definition } from "../../../server/src/features/definition.ts";
import { documentHighlight } from "../../../server/src/features/document-highlight.ts";
import type { Document } from "../../../server/src/features/feature.ts";
import { references } from "../../../server/src/features/references.ts";
import { cursorIn, documentOf, drawn } from "../document.ts";
import type { BlockKind, Section } from "../section.ts";

/** Where something leads from the cursor: `of=definition`, `of=references` or `of=highlights`. */
export const places: BlockKind = {
  async actual(section, block) {
    const document = await documentOf(section);
    const ranges = rangesOf(block.attributes.get("of"), section, document);
    return ranges
      .map(
        (it) =>
          `${it.start.line + 1}: ${drawn(document.positions.text, it).replace("\n", `\n${" ".repeat(String(it.start.line + 1).length + 2)}`)}`,
      )
      .join("\n");
  },
};

function rangesOf(of: string | undefined, section: Section, document: Document): readonly Range[] {
  const cursor = cursorIn(section, document);
  switch (of) {
    case "definition": {
      const place = definition.answer(document, cursor);
      return place === undefined ? [] : [place.range];
    }
    case "references":
      return references
        .answer(document, { ...cursor, context: { includeDeclaration: true } })
        .map((it) => it.range);
    case "highlights":
      return documentHighlight.answer(document, cursor).map((it) => it.range);
    default:
      throw new Error("of=definition, of=references or of=highlights");
  }
}
