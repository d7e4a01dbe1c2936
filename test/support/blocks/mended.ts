import type { CodeAction } from "vscode-languageserver-types";
import type { Document } from "../../../server/src/features/feature.ts";
import { positionsOf } from "../../../server/src/features/support/positions.ts";
import { edited, lineEnd, lineStart, type TextEdit } from "../../../server/src/text/edits.ts";
import { actionsOf } from "../actions.ts";
import { documentOf, findingDocuments } from "../document.ts";
import type { BlockKind, Section } from "../section.ts";

/**
 * Each action with the files as it leaves them, or why it cannot be taken: of the file in front, then of the other files that findings stand in.
 * Options: `turn-off=yes` shows the comments that turn rules off, which are left out otherwise; `kind=source.fixAll` asks for that kind alone, `only=WORD` for titles with it,
 * `lines=changed` shows each change alone, with what was there before.
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
      .flatMap((it) =>
        shown(section, document, it, attributes.get("lines") === "changed" ? changes : edited),
      )
      .join("\n");
  },
};

function shown(
  section: Section,
  document: Document,
  { title, edit, disabled }: CodeAction,
  form: typeof edited,
) {
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
      return [`--- ${file?.path}`, form(text, made).trimEnd()];
    }),
  ];
}

/** The lines that each edit takes away and puts there. */
function changes(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map((it) => {
      const from = lineStart(text, it.range.start);
      const to = lineEnd(text, it.range.end);
      const after = edited(text, [it]);
      const old = text.slice(from, to).split("\n");
      const left = after.slice(from, after.length - (text.length - to)).split("\n");
      while (old.length > 0 && old[0] === left[0]) {
        old.shift();
        left.shift();
      }
      while (old.length > 0 && old.at(-1) === left.at(-1)) {
        old.pop();
        left.pop();
      }
      return [...old.map((line) => `- ${line}`), ...left.map((line) => `+ ${line}`)].join("\n");
    })
    .join("\n@@\n");
}
