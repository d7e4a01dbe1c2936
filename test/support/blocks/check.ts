import { optionsOf, runInFolder } from "../in-folder.ts";
import type { BlockKind } from "../section.ts";

/** What `flink-lineage check` prints for the files, its exit code, and the files that it has changed. Options: `reporter=github`, `fail-on=warning`, `fix=yes`. */
export const check: BlockKind = {
  async actual(section, { attributes }) {
    const { printed, code, changed } = await runInFolder(section, [
      "check",
      ...optionsOf(attributes),
    ]);
    const files = changed.flatMap(({ path, text }) => [`--- ${path}`, text.trimEnd()]);
    return [`${printed}exit code ${code}`, ...files].join("\n");
  },
};
