import type { Fix, Reach } from "../lint/fix.ts";
import type { Diagnostic } from "../lint/rule.ts";
import { collide, type FileEdits, type TextEdit } from "../text/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { editsOf } from "./edits-of.ts";

/** What many fixes make of the files, and of which findings. */
export interface Combined {
  readonly edits: readonly FileEdits[];
  /** Findings whose fix is among the edits. */
  readonly mended: readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[];
}

/**
 * The fixes of findings that may be made without being picked one by one, all at once. One whose edits touch those of an earlier one is
 * left out: another round makes it. `only` names the files that may be changed.
 */
export function combined(
  files: Snapshot,
  diagnostics: readonly Diagnostic[],
  {
    reaches,
    only,
  }: { readonly reaches: readonly Reach[]; readonly only?: (file: string) => boolean },
): Combined {
  const byFile = new Map<string, TextEdit[]>();
  const mended: { readonly diagnostic: Diagnostic; readonly fix: Fix }[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find((it) => reaches.includes(it.reach));
    const made = fix && editsOf(files, fix);
    if (fix === undefined || made === undefined || "why" in made) {
      continue;
    }
    const fits = made.every(
      ({ file, edits }) => (only?.(file) ?? true) && !edits.some((it) => isTaken(byFile, file, it)),
    );
    if (fits) {
      mended.push({ diagnostic, fix });
      for (const { file, edits } of made) {
        byFile.set(file, [...(byFile.get(file) ?? []), ...edits]);
      }
    }
  }
  return { edits: [...byFile].map(([file, edits]) => ({ file, edits })), mended };
}

function isTaken(byFile: ReadonlyMap<string, readonly TextEdit[]>, file: string, edit: TextEdit) {
  return (byFile.get(file) ?? []).some((it) => collide(it, edit));
}
