import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { Feature } from "./feature.ts";

/** What is wrong with a file. Pushed to the client after each analysis. */
export const diagnostics: Feature<"textDocument/diagnostic"> = {
  method: "textDocument/diagnostic",
  capability: {},
  rests: "on-text",
  answer({ positions, script }) {
    const errors = script?.errors ?? [];
    return errors.map(({ range, message, hint }) => ({
      range: positions.rangeOf(range),
      severity: DiagnosticSeverity.Error,
      source: "flink-lineage",
      code: "syntax",
      message: hint === undefined ? message : `${message} ${hint}`,
    }));
  },
};
