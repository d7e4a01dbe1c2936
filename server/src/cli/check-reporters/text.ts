import type { CheckReporter } from "../check-reporter.ts";
import { type CheckReport, countsOf } from "../findings.ts";
import { harmless, type Paint, paintOf } from "../paint.ts";

/** The findings for people: a block for each file. */
export const text: CheckReporter = {
  format: "text",
  print(report, { colours }) {
    const paint = paintOf(colours);
    const files = [...new Set(report.findings.map((it) => it.range.file))];
    const blocks = files.map((file) => {
      const lines = report.findings
        .filter((it) => it.range.file === file)
        .map(({ rule, severity, message, range }) => {
          const mark = {
            error: paint.bad,
            warning: paint.warn,
            information: paint.dim,
            hint: paint.dim,
          };
          const place = paint.dim(`${range.line}:${range.column}`);
          return `  ${place}  ${mark[severity](severity)}  ${harmless(message)} ${paint.dim(`[${rule}]`)}`;
        });
      return [paint.bold(harmless(file)), ...lines, ""].join("\n");
    });
    const mendable = report.findings.filter((it) => it.isMendable()).length;
    return [
      ...fixedBlocks(report, paint),
      ...blocks,
      paint.dim(countsOf(report)),
      ...(mendable === 0 ? [] : [paint.dim(`--fix mends ${mendable} of them`)]),
      "",
    ].join("\n");
  },
};

/** What was mended, by file. */
function fixedBlocks({ fixed }: CheckReport, paint: Paint): readonly string[] {
  const files = [...new Set(fixed.map((it) => it.file))];
  return files.map((file) => {
    const lines = fixed
      .filter((it) => it.file === file)
      .map(
        ({ rule, title }) =>
          `  ${paint.good("fixed")}  ${harmless(title)} ${paint.dim(`[${rule}]`)}`,
      );
    return [paint.bold(harmless(file)), ...lines, ""].join("\n");
  });
}
