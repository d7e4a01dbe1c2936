import type { CheckReporter } from "../check-reporter.ts";
import { countsOf } from "../findings.ts";
import { harmless, paintOf } from "../paint.ts";

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
    return [...blocks, paint.dim(countsOf(report)), ""].join("\n");
  },
};
