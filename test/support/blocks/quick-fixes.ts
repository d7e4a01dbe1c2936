import { codeAction } from "../../../server/src/features/code-action.ts";
import { diagnostics } from "../../../server/src/features/diagnostics.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** Every quick fix of the file, with the line as it makes it. */
export const quickFixes: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const textDocument = { uri: document.uri };
    const found = diagnostics.answer(document, { textDocument });
    const lines = document.positions.text.split("\n");
    return found
      .flatMap((it) =>
        codeAction.answer(document, {
          textDocument,
          range: it.range,
          context: { diagnostics: [it] },
        }),
      )
      .filter(({ title }) => !title.startsWith("Turn off "))
      .flatMap(({ title, edit }) =>
        (edit?.changes?.[document.uri] ?? []).flatMap(({ range, newText }) => {
          const line = lines[range.start.line] ?? "";
          const after = line.slice(0, range.start.character) + newText;
          return [title, `  ${after}${line.slice(range.end.character)}`];
        }),
      )
      .join("\n");
  },
};
