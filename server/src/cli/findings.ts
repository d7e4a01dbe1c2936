import { editsOf } from "../fixes/edits-of.ts";
import type { Fix } from "../lint/fix.ts";
import type { Diagnostic } from "../lint/rule.ts";
import { type LineIndex, lineIndexOf, positionAt } from "../text/line-index.ts";
import type { Location } from "../text/range.ts";
import type { Snapshot } from "../text/snapshot.ts";
import type { Fixed } from "./fix-files.ts";
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
  /** How it can be mended, the best first: worked out when asked. */
  fixes(): readonly CheckFix[];
  /** Whether `--fix` mends it: worked out when asked. */
  isMendable(): boolean;
}

/** A fix with what it changes, as the answer shows it. */
export interface CheckFix {
  readonly title: string;
  /** Whether `--fix` makes it. */
  readonly automatic: boolean;
  readonly edits: readonly { readonly range: ReportRange; readonly text: string }[];
}

/** What `check` says: findings in order of files and places, each once. */
export interface CheckReport {
  readonly findings: readonly CheckFinding[];
  readonly files: number;
  /** What `--fix` has mended, with the files as they are shown. */
  readonly fixed: readonly Fixed[];
}

/** The findings of all files with lines and columns; what several files say of one place is said once. */
export function checkReport(
  diagnostics: readonly Diagnostic[],
  { texts, snapshot }: { readonly texts: NamedTexts; readonly snapshot: Snapshot },
  { files, fixed }: Pick<CheckReport, "files" | "fixed">,
): CheckReport {
  const found = new Map<string, CheckFinding>();
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string): LineIndex => {
    const index = indexes.get(file) ?? lineIndexOf(texts.text(file) ?? "");
    indexes.set(file, index);
    return index;
  };
  const shown = (at: Location) => shownRange(indexOf(at.file), at, texts);
  for (const { rule, severity, message, at, fixes } of diagnostics) {
    const index = indexOf(at.file);
    const range = shown(at);
    found.set(`${rule} ${at.file} ${at.range.start} ${message}`, {
      rule,
      severity,
      message,
      range,
      text: index.text.slice(at.range.start, at.range.end),
      fixes: () => fixes.flatMap((it) => checkFix(snapshot, it, shown)),
      isMendable: () =>
        fixes.some((it) => it.reach === "save" && !("why" in editsOf(snapshot, it))),
    });
  }
  return { findings: [...found.values()].sort(byPlace), files, fixed };
}

function checkFix(
  snapshot: Snapshot,
  fix: Fix,
  shown: (at: Location) => ReportRange,
): readonly CheckFix[] {
  const made = editsOf(snapshot, fix);
  if ("why" in made) {
    return [];
  }
  const edits = made.flatMap(({ file, edits: inFile }) =>
    inFile.map(({ range, newText }) => ({ range: shown({ file, range }), text: newText })),
  );
  return [{ title: fix.title, automatic: fix.reach === "save", edits }];
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
export function countsOf({ findings, files, fixed }: CheckReport): string {
  const words = (["error", "warning", "information"] as const).flatMap((severity) => {
    const number = findings.filter((it) => it.severity === severity).length;
    const word = severity === "information" || number === 1 ? severity : `${severity}s`;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  const said = words.length === 0 ? "nothing to say" : words.join(", ");
  const mended = fixed.length === 0 ? "" : `${fixed.length} fixed, `;
  return `${files} file${files === 1 ? "" : "s"} checked: ${mended}${said}`;
}
