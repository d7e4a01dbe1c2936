import { folderOf } from "../syntax/files/build.ts";
import { languages } from "../syntax/host/languages/index.gen.ts";
import type { FileParser, FileState, FolderState, Missing, Snapshot } from "../text/snapshot.ts";
import type { Disk } from "./files.ts";
import { importedFolders } from "./imported-folders.ts";

/** What is loaded of a workspace so far; it grows while analyses ask for more. */
export interface LoadedFiles {
  /** A view of it that notes what is asked. */
  snapshot(): TrackedSnapshot;
  /** Loads what an analysis asked for in vain; `ahead`: and what the programs among it import, before that is asked for. */
  load(needs: Iterable<string>, ahead?: boolean): Promise<void>;
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
  const listings = new Map<string, FolderState>();
  const parsed = new Map<string, Map<string, unknown>>();
  const drop = (path: string) => {
    files.delete(path);
    folders.delete(path);
    parsed.delete(path);
    if (isKnownAbsent(path, listings)) {
      listings.clear(); // It may be new.
    }
  };
  const loadFile = async (path: string) => {
    files.set(path, await disk.readFile(path));
  };
  /** Lists a folder; where there is none, the nearest above, which tells of all that is not below it. */
  const list = async (folder: string, asked: Map<string, Promise<FolderState>>) => {
    for (let it = folder; !listings.has(it); it = folderOf(it)) {
      const asking = asked.get(it) ?? disk.readFolder(it);
      asked.set(it, asking);
      const listing = await asking;
      if (listing.kind !== "absent" || it === "") {
        listings.set(it, listing);
      }
    }
  };
  const textOf = (path: string) => {
    const file = files.get(path);
    return file?.kind === "file" ? file.text : "";
  };
  /** Loads the programs of folders that are listed; the paths of those that were not loaded before. */
  const loadPrograms = async (inFolders: readonly string[]) => {
    const paths = inFolders
      .flatMap((folder) => programsIn(folder, listings.get(folder)))
      .filter((it) => !files.has(it));
    await Promise.all(paths.map(loadFile));
    return paths;
  };
  return {
    snapshot: () => tracked({ files, folders, listings, parsed }),
    async load(needs, ahead = false) {
      const paths = [...needs];
      const asked = new Map<string, Promise<FolderState>>();
      const lacking = paths.filter((it) => !it.endsWith("/"));
      const wanted = paths.filter((it) => it.endsWith("/")).map((it) => it.slice(0, -1));
      await Promise.all([
        ...lacking.map(loadFile),
        ...wanted.map(async (folder) => {
          folders.set(folder, await disk.readFolder(folder));
        }),
        ...[...new Set([...lacking.map(folderOf), ...wanted])].map((it) => list(it, asked)),
      ]);
      const near = [...new Set([...lacking.map(folderOf), ...wanted])];
      await loadPrograms(near);
      let loaded = ahead ? [...files.keys()] : [];
      for (let step = 0; loaded.length > 0 && step < 3; step++) {
        const imported = loaded.flatMap((it) => importedFolders(it, textOf(it)));
        const packages = [...new Set(imported)].filter((it) => !listings.has(it));
        await Promise.all(packages.map((it) => list(it, asked)));
        loaded = await loadPrograms(packages);
      }
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

/** More programs than that in one folder are loaded one by one. */
const mostPrograms = 100;

/** The programs of a folder: who needs one class of a package needs others, and each round of an analysis costs time. */
function programsIn(folder: string, listing: FolderState | undefined): readonly string[] {
  const programs =
    listing?.kind === "folder"
      ? listing.files.filter((name) =>
          languages.some((it) => it.extensions.some((end) => name.endsWith(end))),
        )
      : [];
  return programs.length > mostPrograms
    ? []
    : programs.map((name) => (folder === "" ? name : `${folder}/${name}`));
}

/** Whether the folders that were listed tell that there is no such file or folder. */
function isKnownAbsent(path: string, listings: ReadonlyMap<string, FolderState>): boolean {
  for (let below = path; below !== ""; below = folderOf(below)) {
    const listing = listings.get(folderOf(below));
    if (listing !== undefined) {
      const name = nameOf(below);
      return (
        listing.kind === "absent" ||
        (listing.kind === "folder" &&
          !listing.folders.includes(name) &&
          !listing.files.includes(name))
      );
    }
  }
  return false;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const absent = { kind: "absent" } as const;

interface Contents {
  readonly files: ReadonlyMap<string, FileState>;
  readonly folders: ReadonlyMap<string, FolderState>;
  /** What stands in the folders of the files that were asked for. */
  readonly listings: ReadonlyMap<string, FolderState>;
  readonly parsed: Map<string, Map<string, unknown>>;
}

function tracked({ files, folders, listings, parsed }: Contents): TrackedSnapshot {
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
  const noted = <T>(state: T, key: string): T => {
    read.add(key);
    return state;
  };
  const file = (path: string): FileState => {
    return !files.has(path) && isKnownAbsent(path, listings)
      ? noted(absent, path)
      : look(files, path, path);
  };
  return {
    read,
    needs,
    file,
    folder(path): FolderState {
      if (folders.has(path) || (path === "" && !listings.has(path))) {
        return look(folders, path, `${path}/`);
      }
      const listing = isKnownAbsent(path, listings) ? absent : listings.get(path);
      return listing === undefined ? look(folders, path, `${path}/`) : noted(listing, `${path}/`);
    },
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
