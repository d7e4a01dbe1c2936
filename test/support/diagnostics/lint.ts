import { lintTogether } from "../../../server/src/lint/run.ts";
import { withoutLoadedScripts } from "../../../server/src/workspace/loaded-scripts.ts";
import { analysed } from "../analysed.ts";
import type { PageDiagnostic, Section } from "../section.ts";

/** What the rules report; the parser's errors in scripts are told by `syntax.ts`. */
export async function diagnostics(section: Section): Promise<readonly PageDiagnostic[]> {
  // Pages of the workspace hold other people's SQL too.
  const analyses = section.page.startsWith("test/workspace/") ? [] : await analysed(section, {});
  return withoutLoadedScripts(analyses)
    .flatMap((it) => it.diagnostics)
    .concat(lintTogether(analyses.flatMap((it) => it.compared?.() ?? [])))
    .filter((it) => it.rule !== "syntax" || it.at.file.endsWith(".java"))
    .map(({ at, severity, rule, message }) => ({
      file: at.file,
      range: at.range,
      severity: severity === "information" ? "info" : severity,
      rule,
      message,
    }));
}
