import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import * as z from "zod/mini";
import type { Document, Feature } from "./feature.ts";
import { naming } from "./support/name-listener.ts";
import { registration } from "./support/register-listener.ts";

/** Quick fixes: what a diagnostic says could stand in its place. A finding is known by its data, never by its words. */
export const codeAction: Feature<"textDocument/codeAction"> = {
  method: "textDocument/codeAction",
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  rests: "on-text",
  answer: (document, { context }) =>
    context.diagnostics.flatMap((it) => [
      ...replacementsOf(document, it),
      ...registration(document, it),
      ...naming(document, it),
    ]),
};

const replaceable = z.object({ replacements: z.array(z.string()) });

function replacementsOf(document: Document, diagnostic: Diagnostic): readonly CodeAction[] {
  const { data } = replaceable.safeParse(diagnostic.data);
  if (data === undefined || diagnostic.source !== "flink-lineage") {
    return [];
  }
  const { positions, uri } = document;
  const { start, end } = diagnostic.range;
  const written = positions.text.slice(positions.offsetOf(start), positions.offsetOf(end));
  return data.replacements.map((it, index) => {
    const newText = likeWritten(written, it);
    return {
      title: `Change to ${newText}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: index === 0,
      edit: { changes: { [uri]: [{ range: diagnostic.range, newText }] } },
    };
  });
}

/** A name as the author would write it there: a string stays a string, a quoted name quoted. */
function likeWritten(written: string, name: string): string {
  if (written.startsWith("'")) {
    return `'${name.replaceAll("'", "''")}'`;
  }
  return written.startsWith("`") || !/^[A-Za-z_]\w*$/.test(name)
    ? `\`${name.replaceAll("`", "``")}\``
    : name;
}
