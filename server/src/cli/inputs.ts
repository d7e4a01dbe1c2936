import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Disk } from "../workspace/files.ts";
import { findEntries } from "../workspace/find-entries.ts";
import { kindOf } from "../workspace/node-disk.ts";

/** What the command line names wrongly: told to the user as it is. */
export class UsageError extends Error {}

/** A path of the command line relative to the root, with forward slashes; undefined where it lies outside. */
export function relativePath(root: string, path: string): string | undefined {
  const below = relative(root, resolve(root, path));
  if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    return undefined;
  }
  return below.split(sep).join("/");
}

/** The files that the paths of the command line name: a file as it is, a folder with the jobs below it. */
export async function namedFiles(
  root: string,
  paths: readonly string[],
  options: { readonly disk: Disk; readonly scripts: readonly string[] },
): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const below = relativePath(root, path);
    if (below === undefined) {
      throw new UsageError(
        `${path} lies outside the working directory. Run the command in a folder that holds it.`,
      );
    }
    const kind = await kindOf(resolve(root, path));
    if (kind === undefined) {
      throw new UsageError(`${path}: there is no such file or folder.`);
    }
    if (kind === "file") {
      if (!/\.(?:sql|flinksql|fsql|java)$/i.test(below)) {
        throw new UsageError(
          `${path}: this kind of file is not read. Name a SQL script or a Java source.`,
        );
      }
      files.add(below);
    } else {
      for (const file of await findEntries(options.disk, below, options)) {
        files.add(file);
      }
    }
  }
  return [...files];
}
