import { basename, dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where a file stands: the root of what is read for it, and its path from there with forward slashes. */
export interface FilePlace {
  /** A folder on disk; undefined where the file is on none (an untitled one, a virtual workspace). */
  readonly root: string | undefined;
  readonly file: string;
}

/** The place of a document: in the innermost workspace folder that holds it, else in its own folder. */
export function placeOf(uri: string, folders: readonly string[]): FilePlace {
  const path = pathOf(uri);
  if (path === undefined) {
    return { root: undefined, file: nameIn(uri) };
  }
  const root = folders
    .flatMap((it) => pathOf(it) ?? [])
    .filter((it) => path.startsWith(it.endsWith(sep) ? it : it + sep))
    .sort((one, other) => other.length - one.length)[0];
  return root === undefined
    ? { root: dirname(path), file: basename(path) }
    : { root, file: relative(root, path).replaceAll(sep, "/") };
}

/** The last part of an address, for people. */
export function nameIn(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The address of a file below a root. */
export function uriOf(root: string, file: string): string {
  return pathToFileURL(resolve(root, file)).href;
}

/** One name for each file: clients write some characters of an address differently. */
export function keyOf(uri: string): string {
  return pathOf(uri) ?? uri;
}

/** The path of a `file:` address; undefined for any other, and for one that is none. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
