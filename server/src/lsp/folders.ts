import type { Disk } from "../workspace/files.ts";
import { type LoadedFiles, loadedFiles } from "../workspace/loaded-files.ts";
import { nodeDisk } from "../workspace/node-disk.ts";
import type { OpenDocument } from "./open-document.ts";
import { type FilePlace, placeOf } from "./places.ts";

/** The files that are loaded, of each folder by itself, and which analysis rests on which. */
export interface Folders {
  /** The folders of the workspace that are on a disk, with what is loaded of each. */
  roots(): readonly { readonly uri: string; readonly root: string; readonly files: LoadedFiles }[];
  /** Where a document stands, and what is loaded around it. */
  around(uri: string): { readonly place: FilePlace; readonly files: LoadedFiles };
  /** Notes the paths that the analysis of a document rests on. */
  rests(uri: string, read: ReadonlySet<string>): void;
  /** Takes the text of an open document for its file, until it is closed. Gives the other documents whose analyses rest on it. */
  put(document: OpenDocument): ReadonlySet<string>;
  /** The file of a closed document is what the disk says. Gives the documents that rest on it. */
  close(uri: string): ReadonlySet<string>;
  /** Forgets a file that has changed on the disk, and the listings that hold it. Gives the documents that rest on it. */
  forget(uri: string): ReadonlySet<string>;
  /** The open documents among the files that an analysis of a document has read, with their paths. */
  openAmong(uri: string, read: ReadonlySet<string>): ReadonlyMap<string, OpenDocument>;
}

export function foldersOf(workspaceFolders: readonly string[]): Folders {
  const loaded = new Map<string, LoadedFiles>();
  const open = new Map<string, OpenDocument>();
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

  function forget(uri: string): ReadonlySet<string> {
    const { place, files } = around(uri);
    // What is open counts as the editor has it, whatever the disk says.
    for (const path of [...(open.has(uri) ? [] : [place.file]), ...foldersAbove(place.file)]) {
      files.forget(path);
    }
    return resting(place, "");
  }

  return {
    around,
    roots: () =>
      workspaceFolders.flatMap((uri) => {
        const { place, files } = around(`${uri.replace(/\/$/, "")}/any`);
        return place.root === undefined ? [] : [{ uri, root: place.root, files }];
      }),
    rests(uri, read) {
      const { root } = placeOf(uri, workspaceFolders);
      if (root !== undefined) {
        reads.set(uri, { root, read });
      }
    },
    put(document) {
      const { uri, positions } = document;
      const { place, files } = around(uri);
      open.set(uri, document);
      files.put(place.file, positions.text);
      return resting(place, uri);
    },
    close(uri) {
      open.delete(uri);
      return forget(uri);
    },
    forget,
    openAmong(uri, read) {
      const { root } = placeOf(uri, workspaceFolders);
      const found = [...open.values()].flatMap((document) => {
        const place = placeOf(document.uri, workspaceFolders);
        return root !== undefined && place.root === root && read.has(place.file)
          ? [[place.file, document] as const]
          : [];
      });
      return new Map(found);
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
