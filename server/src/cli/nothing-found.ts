import type { Disk } from "../workspace/files.ts";
import { passedOver } from "../workspace/find-entries.ts";

/** Why folders hold no job: what makes a file one that is read, and what was passed over. */
export async function nothingFound(
  disk: Disk,
  folders: readonly { readonly path: string; readonly shown: string }[],
): Promise<string> {
  let sql = 0;
  const programs = new Map<string, number>();
  for (const { path } of folders) {
    const seen = await passedOver(disk, path);
    sql += seen.sql;
    for (const [language, count] of seen.programs) {
      programs.set(language, (programs.get(language) ?? 0) + count);
    }
  }
  const where = folders.map((it) => it.shown).join(", ");
  return [
    `${where}: no SQL script that shows that it is Flink's, and no Java class with a main method that names Flink.`,
    ...(sql === 0
      ? []
      : [
          `${counted(sql, "SQL script")} without a sign of Flink: name the file, put '-- flink' on its first line, or list it under "scripts" in .flink-lineage.json.`,
        ]),
    ...[...programs].map(
      ([language, count]) =>
        `${counted(count, `${language} file`)} of Flink: ${language} is not read yet.`,
    ),
    "",
  ].join("\n");
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
