import type { PageDiagnostic, Section } from "../section.ts";

/** What the parsers report. Filled by the first parser that lands. */
export function diagnostics(_section: Section): readonly PageDiagnostic[] {
  return [];
}
