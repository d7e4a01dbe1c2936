import type { Diagnostic, Rule, Subject } from "./rule.ts";
import { rules } from "./rules/index.gen.ts";
import { syntaxDiagnostics } from "./syntax-errors.ts";

/** All that is to be said of a file, in order of place. */
export function lint(subject: Subject): readonly Diagnostic[] {
  return [
    ...syntaxDiagnostics(subject),
    ...rules.flatMap((it) => ruleDiagnostics(it, subject)),
  ].sort((one, other) => one.at.range.start - other.at.range.start);
}

function ruleDiagnostics(rule: Rule, subject: Subject): readonly Diagnostic[] {
  return rule.check(subject).map((it) => ({
    rule: rule.id,
    severity: it.severity ?? rule.severity,
    message: it.message,
    at: it.at,
    replacements: it.replacements ?? [],
  }));
}
