import type { FileState, FolderState } from "../text/snapshot.ts";

/** What is on a disk, wherever it is: Node's, or the client's through the protocol. Paths are relative to the root. */
export interface Disk {
  readFile(path: string): Promise<FileState>;
  readFolder(path: string): Promise<FolderState>;
}

/** Files over this size are refused. */
export const largestFile = 2 * 1024 * 1024;

export const tooLarge = "The file is larger than 2 MB.";
export const notText = "The file is no text.";
export const leavesWorkspace = "The path leaves the workspace.";

/** Whether a file's beginning looks like none of text: it holds a NUL. */
export function isBinary(text: string): boolean {
  return text.slice(0, 8000).includes("\0");
}

/** Whether a relative path stays below the root. */
export function staysInside(path: string): boolean {
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) {
    return false;
  }
  let depth = 0;
  for (const part of path.split("/")) {
    depth += part === ".." ? -1 : part === "" || part === "." ? 0 : 1;
    if (depth < 0) {
      return false;
    }
  }
  return true;
}
