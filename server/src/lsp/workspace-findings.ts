import type { Document } from "../features/feature.ts";
import type { Target } from "../job/target.ts";
import type { Diagnostic } from "../lint/rule.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { isProgram } from "../workspace/analyse-program.ts";
import { type Checker, checkerOf } from "../workspace/check-files.ts";
import { findEntries } from "../workspace/find-entries.ts";
import type { LoadedFiles } from "../workspace/loaded-files.ts";
import { nodeDisk } from "../workspace/node-disk.ts";
import { loadGrammars } from "../workspace/node-grammars.ts";
import { settingsOf, targetOf } from "../workspace/project.ts";
import { inRounds } from "../workspace/rounds.ts";
import { settingsParser, settingsPath } from "../workspace/settings.ts";
import type { Folders } from "./folders.ts";
import type { OpenDocument } from "./open-document.ts";
import { keyOf, uriOf } from "./places.ts";
import { pageOf } from "./rule-pages.ts";
import type { SettingsSource } from "./settings.ts";

/** What was found in a file that is not looked at for its own sake, and what shows only when files are compared. */
export interface FoundInFile {
  readonly uri: string;
  readonly file: string;
  readonly root: string;
  /** The text that it was found in. */
  readonly text: string;
  readonly target: Target;
  readonly files: LoadedFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the key of the file's address. */
export type WorkspaceFindings = ReadonlyMap<string, FoundInFile>;

/** Looks at whole workspaces, one look at a time. */
export interface WorkspaceWatch {
  /** Something was saved, or has changed on the disk: looks again, soon. */
  renew(): void;
}

export interface WatchOptions {
  readonly folders: Folders;
  readonly settings: SettingsSource;
  found(findings: WorkspaceFindings): void;
  failed(error: unknown): void;
}

/** Changes come in groups: a save, then the watcher's word of it. */
const soon = 300;

export function watchWorkspaces({
  folders,
  settings,
  found,
  failed,
}: WatchOptions): WorkspaceWatch {
  const checkers = new Map<string, Checker>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let again = false;

  async function look(): Promise<void> {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const all = new Map<string, FoundInFile>();
      for (const { uri, root, files } of folders.roots()) {
        const checker = checkers.get(root) ?? checkerOf(files, turn);
        checkers.set(root, checker);
        for (const it of await lookAt({ uri, root, files, checker, settings })) {
          all.set(keyOf(it.uri), it);
        }
      }
      found(all);
    } catch (error) {
      failed(error);
    } finally {
      looking = false;
      if (again) {
        again = false;
        renew();
      }
    }
  }

  function renew(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), soon);
  }

  return { renew };
}

/** Requests that have come meanwhile are answered first. */
function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

interface Root {
  readonly uri: string;
  readonly root: string;
  readonly files: LoadedFiles;
  readonly checker: Checker;
  readonly settings: SettingsSource;
}

async function lookAt(at: Root): Promise<readonly FoundInFile[]> {
  const { uri, root, files, checker } = at;
  const { given, scripts } = await at.settings.of(uri);
  const own = await inRounds(files, (snapshot) => settingsOf(snapshot).scripts ?? []);
  const entries = await findEntries(nodeDisk(root), "", { scripts: [...scripts, ...own.result] });
  for (const entry of entries.filter((it) => files.snapshot().file(it).kind === "absent")) {
    files.forget(entry); // It is new, and nobody has said so.
  }
  if (entries.some(isProgram)) {
    await loadGrammars();
  }
  const { alone, together } = await checker.check(given, entries);
  const jobs = new Set(entries);
  const snapshot = files.snapshot();
  const here = [
    ...alone.filter((it) => !jobs.has(it.at.file)),
    ...together,
    ...settingsProblems(snapshot),
  ];
  return [...new Set(here.map((it) => it.at.file))].flatMap((file) => {
    const state = snapshot.file(file);
    const diagnostics = here.filter((it) => it.at.file === file);
    const target = targetOf(snapshot, file, given);
    return state.kind === "file"
      ? [{ uri: uriOf(root, file), file, root, text: state.text, target, files, diagnostics }]
      : [];
  });
}

/** What is wrong with the workspace's settings. */
function settingsProblems(snapshot: Snapshot): readonly Diagnostic[] {
  const read = snapshot.parsed(settingsParser, settingsPath);
  return read.kind !== "parsed"
    ? []
    : read.value.problems.map(({ message, range }) => ({
        rule: "settings",
        severity: "error",
        message,
        at: { file: settingsPath, range },
        fixes: [],
      }));
}

/** A configuration or a build file as the features want it: nothing but what was found in it. */
export function foundDocument(
  { file, root, text, target, files, diagnostics }: FoundInFile,
  { uri, positions }: OpenDocument,
): Document {
  return {
    uri,
    file,
    positions,
    broken: false,
    target,
    scripts: [],
    jobs: [],
    predictions: [],
    // Fixes are made for the text that is there: one in which nothing was found yet has none.
    diagnostics: positions.text === text ? diagnostics : [],
    files: files.snapshot(),
    uriOf: (path) => uriOf(root, path),
    pageOf,
  };
}
