import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { combined } from "../../fixes/combined.ts";
import type { Document } from "../feature.ts";
import { findingsOf, workspaceEdit } from "./fix-actions.ts";

/** The kind of the action that mends on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.flinkLineage`;

/** All that may be mended in a file without being picked: nothing that changes what a job does. */
export function fixAll(document: Document): readonly CodeAction[] {
  const { diagnostics, file, files } = document;
  const { edits, mended } = combined(
    files,
    diagnostics.filter((it) => it.at.file === file),
    { reaches: ["save"], only: (it) => it === file },
  );
  return mended.length === 0
    ? []
    : [
        {
          title: "Fix all of Flink Lineage",
          kind: fixAllKind,
          edit: workspaceEdit(document, edits),
        },
      ];
}

/** Where a rule has said more than one thing in the file: all of it at once. */
export function fixAllOfRule(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  const [finding] = findingsOf(document, diagnostic);
  const { diagnostics, file, files } = document;
  const found = diagnostics.filter((it) => it.at.file === file && it.rule === finding?.rule);
  const { edits, mended } = combined(files, found, {
    reaches: ["save", "rule"],
    only: (it) => it === file,
  });
  return mended.length < 2
    ? []
    : [
        {
          title: `Fix all ${mended.length} of ${finding?.rule} in this file`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          edit: workspaceEdit(document, edits),
        },
      ];
}
