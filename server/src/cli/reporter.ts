import type { Report } from "./report.ts";

/** One form of the answer: a file under `reporters/`. */
export interface Reporter {
  /** What `--format` calls it; the file has its name. */
  readonly format: string;
  print(report: Report, options: { readonly colours: boolean }): string;
}
