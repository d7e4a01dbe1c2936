import { hover as feature } from "../../../server/src/features/hover.ts";
import { cursorIn, documentOf, drawn } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** The card at the cursor: what is underlined, then its Markdown. Option: `flink=1.20`. */
export const hover: BlockKind = {
  async actual(section, block) {
    const document = await documentOf(section, block.attributes.get("flink"));
    const answer = feature.answer(document, cursorIn(section, document));
    if (answer === undefined) {
      return "no card";
    }
    const { contents, range } = answer;
    const markdown =
      typeof contents === "object" && "value" in contents ? contents.value : String(contents);
    return [...(range ? [drawn(document.positions.text, range)] : []), "", markdown].join("\n");
  },
};
