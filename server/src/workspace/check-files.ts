import { disableComments } from "../lint/comments.ts";
import { withoutDisabled } from "../lint/disabled.ts";
import type { Diagnostic, LintedFile } from "../lint/rule.ts";
import { lintTogether } from "../lint/run.ts";
import type { FileState, FolderState, Snapshot } from "../text/snapshot.ts";
import { analyse } from "./analyse.ts";
import { isProgram } from "./analyse-program.ts";
import type { LoadedFiles } from "./loaded-files.ts";
import type { Given } from "./project.ts";
import { inRounds } from "./rounds.ts";

/** What is found in files that start jobs, and in those that they rest on. */
export interface CheckedFiles {
  /** What is said of the files one by one, and of the configurations and builds around them. */
  readonly alone: readonly Diagnostic[];
  /** What shows only when they are compared. */
  readonly together: readonly Diagnostic[];
  /** Files that could not be read, each with the reason. */
  readonly unread: ReadonlyMap<string, string>;
}

/** Looks at files again and again: what rests on nothing that has changed is not looked at again. */
export interface Checker {
  check(given: Given, entries: readonly string[]): Promise<CheckedFiles>;
}

type State = FileState | FolderState;

interface CheckedEntry {
  readonly given: Given;
  readonly unread: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly compared: LintedFile | undefined;
  /** What it rests on, as it was. */
  readonly read: readonly (readonly [path: string, state: State])[];
}

/** `pause` is awaited between two files: other work gets its turn. */
export function checkerOf(
  files: LoadedFiles,
  pause: () => Promise<void> = async () => {},
): Checker {
  let known = new Map<string, CheckedEntry>();
  return {
    async check(given, entries) {
      const found = new Map<string, CheckedEntry>();
      for (const entry of entries) {
        const before = known.get(entry);
        const holds = before !== undefined && before.given === given && isSame(files, before);
        found.set(entry, holds ? before : await checkedEntry(files, given, entry));
        await pause();
      }
      known = found;
      return checkedFiles(files.snapshot(), found);
    },
  };
}

async function checkedEntry(
  files: LoadedFiles,
  given: Given,
  entry: string,
): Promise<CheckedEntry> {
  const { result, read } = await inRounds(files, (snapshot) => analyse(snapshot, given, entry));
  const snapshot = files.snapshot();
  const states = [...read].map((path) => [path, stateOf(snapshot, path)] as const);
  return "unread" in result
    ? { given, unread: result.unread, diagnostics: [], compared: undefined, read: states }
    : {
        given,
        unread: undefined,
        diagnostics: result.diagnostics,
        compared: result.compared?.(),
        read: states,
      };
}

function isSame(files: LoadedFiles, { read }: CheckedEntry): boolean {
  const snapshot = files.snapshot();
  return read.every(([path, state]) => stateOf(snapshot, path) === state);
}

function stateOf(snapshot: Snapshot, path: string): State {
  return path.endsWith("/") ? snapshot.folder(path.slice(0, -1)) : snapshot.file(path);
}

function checkedFiles(
  snapshot: Snapshot,
  entries: ReadonlyMap<string, CheckedEntry>,
): CheckedFiles {
  const checked = [...entries.values()];
  // The statements of a script that a program reads are the program's to tell of.
  const loaded = new Set(checked.flatMap((it) => it.compared?.loads ?? []));
  const telling = [...entries].filter(([file]) => isProgram(file) || !loaded.has(file));
  const once = new Map(
    telling.flatMap(([, it]) => it.diagnostics).map((it) => [keyOf(it), it] as const),
  );
  const others = new Set(
    checked.flatMap((it) => it.read).flatMap(([path]) => (entries.has(path) ? [] : [path])),
  );
  return {
    alone: withComments(snapshot, others, [...once.values()]),
    together: lintTogether(checked.flatMap((it) => it.compared ?? [])),
    unread: new Map(
      [...entries].flatMap(([file, { unread }]) => (unread === undefined ? [] : [[file, unread]])),
    ),
  };
}

/** Several jobs say the same of one configuration. */
function keyOf({ rule, at, message }: Diagnostic): string {
  return `${rule} ${at.file} ${at.range.start} ${message}`;
}

/** The comments of files that start no job themselves turn rules off too. */
function withComments(
  snapshot: Snapshot,
  files: ReadonlySet<string>,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  let result = diagnostics;
  for (const file of files) {
    const state = /\.(?:ya?ml|xml|gradle|kts|toml|properties)$/.test(file)
      ? snapshot.file(file)
      : undefined;
    if (state?.kind === "file" && disableComments(state.text).length > 0) {
      result = withoutDisabled({ file, text: state.text }, result);
    }
  }
  return result;
}
