import type { Location } from "vscode-languageserver-types";
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
    const places = placesOf(block.attributes.get("of"), section, document);
    return places
      .map(({ uri, range }) => {
        const file = section.files.find((it) => document.uriOf(it.path) === uri);
        const where = uri === document.uri ? "" : `${file?.path}:`;
        const lead = `${where}${range.start.line + 1}: `;
        return lead + drawn(file?.text ?? "", range).replace("\n", `\n${" ".repeat(lead.length)}`);
      })
      .join("\n");
  },
};

function placesOf(
  of: string | undefined,
  section: Section,
  document: Document,
): readonly Location[] {
  const cursor = cursorIn(section, document);
  switch (of) {
    case "definition":
      return definition.answer(document, cursor);
    case "references":
      return references.answer(document, { ...cursor, context: { includeDeclaration: true } });
    case "highlights":
      return documentHighlight
        .answer(document, cursor)
        .map(({ range }) => ({ uri: document.uri, range }));
    default:
      throw new Error("of=definition, of=references or of=highlights");
  }
}
