import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { editsOf } from "../../fixes/edits-of.ts";
import type { Fix } from "../../lint/fix.ts";
import type { Document } from "../feature.ts";
import { findingsOf, workspaceEdit } from "./fix-actions.ts";

/** These are no rules: nothing turns them off. */
const lasting: readonly string[] = ["syntax", "unused-disable", "settings"];

/** The actions that turn a rule off by a comment: for the line, in the file. */
export function disableActions(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  const [finding] = findingsOf(document, diagnostic);
  if (finding === undefined || lasting.includes(finding.rule)) {
    return [];
  }
  const { rule, at } = finding;
  const fixes: readonly Fix[] = [
    {
      title: `Turn off ${rule} for this line`,
      reach: "alone",
      asks: [{ kind: "disable-line", at, rule }],
    },
    {
      title: `Turn off ${rule} in this file`,
      reach: "alone",
      asks: [{ kind: "disable-file", file: at.file, rule }],
    },
  ];
  return fixes.flatMap((fix) => {
    const made = editsOf(document.files, fix);
    return "why" in made
      ? []
      : [
          {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnostic],
            edit: workspaceEdit(document, made),
          },
        ];
  });
}
