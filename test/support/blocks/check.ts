import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../../server/src/cli/run.ts";
import type { BlockKind } from "../section.ts";

/** What `flink-lineage check` prints for the files, its exit code, and the files that it has changed. Options: `reporter=github`, `fail-on=warning`, `fix=yes`. */
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
        [
          "check",
          ...[...attributes].flatMap(([name, value]) =>
            value === "yes" ? [`--${name}`] : [`--${name}`, value],
          ),
        ],
      );
      const changed = section.files.flatMap(({ path, text }) => {
        const now = readFileSync(join(folder, path), "utf8");
        return now === text ? [] : [`--- ${path}`, now.trimEnd()];
      });
      return [`${printed}exit code ${code}`, ...changed].join("\n");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
