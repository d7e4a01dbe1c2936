import type { TextEdit } from "vscode-languageserver-types";
import { codeAction } from "../../../server/src/features/code-action.ts";
import { diagnostics } from "../../../server/src/features/diagnostics.ts";
import { positionsOf } from "../../../server/src/features/support/positions.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** Each action of the file with the files as it leaves them, or why it cannot be taken. */
export const mended: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const textDocument = { uri: document.uri };
    const actions = diagnostics.answer(document, { textDocument }).flatMap((it) =>
      codeAction.answer(document, {
        textDocument,
        range: it.range,
        context: { diagnostics: [it] },
      }),
    );
    return actions
      .flatMap(({ title, edit, disabled }) => [
        title,
        ...(disabled === undefined ? [] : [`cannot: ${disabled.reason}`]),
        ...Object.entries(edit?.changes ?? {}).flatMap(([uri, edits]) => {
          const file = section.files.find((it) => document.uriOf(it.path) === uri);
          return [`--- ${file?.path}`, applied(file?.text ?? "", edits).trimEnd()];
        }),
      ])
      .join("\n");
  },
};

function applied(text: string, edits: readonly TextEdit[]): string {
  const positions = positionsOf(text, "utf-16");
  return edits
    .map(({ range, newText }) => ({
      start: positions.offsetOf(range.start),
      end: positions.offsetOf(range.end),
      newText,
    }))
    .sort((one, other) => other.start - one.start)
    .reduce((it, { start, end, newText }) => it.slice(0, start) + newText + it.slice(end), text);
}
