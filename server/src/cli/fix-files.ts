import { chmod, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { combined } from "../fixes/combined.ts";
import type { Diagnostic } from "../lint/rule.ts";
import { edited } from "../text/edits.ts";
import type { CheckedFiles, Checker } from "../workspace/check-files.ts";
import { staysInside } from "../workspace/files.ts";
import type { LoadedFiles } from "../workspace/loaded-files.ts";
import type { Given } from "../workspace/project.ts";

/** A finding that is mended. */
export interface Fixed {
  readonly file: string;
  readonly rule: string;
  readonly title: string;
}

/** What fixing has done: what is mended, what is left, what could not be written. */
export interface FixedFiles {
  readonly fixed: readonly Fixed[];
  readonly left: CheckedFiles;
  readonly unwritten: ReadonlyMap<string, string>;
}

interface Fixing {
  readonly root: string;
  readonly files: LoadedFiles;
  readonly checker: Checker;
  readonly given: Given;
  readonly entries: readonly string[];
}

/** Fixes that touch each other wait for the next round; one that makes new findings must not go on for ever. */
const mostRounds = 10;

/** Makes what fix-all makes, in rounds, and writes the files that are another text in the end. */
export async function fixFiles({
  root,
  files,
  checker,
  given,
  entries,
}: Fixing): Promise<FixedFiles> {
  const before = new Map<string, string>();
  const fixed: Fixed[] = [];
  let left = await checker.check(given, entries);
  for (let round = 0; round < mostRounds; round++) {
    const snapshot = files.snapshot();
    const diagnostics: readonly Diagnostic[] = [...left.alone, ...left.together];
    const made = combined(snapshot, diagnostics, { reaches: ["save"], only: staysInside });
    if (made.mended.length === 0) {
      break;
    }
    for (const { file, edits } of made.edits) {
      const state = snapshot.file(file);
      const text = state.kind === "file" ? state.text : "";
      before.set(file, before.get(file) ?? text);
      files.put(file, edited(text, edits));
    }
    fixed.push(
      ...made.mended.map(({ diagnostic: { rule, at }, fix: { title } }) => ({
        file: at.file,
        rule,
        title,
      })),
    );
    left = await checker.check(given, entries);
  }
  return { fixed, left, unwritten: await written(root, files, before) };
}

/** Writes what has changed. Gives what could not be written, each with the reason. */
async function written(
  root: string,
  files: LoadedFiles,
  before: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  for (const [file, old] of before) {
    const state = files.snapshot().file(file);
    const why =
      state.kind === "file" && state.text !== old
        ? await rewritten(resolve(root, file), old, state.text)
        : undefined;
    if (why !== undefined) {
      failed.set(file, why);
    }
  }
  return failed;
}

/** Puts a text in the place of another at once, the file's mode kept; says why where it cannot. */
async function rewritten(path: string, old: string, text: string): Promise<string | undefined> {
  let temporary: string | undefined;
  try {
    const real = await realpath(path);
    const bytes = await readFile(real);
    if (!bytes.equals(Buffer.from(old, "utf8"))) {
      return bytes.toString("utf8") === old
        ? "The file is not in UTF-8: it is not rewritten."
        : "The file has changed meanwhile: it is not rewritten.";
    }
    const { mode } = await stat(real);
    temporary = join(dirname(real), `.flink-lineage-${process.pid}.tmp`);
    await writeFile(temporary, text, { flag: "wx" });
    await chmod(temporary, mode);
    await rename(temporary, real);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) {
      await rm(temporary, { force: true });
    }
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return `It cannot be written (${code}).`;
  }
}
