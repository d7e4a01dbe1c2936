import type { CheckReport } from "./findings.ts";

/** One form of the answer of `check`: a file under `check-reporters/`. */
export interface CheckReporter {
  /** What `--reporter` calls it; the file has its name. */
  readonly format: string;
  print(report: CheckReport, options: { readonly colours: boolean }): string;
}
