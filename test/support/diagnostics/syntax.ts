import { hasFlinkSqlName, isFlinkSql } from "../../../server/src/syntax/sql/is-flink-sql.ts";
import { parseScript } from "../../../server/src/syntax/sql/parse-script.ts";
import type { PageDiagnostic, Section } from "../section.ts";

/** What the parsers report. Pages of the workspace also hold other people's SQL, which is left alone. */
export function diagnostics(section: Section): readonly PageDiagnostic[] {
  const ours = (path: string, text: string) =>
    !section.page.startsWith("test/workspace/") || hasFlinkSqlName(path) || isFlinkSql(text);
  return section.files
    .filter(({ path, text }) => /\.(?:sql|flinksql|fsql)$/.test(path) && ours(path, text))
    .flatMap(({ path, text }) =>
      parseScript(text, { version: "2.2" }).errors.map(({ message, range }) => ({
        file: path,
        range,
        severity: "error" as const,
        rule: "syntax",
        message,
      })),
    );
}
