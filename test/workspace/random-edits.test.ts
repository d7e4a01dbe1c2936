import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";

/** Statements that change what those behind them mean, and statements that rest on others. */
const statements = [
  ...["a", "b", "c"].flatMap((name) => [
    `CREATE TABLE ${name} (id BIGINT, v STRING) WITH ('connector' = 'kafka', 'topic' = '${name}', 'properties.bootstrap.servers' = 'k:9092', 'format' = 'json');`,
    `CREATE TABLE IF NOT EXISTS ${name} (id INT, w STRING, at_time TIMESTAMP(3), WATERMARK FOR at_time AS at_time) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5432/shop', 'table-name' = '${name}');`,
    `CREATE TEMPORARY TABLE ${name} (id BIGINT, v STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 't-${name}', 'properties.bootstrap.servers' = 'k:9092', 'key.format' = 'json', 'value.format' = 'json');`,
    `ALTER TABLE ${name} SET ('topic' = 'other-${name}', 'password' = 'x');`,
    `ALTER TABLE ${name} ADD (extra STRING);`,
    `ALTER TABLE ${name} RENAME TO b;`,
    `DROP TABLE IF EXISTS ${name};`,
    `DROP TEMPORARY TABLE IF EXISTS ${name};`,
    `CREATE VIEW view_${name} AS SELECT id, UPPER(v) AS v FROM ${name} WHERE id > 3;`,
    `CREATE OR REPLACE TEMPORARY VIEW view_${name} AS SELECT * FROM a;`,
    `DROP VIEW view_${name};`,
    `INSERT INTO ${name} SELECT * FROM view_a;`,
    `INSERT INTO ${name} SELECT id, v FROM view_b UNION ALL SELECT id, v FROM c WHERE id IN (SELECT id FROM a);`,
    `INSERT INTO b SELECT x.id, MAX(y.v) FROM ${name} AS x LEFT JOIN view_c AS y ON x.id = y.id GROUP BY x.id;`,
    `CREATE TABLE made WITH ('connector' = 'print') AS SELECT id, v FROM ${name};`,
  ]),
  "SET 'execution.runtime-mode' = 'batch';",
  "SET 'pipeline.name' = 'named';",
  "SET 'openlineage.job.namespace' = 'elsewhere';",
  "RESET;",
  "CREATE DATABASE other;",
  "USE other;",
  "USE default_database;",
  "CREATE CATALOG outside WITH ('type' = 'hive');",
  "USE CATALOG outside;",
  "USE CATALOG default_catalog;",
  "CREATE FUNCTION f AS 'org.F';",
  "DROP FUNCTION f;",
  "BEGIN STATEMENT SET;",
  "END;",
  "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT * FROM b; INSERT INTO c SELECT * FROM b; END;",
  "SELECT * FROM a;",
  "INSERT INTO a SELEC;",
  "-- flink-lineage-disable unknown-table\n",
  "/* unfinished",
];

const statement = fc.constantFrom(...statements);

type Edit = (script: readonly string[]) => readonly string[];

/** Most edits change one statement; some change a character of the text, wherever it stands. */
const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom("insert", "delete", "replace", "swap", "type", "lengthen"),
    place: fc.nat(1000),
    statement,
    character: fc.constantFrom(";", "'", "x", " ", "\n", "(", "--"),
  })
  .map(({ kind, place, statement: other, character }): Edit => {
    return (script) => {
      const at = place % (script.length + 1);
      const own = script[at] ?? "";
      const middle = place % (own.length + 1);
      switch (kind) {
        case "insert":
          return script.toSpliced(at, 0, other);
        case "delete":
          return script.toSpliced(at, 1);
        case "replace":
          return script.toSpliced(at, 1, other);
        case "swap":
          return script.toSpliced(at, 2, ...script.slice(at, at + 2).reverse());
        case "type":
          return script.toSpliced(at, 1, own.slice(0, middle) + character + own.slice(middle));
        default:
          return script.toSpliced(at, 1, own.replace(/\bid\b/, "ident"));
      }
    };
  });

const files = loadedFiles({
  readFile: async () => ({ kind: "absent" }),
  readFolder: async () => ({ kind: "absent" }),
});

async function analysed(text: string, previous?: FileAnalysis): Promise<FileAnalysis> {
  files.put("job.sql", text);
  const { result } = await inRounds(files, (it) =>
    analyse(it, { flink: "2.2.1" }, "job.sql", previous),
  );
  if ("unread" in result) {
    throw new Error(result.unread);
  }
  return result;
}

/** All that is said of a script, with each statement's own part. */
function told({ predictions, diagnostics, script }: FileAnalysis): unknown {
  const steps = script?.steps.map(({ statement, session, findings, undecided, jobs, reached }) => ({
    range: statement.range,
    session,
    findings,
    undecided,
    jobs,
    reached,
  }));
  return JSON.parse(JSON.stringify({ predictions, diagnostics, steps }, withMaps));
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;
}

test("after any edits the answer is the one of a fresh analysis", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { minLength: 2, maxLength: 14 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      async (start, edits) => {
        let script: readonly string[] = start;
        let incremental = await analysed(script.join("\n"));
        for (const change of edits) {
          const before = script.join("\n");
          script = change(script);
          const after = script.join("\n");
          incremental = await analysed(after, incremental);
          expect(told(incremental), `${before}\n=====>\n${after}`).toEqual(
            told(await analysed(after)),
          );
        }
      },
    ),
    { numRuns: 40, seed: 20 },
  );
}, 60_000);
