import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type * as lint from "../../lint/rule.ts";
import type { Positions } from "./positions.ts";

/** Whose diagnostics they are. */
export const diagnosticSource = "flink-lineage";

/** A finding as the client shows it; `pageOf` gives the address of a rule's page, where there is one. */
export function protocolDiagnostic(
  positions: Positions,
  { rule, severity, message, at }: lint.Diagnostic,
  pageOf: (rule: string) => string | undefined,
): Diagnostic {
  const href = pageOf(rule);
  return {
    range: positions.rangeOf(at.range),
    severity: severities[severity],
    source: diagnosticSource,
    code: rule,
    message,
    ...(href !== undefined && { codeDescription: { href } }),
  };
}

const severities: Readonly<Record<lint.Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
