import { readdirSync } from "node:fs";
import type { PageDiagnostic, Section } from "./section.ts";

const folder = new URL("diagnostics/", import.meta.url);

/**
 * All that the project reports for the files of a section: each file of `test/support/diagnostics` is one source.
 * Pages of syntax and values see what the parsers report and nothing else: findings are made further right on the road.
 */
export async function diagnosticsOf(section: Section): Promise<readonly PageDiagnostic[]> {
  const found: PageDiagnostic[] = [];
  for (const file of readdirSync(folder)) {
    if (file !== "syntax.ts" && /^test\/(syntax|values)\//.test(section.page)) {
      continue;
    }
    const source: {
      diagnostics(section: Section): readonly PageDiagnostic[] | Promise<readonly PageDiagnostic[]>;
    } = await import(new URL(file, folder).href);
    found.push(...(await source.diagnostics(section)));
  }
  return found.sort((one, other) => one.range.start - other.range.start);
}
