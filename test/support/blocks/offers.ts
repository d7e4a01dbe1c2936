import { completion } from "../../../server/src/features/completion.ts";
import { cursorIn, documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** What is offered at the cursor: label, what goes in where that is another text, detail. Option: `first=N`. */
export const offers: BlockKind = {
  async actual(section, block) {
    const document = await documentOf(section);
    const items = completion.answer(document, cursorIn(section, document));
    const first = Number(block.attributes.get("first") ?? items.length);
    return [...items]
      .sort((one, other) =>
        (one.sortText ?? one.label) < (other.sortText ?? other.label) ? -1 : 1,
      )
      .slice(0, first)
      .map(({ label, detail, textEdit }) =>
        [
          label,
          ...(textEdit?.newText === label ? [] : [`→ ${textEdit?.newText}`]),
          ...(detail === undefined || detail === "" ? [] : [`(${detail})`]),
        ].join(" "),
      )
      .join("\n");
  },
};
