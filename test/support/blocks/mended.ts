import type { CodeAction } from "vscode-languageserver-types";
import { codeAction } from "../../../server/src/features/code-action.ts";
import { diagnostics } from "../../../server/src/features/diagnostics.ts";
import type { Document } from "../../../server/src/features/feature.ts";
import { positionsOf } from "../../../server/src/features/support/positions.ts";
import { edited } from "../../../server/src/text/edits.ts";
import { documentOf, findingDocuments } from "../document.ts";
import type { BlockKind, Section } from "../section.ts";

/**
 * Each action with the files as it leaves them, or why it cannot be taken: of the file in front, then of the other files that findings stand in.
 * Options: `turn-off=yes` shows the comments that turn rules off, which are left out otherwise; `kind=source.fixAll` asks for that kind alone, `only=WORD` for titles with it.
 */
export const mended: BlockKind = {
  async actual(section, { attributes }) {
    const document = await documentOf(section);
    const others = await findingDocuments(section, document);
    const turnOff = attributes.get("turn-off") === "yes";
    const kind = attributes.get("kind");
    const only = attributes.get("only") ?? "";
    return [document, ...others]
      .flatMap((it) => actionsOf(it, kind))
      .filter(({ title }) => title.startsWith("Turn off ") === turnOff)
      .filter(({ title }) => title.includes(only))
      .flatMap((it) => shown(section, document, it))
      .join("\n");
  },
};

function actionsOf(document: Document, kind: string | undefined): readonly CodeAction[] {
  const textDocument = { uri: document.uri };
  const found = diagnostics.answer(document, { textDocument });
  const start = { line: 0, character: 0 };
  const context = kind === undefined ? { diagnostics: found } : { diagnostics: [], only: [kind] };
  return codeAction.answer(document, { textDocument, range: { start, end: start }, context });
}

function shown(section: Section, document: Document, { title, edit, disabled }: CodeAction) {
  return [
    title,
    ...(disabled === undefined ? [] : [`cannot: ${disabled.reason}`]),
    ...Object.entries(edit?.changes ?? {}).flatMap(([uri, edits]) => {
      const file = section.files.find((it) => document.uriOf(it.path) === uri);
      const text = file?.text ?? "";
      const positions = positionsOf(text, "utf-16");
      const made = edits.map(({ range, newText }) => ({
        range: { start: positions.offsetOf(range.start), end: positions.offsetOf(range.end) },
        newText,
      }));
      return [`--- ${file?.path}`, edited(text, made).trimEnd()];
    }),
  ];
}
