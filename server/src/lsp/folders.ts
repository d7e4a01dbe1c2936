import type { Disk } from "../workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../workspace/loaded-files.ts";
import { nodeDisk } from "../workspace/node-disk.ts";
import { type FilePlace, placeOf } from "./places.ts";

/** The files that are loaded, of each folder by itself, and which analysis rests on which. */
export interface Folders {
  /** Where a document stands, and what is loaded around it. */
  around(uri: string): { readonly place: FilePlace; readonly files: LoadedFiles };
  /** Notes the paths that the analysis of a document rests on. */
  rests(uri: string, read: ReadonlySet<string>): void;
  /** Takes the text of an open document for its file. Gives the other documents whose analyses rest on it. */
  put(uri: string, text: string): ReadonlySet<string>;
  /** Forgets a file that has changed on the disk, and the listings that hold it. Gives the documents that rest on it. */
  forget(uri: string): ReadonlySet<string>;
}

export function foldersOf(workspaceFolders: readonly string[]): Folders {
  const loaded = new Map<string, LoadedFiles>();
  const reads = new Map<string, { readonly root: string; readonly read: ReadonlySet<string> }>();

  function around(uri: string) {
    const place = placeOf(uri, workspaceFolders);
    const { root } = place;
    const files = (root === undefined ? undefined : loaded.get(root)) ?? newFiles(root);
    if (root !== undefined) {
      loaded.set(root, files);
    }
    return { place, files };
  }

  function resting({ root, file }: FilePlace, own: string): ReadonlySet<string> {
    const folders = foldersAbove(file).map((it) => `${it}/`);
    return new Set(
      [...reads].flatMap(([uri, it]) =>
        uri !== own && it.root === root && [file, ...folders].some((path) => it.read.has(path))
          ? [uri]
          : [],
      ),
    );
  }

  return {
    around,
    rests(uri, read) {
      const { root } = placeOf(uri, workspaceFolders);
      if (root !== undefined) {
        reads.set(uri, { root, read });
      }
    },
    put(uri, text) {
      const { place, files } = around(uri);
      files.put(place.file, text);
      return resting(place, uri);
    },
    forget(uri) {
      const { place, files } = around(uri);
      for (const path of [place.file, ...foldersAbove(place.file)]) {
        files.forget(path);
      }
      return resting(place, "");
    },
  };
}

/** The folders that hold a file, the root ("") last. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""];
}

function newFiles(root: string | undefined): LoadedFiles {
  return loadedFiles(root === undefined ? noDisk : nodeDisk(root));
}

/** Around a file that is on no disk there is nothing. */
const noDisk: Disk = {
  readFile: async () => ({ kind: "absent" }),
  readFolder: async () => ({ kind: "absent" }),
};
