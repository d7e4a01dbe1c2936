import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
} from "vscode-languageserver-types";
import { editsOf } from "../../fixes/edits-of.ts";
import type { Fix } from "../../lint/fix.ts";
import type * as lint from "../../lint/rule.ts";
import type { FileEdits } from "../../text/edits.ts";
import type { Location } from "../../text/range.ts";
import type { Document } from "../feature.ts";
import { positionsFor } from "./places.ts";
import { positionsOf } from "./positions.ts";

/** The findings of our rules that a diagnostic of the client shows: known by rule and place, never by the words. */
export function findingsOf(
  document: Document,
  { source, code, range }: Diagnostic,
): readonly lint.Diagnostic[] {
  if (source !== "flink-lineage") {
    return [];
  }
  const { diagnostics, positions } = document;
  const start = positions.offsetOf(range.start);
  const end = positions.offsetOf(range.end);
  return diagnostics.filter((it) => {
    const at = placeIn(document, it)?.range;
    return it.rule === code && at?.start === start && at.end === end;
  });
}

/** Where a finding stands in the file in front: of a job that another file executes, at the call that leads there. */
export function placeIn(
  { file }: Pick<Document, "file">,
  { at, via = [] }: lint.Diagnostic,
): Location | undefined {
  return [at, ...via].find((it) => it.file === file);
}

/** The fixes of what a diagnostic shows, as quick fixes, the best first. */
export function fixActions(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  const fixes = findingsOf(document, diagnostic).flatMap((it) => it.fixes);
  return fixes.map((fix) => fixAction(document, fix, diagnostic));
}

function fixAction(document: Document, fix: Fix, diagnostic: Diagnostic): CodeAction {
  const action = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
  };
  const made = editsOf(document.files, fix);
  return "why" in made
    ? { ...action, disabled: { reason: made.why } }
    : { ...action, isPreferred: true, edit: workspaceEdit(document, made) };
}

/** Edits by file as the protocol's, told in lines and columns. */
export function workspaceEdit(document: Document, made: readonly FileEdits[]) {
  const changes = made.map(({ file, edits }): [string, TextEdit[]] => {
    const positions = positionsFor(document, file) ?? positionsOf("", document.positions.encoding);
    return [
      document.uriOf(file),
      edits.map(({ range, newText }) => ({ range: positions.rangeOf(range), newText })),
    ];
  });
  return { changes: Object.fromEntries(changes) };
}
