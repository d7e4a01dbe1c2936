import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { lineIndexOf, positionAt } from "../text/line-index.ts";
import { analyse, type FileAnalysis } from "../workspace/analyse.ts";
import { isProgram } from "../workspace/analyse-program.ts";
import { type Disk, largestFile } from "../workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../workspace/loaded-files.ts";
import { nodeDisk } from "../workspace/node-disk.ts";
import { loadGrammars } from "../workspace/node-grammars.ts";
import type { Given } from "../workspace/project.ts";
import { inRounds } from "../workspace/rounds.ts";
import { settingsParser } from "../workspace/settings.ts";
import type { Terminal } from "./command.ts";
import { fromHere, namedFiles, relativePath, UsageError, workspaceRoot } from "./inputs.ts";
import { nothingFound } from "./nothing-found.ts";

/** The folder that a call of the command line is about, and what was read of it. */
export interface Workspace {
  readonly cwd: string;
  /** What the paths of the analysis are relative to. */
  readonly root: string;
  readonly disk: Disk;
  readonly files: LoadedFiles;
  /** A file of the analysis as a person names it from the working directory. */
  shown(file: string): string;
}

/** The workspace that holds these paths of the command line. */
export async function openWorkspace(cwd: string, paths: readonly string[]): Promise<Workspace> {
  const root = await workspaceRoot(cwd, paths);
  const disk = nodeDisk(root);
  return {
    cwd,
    root,
    disk,
    files: loadedFiles(disk),
    shown: (file) => fromHere({ cwd, root }, file),
  };
}

/** A file of an option: below the root as it is there, elsewhere read here and put under its own name. */
export async function optionFile(
  { cwd, root, files }: Workspace,
  path: string | undefined,
): Promise<string | undefined> {
  if (path === undefined) {
    return undefined;
  }
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), "utf8");
  } catch {
    throw new UsageError(`${path}: the file cannot be read.`);
  }
  if (text.length > largestFile) {
    throw new UsageError(`${path}: the file is larger than 2 MB.`);
  }
  const name = relativePath(root, resolve(cwd, path)) ?? path;
  files.put(name, text);
  return name;
}

/** The entry points that the paths name, by the settings of this file; all is loaded that reading them needs. Where there is none, the terminal is told why. */
export async function entriesOf(
  terminal: Terminal,
  { cwd, root, disk, files }: Workspace,
  paths: readonly string[],
  settings: string,
): Promise<readonly string[]> {
  const scripts = await scriptPatterns(files, settings);
  const entries = await namedFiles({ cwd, root }, paths, { disk, scripts });
  if (entries.some(isProgram)) {
    await loadGrammars();
  }
  if (entries.length === 0) {
    const folders = (paths.length === 0 ? ["."] : paths).map((it) => ({
      path: relativePath(root, resolve(cwd, it)) ?? "",
      shown: it,
    }));
    terminal.error(await nothingFound(disk, folders));
  }
  return entries;
}

async function scriptPatterns(files: LoadedFiles, path: string): Promise<readonly string[]> {
  const { result } = await inRounds(files, (snapshot) => snapshot.parsed(settingsParser, path));
  if (result.kind !== "parsed") {
    return [];
  }
  const { settings, problems } = result.value;
  if (problems.length > 0) {
    const state = files.snapshot().file(path);
    const index = lineIndexOf(state.kind === "file" ? state.text : "");
    const lines = problems.map(({ message, range }) => {
      const { line, column } = positionAt(index, range.start);
      return `${path}:${line + 1}:${column + 1} ${message}`;
    });
    throw new UsageError(lines.join("\n"));
  }
  return settings.scripts ?? [];
}

/** The analyses of the entries that can be read; of the others the terminal is told why not. */
export async function analysesOf(
  terminal: Terminal,
  { files, shown }: Workspace,
  given: Given,
  entries: readonly string[],
): Promise<{ readonly analyses: readonly FileAnalysis[]; readonly unreadable: boolean }> {
  const analyses: FileAnalysis[] = [];
  let unreadable = false;
  for (const entry of entries) {
    const { result } = await inRounds(files, (snapshot) => analyse(snapshot, given, entry));
    if ("unread" in result) {
      terminal.error(`${shown(entry)}: ${result.unread}\n`);
      unreadable = true;
    } else {
      analyses.push(result);
    }
  }
  return { analyses, unreadable };
}
