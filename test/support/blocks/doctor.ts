import { optionsOf, runInFolder } from "../in-folder.ts";
import type { BlockKind } from "../section.ts";

/** What `flink-lineage doctor` prints for the files. Options: `format=json`. */
export const doctor: BlockKind = {
  actual: async (section, { attributes }) =>
    (await runInFolder(section, ["doctor", ...optionsOf(attributes)])).printed,
};
