import { analyse, type FileAnalysis, type Unread } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { type Bench, cpuTimes, percentile } from "./bench.ts";

const at = "src/main/java/shop/OrdersJob.java";
const files = loadedFiles({
  readFile: () => Promise.resolve({ kind: "absent" }),
  readFolder: () => Promise.resolve({ kind: "absent" }),
});

export const bench: Bench = {
  title:
    "A key is pressed in 400 lines of SQL in a text block of Java: CPU to all diagnostics, warm",
  async run() {
    await loadGrammars();
    const one = await edits(jobOf(oneStatement()), 1);
    const several = await edits(jobOf(severalStatements()), 20);
    return [
      { what: "one statement, median", value: percentile(one, 50), unit: "ms" },
      { what: "one statement, p95", value: percentile(one, 95), unit: "ms", limit: 20 },
      { what: "20 statements, median", value: percentile(several, 50), unit: "ms" },
      { what: "20 statements, p95", value: percentile(several, 95), unit: "ms", limit: 20 },
    ];
  },
};

/** The CPU times of edits all over the block: a misspelt column comes and goes, and the diagnostics say so each time. */
async function edits(text: string, jobs: number): Promise<readonly number[]> {
  const places = [...text.matchAll(/amount >/g)].map((it) => it.index + "amoun".length);
  let result: FileAnalysis | Unread | undefined;
  const edit = async (time: number) => {
    const place = places[(time * 7) % places.length] ?? 0;
    files.put(at, time % 2 === 1 ? `${text.slice(0, place)}x${text.slice(place)}` : text);
    ({ result } = await inRounds(files, (it) => analyse(it, { flink: "2.2.1" }, at)));
  };
  const check = (time: number) => {
    const isSlip = time % 2 === 1;
    if (result === undefined) {
      throw new Error("There is no answer.");
    }
    const found = "unread" in result ? [] : result.diagnostics.map((it) => it.message);
    const told = found.filter((it) => it.startsWith("There is no column 'amounxt'"));
    const events = "unread" in result ? [] : result.predictions.flatMap((it) => it.events);
    if (told.length !== (isSlip ? 1 : 0) || (!isSlip && events.length !== jobs)) {
      throw new Error(`After edit ${time} there are ${events.length} events; told: ${found}`);
    }
  };
  await cpuTimes(300, edit, check);
  return cpuTimes(200, edit, check);
}

/** A job that makes its tables one by one, and executes each statement of the block. */
function jobOf(sql: string): string {
  return `package shop;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

public class OrdersJob {
  private static final String SQL = """
${sql}
      """;

  public static void main(String[] args) {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
${tables()
  .map((it) => `    tables.executeSql("""\n${it}\n        """);`)
  .join("\n")}
    for (String statement : SQL.split(";")) {
      if (!statement.isBlank()) {
        tables.executeSql(statement);
      }
    }
  }
}
`;
}

function tables(): readonly string[] {
  const columns = `id BIGINT, customer STRING, amount DECIMAL(12, 4), note STRING,
          placed_at TIMESTAMP(3), WATERMARK FOR placed_at AS placed_at - INTERVAL '5' SECOND`;
  const sources = Array.from(
    { length: 8 },
    (_, index) => `        CREATE TABLE orders_${index} (
          ${columns}
        ) WITH ('connector' = 'kafka', 'topic' = 'orders-${index}', 'format' = 'json',
          'properties.bootstrap.servers' = 'broker:9092', 'scan.startup.mode' = 'earliest-offset')`,
  );
  return [
    ...sources,
    `        CREATE TABLE customers (id STRING, country STRING, PRIMARY KEY (id) NOT ENFORCED)
        WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5432/shop', 'table-name' = 'customers')`,
    `        CREATE TABLE totals (customer STRING, size STRING, total DECIMAL(38, 4), n BIGINT,
          PRIMARY KEY (customer, size) NOT ENFORCED)
        WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5432/shop', 'table-name' = 'totals')`,
  ];
}

/** Twenty parts of twenty lines. */
const parts = Array.from({ length: 20 }, (_, index) => index);

function oneStatement(): string {
  const named = parts.map((it) => `      sized_${it} AS (\n${sized(it)}\n      )`).join(",\n");
  const united = parts.map((it) => `SELECT * FROM sized_${it}`).join(" UNION ALL ");
  return `      INSERT INTO totals\n      WITH\n${named}\n      ${united}`;
}

function severalStatements(): string {
  return parts.map((it) => `      INSERT INTO totals\n${sized(it)};`).join("\n");
}

function sized(index: number): string {
  return `        SELECT
          o.customer,
          o.size,
          SUM(o.amount) AS total,
          COUNT(*) AS n
        FROM (
          SELECT
            customer,
            amount,
            UPPER(note) AS note,
            CASE
              WHEN amount > 100 THEN 'large'
              ELSE 'small'
            END AS size
          FROM orders_${index % 8}
          WHERE amount > ${index} AND note IS NOT NULL
        ) AS o
        LEFT JOIN customers AS c ON o.customer = c.id
        WHERE c.country IN ('NL', 'DE')
        GROUP BY o.customer, o.size`;
}
