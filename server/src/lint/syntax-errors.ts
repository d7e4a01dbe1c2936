import type { Location } from "../text/range.ts";
import type { Diagnostic, Subject } from "./rule.ts";

/** The parser's errors as diagnostics: they are no rule and cannot be allowed. */
export function syntaxDiagnostics({
  file,
  script,
}: Pick<Subject, "file" | "script">): readonly Diagnostic[] {
  return (script?.script.errors ?? []).map(({ message, range, hint }) => ({
    rule: "syntax",
    severity: "error",
    message: hint === undefined ? message : `${message} ${hint}`,
    at: { file, range },
    fixes: [],
  }));
}

/** One error of a text, where it stands. */
export function syntaxDiagnostic({
  message,
  at,
}: {
  readonly message: string;
  readonly at: Location;
}): Diagnostic {
  return { rule: "syntax", severity: "error", message, at, fixes: [] };
}
