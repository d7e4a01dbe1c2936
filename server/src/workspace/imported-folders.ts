import { folderOf } from "../syntax/files/build.ts";

/**
 * The folders of the packages that a program file imports from its own project: those beside its own package's whose names begin
 * with the same two parts. Read off the text: only what is loaded ahead hangs on it.
 */
export function importedFolders(path: string, text: string): readonly string[] {
  const own = /^\s*package\s+([\w.]+)/m.exec(text)?.[1]?.split(".");
  const folder = folderOf(path);
  if (own === undefined || !folder.endsWith(own.join("/"))) {
    return [];
  }
  const root = folder.slice(0, folder.length - own.join("/").length);
  const imported = [...text.matchAll(/^\s*import\s+(?:static\s+)?([\w.]+)\.\w+/gm)].map(([, it]) =>
    (it ?? "").split("."),
  );
  const near = imported.filter((it) => it[0] === own[0] && it[1] === own[1]);
  return [...new Set(near.map((it) => root + it.filter((part) => /^[a-z]/.test(part)).join("/")))];
}
