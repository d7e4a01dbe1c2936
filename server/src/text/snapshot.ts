/** A file that cannot be had: it does not exist, is not read yet, or is refused (with the reason). */
export type Missing =
  | { readonly kind: "absent" }
  | { readonly kind: "notLoaded" }
  | { readonly kind: "refused"; readonly reason: string };

export type FileState = { readonly kind: "file"; readonly text: string } | Missing;

export type FolderState =
  | {
      readonly kind: "folder";
      readonly files: readonly string[];
      readonly folders: readonly string[];
    }
  | Missing;

/** A reader of one kind of file. `id` tells parsers apart in the cache; `parse` is pure and never throws. */
export interface FileParser<T> {
  readonly id: string;
  parse(text: string, path: string): T;
}

/**
 * The files of a workspace at one moment. Paths are relative to its root, with forward slashes; "" is the root.
 * Invariant: nothing here does I/O. What is not loaded is recorded as needed; the workspace loads it and runs the analysis again.
 */
export interface Snapshot {
  file(path: string): FileState;
  folder(path: string): FolderState;
  /** The file as this parser reads it, parsed once for each content. */
  parsed<T>(
    parser: FileParser<T>,
    path: string,
  ): { readonly kind: "parsed"; readonly value: T } | Missing;
}

/** What an analysis rests on: all it asked for, absent files too, and what it asked for in vain. */
export interface ReadRecord {
  readonly read: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
}
