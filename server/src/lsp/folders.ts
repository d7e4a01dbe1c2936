import type { Disk } from "../workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../workspace/loaded-files.ts";
import { nodeDisk } from "../workspace/node-disk.ts";
import { type FilePlace, placeOf } from "./places.ts";

/** The files that are loaded, of each folder by itself. */
export interface Folders {
  /** Where a document stands, and what is loaded around it. */
  around(uri: string): { readonly place: FilePlace; readonly files: LoadedFiles };
  /** Forgets a file that has changed on the disk, and the listings that hold it. */
  forget(uri: string): void;
}

export function foldersOf(workspaceFolders: readonly string[]): Folders {
  const loaded = new Map<string, LoadedFiles>();
  function around(uri: string) {
    const place = placeOf(uri, workspaceFolders);
    const { root } = place;
    const files = (root === undefined ? undefined : loaded.get(root)) ?? newFiles(root);
    if (root !== undefined) {
      loaded.set(root, files);
    }
    return { place, files };
  }
  return {
    around,
    forget(uri) {
      const { place, files } = around(uri);
      for (
        let path = place.file;
        path !== "";
        path = path.slice(0, Math.max(0, path.lastIndexOf("/")))
      ) {
        files.forget(path);
      }
      files.forget("");
    },
  };
}

function newFiles(root: string | undefined): LoadedFiles {
  return loadedFiles(root === undefined ? noDisk : nodeDisk(root));
}

/** Around a file that is on no disk there is nothing. */
const noDisk: Disk = {
  readFile: async () => ({ kind: "absent" }),
  readFolder: async () => ({ kind: "absent" }),
};
