import { DiagnosticSeverity } from "vscode-languageserver-types";
import { diagnostics } from "../../../server/src/features/diagnostics.ts";
import { documentOf, drawn } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** What an editor underlines in the file in front: the line, then severity, rule and message. */
export const underlined: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const found = diagnostics.answer(document, { textDocument: { uri: document.uri } });
    return found
      .flatMap(({ range, severity, code, message }) => [
        drawn(document.positions.text, range),
        `${names[severity ?? DiagnosticSeverity.Error]}: [${code}] ${message}`,
      ])
      .join("\n");
  },
};

const names: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "hint",
};
