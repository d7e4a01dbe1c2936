import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { type Bench, medianCpu } from "./bench.ts";

const at = "job.sql";
const files = loadedFiles({
  readFile: () => Promise.resolve({ kind: "absent" }),
  readFolder: () => Promise.resolve({ kind: "absent" }),
});

export const bench: Bench = {
  title: "Predicting a script of 500 statements, all jobs and diagnostics: CPU, median, warm",
  async run() {
    const script = scriptOf500();
    let analysis: FileAnalysis | undefined;
    const whole = async (time: number) => {
      analysis = await analysed(script.replace("total > 470", `total > 470${time}`));
    };
    const check = () => expectWhole(analysis, 388);
    const first = await medianCpu(1, whole, check);
    await medianCpu(100, whole, check);
    const fromNothing = await medianCpu(50, whole, check);
    // The first table and the first INSERT of the last tenth.
    const table = await afterEdits(script, "'orders-450'", (time) => `'orders-450-${time}'`, 388);
    const insert = await afterEdits(
      script,
      "FROM source_450 WHERE id IN",
      (time) => `FROM source_${(time % 80) * 5} WHERE id IN`,
      389,
    );
    return [
      { what: "first of the process", value: first, unit: "ms" },
      { what: "from nothing", value: fromNothing, unit: "ms", limit: 50 },
      { what: "after an edit of a table, last tenth", value: table, unit: "ms", limit: 5 },
      { what: "after an edit of an INSERT, last tenth", value: insert, unit: "ms", limit: 5 },
    ];
  },
};

/** The 200 jobs with all their tables, and the 100 hints that two jobs share a name. */
function expectWhole(analysis: FileAnalysis | undefined, tablesRead: number): void {
  const { predictions = [], diagnostics = [] } = analysis ?? {};
  const events = predictions.flatMap((it) => it.events);
  const inputs = events.flatMap((it) => it.inputs).length;
  const outputs = events.flatMap((it) => it.outputs).length;
  const counts = [events.length, inputs, outputs, diagnostics.length].join(" ");
  if (counts !== `200 ${tablesRead} 200 100`) {
    throw new Error(`Events, inputs, outputs, diagnostics: ${counts}`);
  }
}

/** Edits of one place, each of which must change the answer. */
async function afterEdits(
  script: string,
  place: string,
  instead: (time: number) => string,
  tablesRead: number,
): Promise<number> {
  let previous = await analysed(script);
  let before = "";
  const edit = async (time: number) => {
    previous = await analysed(script.replace(place, instead(time)), previous);
  };
  const check = (time: number) => {
    expectWhole(previous, tablesRead);
    const after = lastJobs(previous);
    if (after === before) {
      throw new Error(`Edit ${time} of ${place} changed nothing.`);
    }
    before = after;
  };
  await medianCpu(50, edit, check);
  return medianCpu(100, edit, check);
}

function lastJobs({ predictions }: FileAnalysis): string {
  return JSON.stringify(predictions.slice(-20).flatMap((it) => it.events));
}

async function analysed(text: string, previous?: FileAnalysis): Promise<FileAnalysis> {
  files.put(at, text);
  const { result } = await inRounds(files, (it) => analyse(it, { flink: "2.2.1" }, at, previous));
  if ("unread" in result) {
    throw new Error(result.unread);
  }
  return result;
}

/** As written by hand: of five statements two are tables, one is a view, and two write. */
function scriptOf500(): string {
  return Array.from({ length: 500 }, (_, index) => statement(index)).join("\n");
}

function statement(index: number): string {
  const table = index - (index % 5);
  // The tables and views of a block name those of a block before it, as scripts do that grow.
  const earlier = table > 25 ? table - 25 : table;
  switch (index % 5) {
    case 0:
      return sourceTable(table);
    case 1:
      return `CREATE TABLE sink_${table} (customer STRING, total DECIMAL(38, 2), n BIGINT NOT NULL, PRIMARY KEY (customer) NOT ENFORCED)
WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5432/shop', 'table-name' = 'public.totals_${table}', 'username' = 'etl');`;
    case 2:
      return `CREATE VIEW view_${table} AS
SELECT id, customer, CAST(amount AS DECIMAL(10, 2)) AS amount, UPPER(note) AS note, placed_at
FROM source_${table} WHERE amount > ${index} AND note IS NOT NULL;`;
    case 3:
      return `INSERT INTO sink_${table}
SELECT o.customer, SUM(o.amount) AS total, COUNT(*) AS n
FROM view_${table} AS o JOIN source_${earlier} AS p ON o.id = p.id
WHERE p.amount < 100 AND o.note <> 'test'
GROUP BY o.customer;`;
    default:
      return `INSERT INTO sink_${earlier} WITH big AS (SELECT customer, amount AS total FROM view_${table})
SELECT customer, total, 1 FROM big WHERE total > ${index + 1}
UNION ALL SELECT customer, CAST(0 AS DECIMAL(38, 2)), 2 FROM source_${table} WHERE id IN (SELECT id FROM view_${earlier});`;
  }
}

function sourceTable(index: number): string {
  return `-- The orders of shop ${index}.
CREATE TABLE source_${index} (
  id BIGINT,
  customer STRING,
  amount DECIMAL(12, 4) COMMENT 'before tax',
  note STRING,
  lines ARRAY<ROW<sku STRING, pieces INT>>,
  placed_at TIMESTAMP(3),
  WATERMARK FOR placed_at AS placed_at - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-${index}',
  'properties.bootstrap.servers' = 'broker-1:9092,broker-2:9092',
  'properties.group.id' = 'lineage',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);`;
}
