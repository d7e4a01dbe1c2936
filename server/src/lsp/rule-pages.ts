import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of the rules' pages: beside the bundle; there is none in the sources' own checkout. */
const folder = join(dirname(fileURLToPath(import.meta.url)), "rules");

const pages: ReadonlySet<string> = new Set(existsSync(folder) ? readdirSync(folder) : []);

/** The address of a rule's page on this machine; undefined where it has none. */
export function pageOf(rule: string): string | undefined {
  const page = `${rule}.md`;
  return pages.has(page) ? pathToFileURL(join(folder, page)).href : undefined;
}
