import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FlinkSQL } from "dt-sql-parser";
import { parseScript } from "../../server/src/syntax/sql/parse-script.ts";
import { type Bench, medianTime } from "./bench.ts";

export const bench: Bench = {
  title:
    "Flink SQL parser beside dt-sql-parser (ANTLR), one run, warm, median of 5: all scripts of test/truth",
  async run() {
    const scripts = scriptsBelow("test/truth");
    const characters = scripts.reduce((sum, it) => sum + it.length, 0);
    const statements = scripts.reduce((sum, it) => sum + parsed(it).statements.length, 0);
    const peer = new FlinkSQL();
    const ours = await measured(() => scripts.forEach(parsed));
    const theirs = await measured(() => {
      for (const script of scripts) {
        peer.parse(script, () => undefined);
      }
    });
    const rows = (name: string, milliseconds: number) => [
      { what: `${name}: throughput`, value: characters / 1000 / milliseconds, unit: "MB/s" },
      { what: `${name}: a statement`, value: milliseconds / statements, unit: "ms" },
    ];
    return [
      { what: "scripts", value: scripts.length, unit: `(${statements} statements)` },
      ...rows("flink-lineage", ours),
      ...rows("dt-sql-parser", theirs),
      { what: "flink-lineage is faster by", value: theirs / ours, unit: "times" },
    ];
  },
};

function parsed(script: string) {
  return parseScript(script, { version: "2.2" });
}

/** Warm: the first runs are the compiler's. */
async function measured(run: () => void): Promise<number> {
  await medianTime(3, run);
  return medianTime(5, run);
}

function scriptsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}
