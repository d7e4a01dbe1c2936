import type { Report } from "../report.ts";
import type { Reporter } from "../reporter.ts";

/** The answer as JSON, by the published schema. */
export const json: Reporter = {
  format: "json",
  print: (report: Report) => `${JSON.stringify(report, null, 2)}\n`,
};
