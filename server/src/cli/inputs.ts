import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
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

/** A file of the analysis as a person names it from the working directory. */
export function fromHere(
  { cwd, root }: { readonly cwd: string; readonly root: string },
  file: string,
): string {
  return cwd === root ? file : relative(cwd, resolve(root, file)).split(sep).join("/");
}

const projectRoots = [".git", "pom.xml", "build.gradle", "build.gradle.kts", ".flink-lineage.json"];

/**
 * The folder that the answer rests on: the working directory, or for a path outside of it the repository, else the
 * outermost project, that holds it. All paths of one call share it.
 */
export async function workspaceRoot(cwd: string, paths: readonly string[]): Promise<string> {
  const outside = paths.filter((it) => relativePath(cwd, it) === undefined);
  const [first] = outside;
  if (first === undefined) {
    return cwd;
  }
  const start = resolve(cwd, first);
  let root = (await kindOf(start)) === "folder" ? start : dirname(start);
  for (let folder = root; ; folder = dirname(folder)) {
    for (const mark of projectRoots) {
      if ((await kindOf(resolve(folder, mark))) !== undefined) {
        root = folder;
      }
    }
    if (folder === dirname(folder) || (await kindOf(resolve(folder, ".git"))) !== undefined) {
      return root;
    }
  }
}

/** The files that the paths of the command line name: a file as it is, a folder with the jobs below it. */
export async function namedFiles(
  { cwd, root }: { readonly cwd: string; readonly root: string },
  paths: readonly string[],
  options: { readonly disk: Disk; readonly scripts: readonly string[] },
): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const below = relativePath(root, resolve(cwd, path));
    if (below === undefined) {
      throw new UsageError(
        `${path} and ${paths[0]} have no project in common. Name them in calls of their own.`,
      );
    }
    const kind = await kindOf(resolve(cwd, path));
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
