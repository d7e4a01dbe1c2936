import type { Diagnostic } from "../lint/rule.ts";
import { type LineIndex, lineIndexOf, positionAt } from "../text/line-index.ts";
import type { Location } from "../text/range.ts";
import type { NamedTexts, ReportRange } from "./report.ts";

/** One finding as `check` prints it. */
export interface CheckFinding {
  readonly rule: string;
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  /** `file` as it is shown where the answer is read. */
  readonly range: ReportRange;
  /** The text that it stands at, for a fingerprint that outlives a change of lines. */
  readonly text: string;
  /** Texts that could stand in its place, the nearest first. */
  readonly replacements: readonly string[];
}

/** What `check` says: findings in order of files and places, each once. */
export interface CheckReport {
  readonly findings: readonly CheckFinding[];
  readonly files: number;
}

/** The findings of all files with lines and columns; what several files say of one place is said once. */
export function checkReport(
  diagnostics: readonly Diagnostic[],
  texts: NamedTexts,
  files: number,
): CheckReport {
  const found = new Map<string, CheckFinding>();
  const indexes = new Map<string, LineIndex>();
  for (const { rule, severity, message, at, replacements } of diagnostics) {
    const index = indexes.get(at.file) ?? lineIndexOf(texts.text(at.file) ?? "");
    indexes.set(at.file, index);
    const range = shownRange(index, at, texts);
    found.set(`${rule} ${at.file} ${at.range.start} ${message}`, {
      rule,
      severity,
      message,
      range,
      text: index.text.slice(at.range.start, at.range.end),
      replacements,
    });
  }
  return { findings: [...found.values()].sort(byPlace), files };
}

function shownRange(index: LineIndex, { file, range }: Location, texts: NamedTexts): ReportRange {
  const [from, to] = [positionAt(index, range.start), positionAt(index, range.end)];
  return {
    file: texts.shown?.(file) ?? file,
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}

function byPlace({ range: one }: CheckFinding, { range: other }: CheckFinding): number {
  if (one.file !== other.file) {
    return one.file < other.file ? -1 : 1;
  }
  return one.line - other.line || one.column - other.column;
}

/** How many findings of each severity there are, in words. */
export function countsOf({ findings, files }: CheckReport): string {
  const words = (["error", "warning", "information"] as const).flatMap((severity) => {
    const number = findings.filter((it) => it.severity === severity).length;
    const word = severity === "information" || number === 1 ? severity : `${severity}s`;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  const said = words.length === 0 ? "nothing to say" : words.join(", ");
  return `${files} file${files === 1 ? "" : "s"}: ${said}`;
}
