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
    const place = script.lastIndexOf("total > 470") + "total > ".length;
    const edited = (time: number) => `${script.slice(0, place)}${time}${script.slice(place)}`;
    const first = await medianCpu(1, () => analysed(script));
    await medianCpu(30, (time) => analysed(edited(time)));
    const whole = await medianCpu(30, (time) => analysed(edited(time)));
    let previous = await analysed(script);
    const edit = async (time: number) => {
      previous = await analysed(edited(time), previous);
    };
    await medianCpu(50, edit);
    const after = await medianCpu(100, edit);
    return [
      { what: "first of the process", value: first, unit: "ms" },
      { what: "from nothing", value: whole, unit: "ms", limit: 50 },
      { what: "after an edit in the last tenth", value: after, unit: "ms", limit: 5 },
    ];
  },
};

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
