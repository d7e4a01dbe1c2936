import { parseScript } from "../../../server/src/syntax/sql/parse-script.ts";
import { nearestVersion } from "../../../server/src/syntax/sql/version.ts";
import type { PageDiagnostic, Section } from "../section.ts";

/** What the parsers report. A block's `flink=1.20` is the version; the newest known without it. */
export function diagnostics(section: Section): readonly PageDiagnostic[] {
  // Pages of the workspace hold other people's SQL too.
  const files = section.page.startsWith("test/workspace/") ? [] : section.files;
  return files
    .filter((it) => it.path.endsWith(".sql"))
    .flatMap(({ path, text, block }) => {
      const version = nearestVersion(block.attributes.get("flink") ?? "2.3");
      return parseScript(text, { version }).errors.map(({ message, hint, range }) => ({
        file: path,
        range,
        severity: "error" as const,
        rule: "syntax",
        message: hint === undefined ? message : `${message} ${hint}`,
      }));
    });
}
