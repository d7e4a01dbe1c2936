import type { Disk } from "./files.ts";

/** Texts in memory as a disk, by their paths from the root. */
export function textDisk(texts: ReadonlyMap<string, string>): Disk {
  return {
    async readFile(path) {
      const text = texts.get(path);
      return text === undefined ? { kind: "absent" } : { kind: "file", text };
    },
    async readFolder(folder) {
      const lead = folder === "" ? "" : `${folder}/`;
      const below = [...texts.keys()]
        .filter((path) => path.startsWith(lead))
        .map((path) => path.slice(lead.length).split("/"));
      if (below.length === 0) {
        return { kind: "absent" };
      }
      const names = (files: boolean) => [
        ...new Set(below.filter((it) => (it.length === 1) === files).map((it) => it[0] ?? "")),
      ];
      return { kind: "folder", files: names(true).sort(), folders: names(false).sort() };
    },
  };
}
