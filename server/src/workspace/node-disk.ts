import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileState, FolderState, Missing } from "../text/snapshot.ts";
import {
  type Disk,
  isBinary,
  largestFile,
  leavesWorkspace,
  notText,
  staysInside,
  tooLarge,
} from "./files.ts";

/** The files below a folder of this machine. Links that lead out of it are refused. */
export function nodeDisk(root: string): Disk {
  return {
    async readFile(path): Promise<FileState> {
      return guarded(root, path, async (real) => {
        const { size } = await stat(real);
        if (size > largestFile) {
          return { kind: "refused", reason: tooLarge };
        }
        const text = await readFile(real, "utf8");
        return isBinary(text) ? { kind: "refused", reason: notText } : { kind: "file", text };
      });
    },
    async readFolder(path): Promise<FolderState> {
      return guarded(root, path, async (real) => {
        const entries = await readdir(real, { withFileTypes: true });
        const sorted = entries.map((it) => it.name).sort();
        const folders = new Set(entries.filter((it) => it.isDirectory()).map((it) => it.name));
        return {
          kind: "folder",
          files: sorted.filter((it) => !folders.has(it)),
          folders: sorted.filter((it) => folders.has(it)),
        };
      });
    },
  };
}

async function guarded<T>(
  root: string,
  path: string,
  read: (real: string) => Promise<T>,
): Promise<T | Missing> {
  if (!staysInside(path)) {
    return { kind: "refused", reason: leavesWorkspace };
  }
  try {
    const real = await realpath(join(root, path));
    const inside = relative(await realpath(root), real);
    if (inside === ".." || inside.startsWith(`..${sep}`)) {
      return { kind: "refused", reason: leavesWorkspace };
    }
    return await read(real);
  } catch (error) {
    return missing(error);
  }
}

function missing(error: unknown): Missing {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") {
    return { kind: "absent" };
  }
  return { kind: "refused", reason: `It cannot be read (${code || "unknown error"}).` };
}

/** Whether a path of this machine is there, and what it is. */
export async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  try {
    const found = await lstat(path);
    const target = found.isSymbolicLink() ? await stat(path) : found;
    return target.isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
