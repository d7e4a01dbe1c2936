import type { CodeAction } from "vscode-languageserver-types";
import { codeAction } from "../../server/src/features/code-action.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import type { Document } from "../../server/src/features/feature.ts";
import { positionsOf } from "../../server/src/features/support/positions.ts";
import { edited } from "../../server/src/text/edits.ts";

/** The actions that an editor offers for the diagnostics of a file; with a kind, those of that kind. */
export function actionsOf(document: Document, kind: string | undefined): readonly CodeAction[] {
  const textDocument = { uri: document.uri };
  const found = diagnostics.answer(document, { textDocument });
  const start = { line: 0, character: 0 };
  const context = kind === undefined ? { diagnostics: found } : { diagnostics: [], only: [kind] };
  return codeAction.answer(document, { textDocument, range: { start, end: start }, context });
}

/** The text of a file as an action leaves it. */
export function mendedText(text: string, { edit }: CodeAction, uri: string): string {
  const positions = positionsOf(text, "utf-16");
  const made = (edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
    range: { start: positions.offsetOf(range.start), end: positions.offsetOf(range.end) },
    newText,
  }));
  return edited(text, made);
}
