import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../lint/rule.ts";
import type { Unresolved } from "../openlineage/prediction.ts";
import type { Document, Feature } from "./feature.ts";

/** What is wrong with a file, and what cannot be predicted of it. Pushed to the client after each analysis. */
export const diagnostics: Feature<"textDocument/diagnostic"> = {
  method: "textDocument/diagnostic",
  capability: {},
  rests: "on-text",
  answer(document) {
    const { file, positions } = document;
    const wrong = document.diagnostics
      .filter((it) => it.at.file === file)
      .map(({ rule, severity, message, at }) => ({
        range: positions.rangeOf(at.range),
        severity: severities[severity],
        source,
        code: rule,
        message,
      }));
    return [...wrong, ...unpredictable(document)];
  },
};

const source = "flink-lineage";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** One for each place and reason: the same value may leave several names open. */
function unpredictable({ file, positions, predictions }: Document): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { what, message, at } of predictions.flatMap((it) => it.unresolved)) {
    if (at?.file === file) {
      found.set(`${at.range.start} ${message}`, {
        range: positions.rangeOf(at.range),
        severity: DiagnosticSeverity.Information,
        source,
        code: "not-predictable",
        message: `${subjects[what]} cannot be predicted. ${message}`,
      });
    }
  }
  return [...found.values()];
}

const subjects: Readonly<Record<Unresolved["what"], string>> = {
  input: "An input of the event",
  output: "An output of the event",
  name: "A name in the event",
  namespace: "A namespace in the event",
  facet: "A part of the event",
  presence: "Whether this dataset is in the event",
};
