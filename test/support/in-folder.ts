import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../server/src/cli/run.ts";
import type { Section } from "./section.ts";

/** What a command line prints in a folder with the files of a section, its exit code, and the files that it has changed. */
export async function runInFolder(section: Section, argv: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  try {
    for (const { path, text } of section.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    let printed = "";
    const print = (text: string) => (printed += text);
    const code = await runCommandLine(
      { cwd: folder, colours: false, out: print, error: print },
      argv,
    );
    const changed = section.files.flatMap(({ path, text }) => {
      const now = readFileSync(join(folder, path), "utf8");
      return now === text ? [] : [{ path, text: now }];
    });
    return { printed, code, changed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The options of a block as those of a command line: `fix=yes` is `--fix`. */
export function optionsOf(attributes: ReadonlyMap<string, string>): readonly string[] {
  return [...attributes].flatMap(([name, value]) =>
    value === "yes" ? [`--${name}`] : [`--${name}`, value],
  );
}
