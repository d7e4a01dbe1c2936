import { readdirSync, readFileSync } from "node:fs";
import { FlinkSQL } from "dt-sql-parser";
import { parseScript, type Script } from "../../server/src/syntax/sql/parse-script.ts";
import type { Bench, Measure } from "./bench.ts";

const pages = "test/syntax/sql";

/** The SQL of the pages of syntax. */
function samples(): readonly string[] {
  return readdirSync(pages).flatMap((page) =>
    [...readFileSync(`${pages}/${page}`, "utf8").matchAll(/```sql[^\n]*\n([\s\S]*?)```/g)].map(
      ([, sql = ""]) => sql.replace(/ -- error: .*$/gm, ""),
    ),
  );
}

/** CPU milliseconds, so that a busy machine does not change the answer. */
function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const bench: Bench = {
  title: "The Flink SQL parser beside dt-sql-parser, on the SQL of the pages",
  run: () => Promise.resolve(measures()),
};

function measures(): readonly Measure[] {
  const texts = samples();
  const first = cpuTime(() => parseScript(texts[0] ?? "", { version: "2.3" }));
  const parser = new FlinkSQL();
  const ours = () => texts.map((it) => parseScript(it, { version: "2.3" }));
  const theirs = () => texts.map((it) => parser.validate(it));
  const own = warm(ours, 40) / texts.length;
  const characters = texts.reduce((sum, it) => sum + it.length, 0) / texts.length;
  return [
    { what: "first parse of the process", value: first, unit: "ms", limit: 100 },
    { what: "a text, warm", value: own, unit: "ms", limit: 0.5 },
    { what: "a text, warm, dt-sql-parser", value: warm(theirs, 3) / texts.length, unit: "ms" },
    { what: "speed, warm", value: characters / 1000 / own, unit: "MB/s" },
    { what: "an edit in the last tenth of 500 statements", value: edit(), unit: "ms", limit: 10 },
  ];
}

function warm(run: () => void, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    best = Math.min(best, cpuTime(run));
  }
  return best;
}

function edit(): number {
  const statement = "INSERT INTO b SELECT a, COUNT(*) AS n FROM t WHERE c = 'x' GROUP BY a;\n";
  const text = statement.repeat(500);
  const at = Math.floor(text.length * 0.95);
  let previous: Script = parseScript(text, { version: "2.3" });
  const times = 50;
  const spent = cpuTime(() => {
    for (let time = 0; time < times; time++) {
      const edited = `${text.slice(0, at)}${"x".repeat(1 + (time % 2))}${text.slice(at)}`;
      previous = parseScript(edited, { version: "2.3", previous });
    }
  });
  return spent / times;
}
