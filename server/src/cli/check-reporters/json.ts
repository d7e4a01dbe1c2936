import type { CheckReporter } from "../check-reporter.ts";

/** The findings as JSON. */
export const json: CheckReporter = {
  format: "json",
  print: ({ findings, files, fixed }) =>
    `${JSON.stringify(
      {
        version: 1,
        files,
        ...(fixed.length > 0 && { fixed }),
        findings: findings.map(({ rule, severity, message, range, fixes }) => ({
          rule,
          severity,
          message,
          range,
          fixes: fixes(),
        })),
      },
      null,
      2,
    )}\n`,
};
