import type { Diagnostic, Severities } from "./rule.ts";

/** What is said with the severities of the settings. Syntax errors keep theirs: they are no rule. */
export function withSeverities(
  severities: Severities,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.flatMap((it) => {
    const severity = it.rule === "syntax" ? undefined : severities.get(it.rule);
    return severity === "off" ? [] : [severity === undefined ? it : { ...it, severity }];
  });
}
