import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../../server/src/cli/run.ts";
import type { BlockKind } from "../section.ts";

/** What `flink-lineage check` prints for the files, and its exit code. Options: `reporter=github`, `fail-on=warning`. */
export const check: BlockKind = {
  async actual(section, { attributes }) {
    const folder = mkdtempSync(join(tmpdir(), "check-"));
    try {
      for (const { path, text } of section.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      let printed = "";
      const code = await runCommandLine(
        {
          cwd: folder,
          colours: false,
          out: (text) => (printed += text),
          error: (text) => (printed += text),
        },
        ["check", ...[...attributes].flatMap(([name, value]) => [`--${name}`, value])],
      );
      return `${printed}exit code ${code}`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
