import type { CheckReporter } from "../check-reporter.ts";

/** The findings as JSON. */
export const json: CheckReporter = {
  format: "json",
  print: ({ findings, files }) =>
    `${JSON.stringify(
      {
        version: 1,
        files,
        findings: findings.map(({ rule, severity, message, range, replacements }) => ({
          rule,
          severity,
          message,
          range,
          replacements,
        })),
      },
      null,
      2,
    )}\n`,
};
