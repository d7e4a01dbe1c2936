import type { FileParser, FileState, FolderState, Missing, Snapshot } from "../text/snapshot.ts";
import type { Disk } from "./files.ts";

/** What is loaded of a workspace so far; it grows while analyses ask for more. */
export interface LoadedFiles {
  /** A view of it that notes what is asked. */
  snapshot(): TrackedSnapshot;
  /** Loads what an analysis asked for in vain. */
  load(needs: Iterable<string>): Promise<void>;
  /** Puts a text in the place of what the disk says: an open document, a file given on the command line. */
  put(path: string, text: string): void;
  /** Forgets a file or folder, so that it is read again; a text that was `put` too. */
  forget(path: string): void;
}

export interface TrackedSnapshot extends Snapshot {
  /** Paths asked for; a folder's path ends in `/`. */
  readonly read: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
}

/** Nothing loaded yet. Every parser's result is kept for as long as the file's text. */
export function loadedFiles(disk: Disk): LoadedFiles {
  const files = new Map<string, FileState>();
  const folders = new Map<string, FolderState>();
  const parsed = new Map<string, Map<string, unknown>>();
  const drop = (path: string) => {
    files.delete(path);
    folders.delete(path);
    parsed.delete(path);
  };
  return {
    snapshot: () => tracked({ files, folders, parsed }),
    async load(needs) {
      await Promise.all(
        [...needs].map(async (path) => {
          if (path.endsWith("/")) {
            const folder = path.slice(0, -1);
            folders.set(folder, await disk.readFolder(folder));
          } else {
            files.set(path, await disk.readFile(path));
          }
        }),
      );
    },
    put(path, text) {
      const known = files.get(path);
      if (known?.kind === "file" && known.text === text) {
        return;
      }
      drop(path);
      files.set(path, { kind: "file", text });
    },
    forget: drop,
  };
}

interface Contents {
  readonly files: ReadonlyMap<string, FileState>;
  readonly folders: ReadonlyMap<string, FolderState>;
  readonly parsed: Map<string, Map<string, unknown>>;
}

function tracked({ files, folders, parsed }: Contents): TrackedSnapshot {
  const read = new Set<string>();
  const needs = new Set<string>();
  const look = <T>(map: ReadonlyMap<string, T>, path: string, key: string): T | Missing => {
    read.add(key);
    const state = map.get(path);
    if (state === undefined) {
      needs.add(key);
      return { kind: "notLoaded" };
    }
    return state;
  };
  const file = (path: string): FileState => look(files, path, path);
  return {
    read,
    needs,
    file,
    folder: (path): FolderState => look(folders, path, `${path}/`),
    parsed<T>(parser: FileParser<T>, path: string) {
      const state = file(path);
      if (state.kind !== "file") {
        return state;
      }
      const known = parsed.get(path) ?? new Map<string, unknown>();
      parsed.set(path, known);
      if (!known.has(parser.id)) {
        known.set(parser.id, parser.parse(state.text, path));
      }
      return { kind: "parsed", value: known.get(parser.id) as T };
    },
  };
}
