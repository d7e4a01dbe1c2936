import { event as feature } from "../../../server/src/features/event.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** The event document of the file: its title, then its JSON. */
export const event: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const answer = feature.answer(document, { textDocument: { uri: document.uri } });
    return `${answer?.title}\n${answer?.text}`;
  },
};
