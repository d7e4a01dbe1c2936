import type { CheckReporter } from "../check-reporter.ts";
import { countsOf } from "../findings.ts";

const commands = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
} as const;
const order = ["error", "warning", "information", "hint"] as const;

/** Workflow commands of GitHub Actions: the heaviest first, since GitHub shows only so many of a step; a summary last. */
export const github: CheckReporter = {
  format: "github",
  print(report) {
    const sorted = report.findings.toSorted(
      (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
    );
    const lines = sorted.map(({ rule, severity, message, range }) => {
      const place = [
        `file=${property(range.file)}`,
        `line=${range.line}`,
        `endLine=${range.endLine}`,
        `col=${range.column}`,
        `endColumn=${range.endColumn}`,
        `title=${property(`Flink Lineage: ${rule}`)}`,
      ];
      return `::${commands[severity]} ${place.join(",")}::${data(message)}`;
    });
    return [...lines, countsOf(report), ""].join("\n");
  },
};

/** As actions/toolkit escapes a command's message. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
