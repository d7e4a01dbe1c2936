import type { FileEdits, TextEdit } from "../text/edits.ts";
import type { Snapshot } from "../text/snapshot.ts";

/** Why a fix cannot be made here. */
export interface Impossible {
  readonly why: string;
}

export type Made = readonly FileEdits[] | Impossible;

/** The edits of one file; impossible where it cannot be read or its module cannot make them. */
export function inText(
  files: Snapshot,
  file: string,
  make: (text: string) => readonly TextEdit[] | undefined,
): Made {
  const state = files.file(file);
  if (state.kind !== "file") {
    return { why: `${file} is not read.` };
  }
  const edits = make(state.text);
  return edits === undefined ? unclear(file) : [{ file, edits }];
}

/** The answer where a file is written in a way that its module does not change. */
export function unclear(file: string): Impossible {
  return { why: `${file} is written in a way that is left to you.` };
}
