import { expect, test } from "vitest";
import { parseScript } from "../../server/src/syntax/sql/parse-script.ts";

const statements = [
  "CREATE TABLE IF NOT EXISTS a.b (id BIGINT, at AS PROCTIME(), PRIMARY KEY (id) NOT ENFORCED, WATERMARK FOR at AS at) COMMENT 'c' PARTITIONED BY (id) WITH ('connector' = 'kafka', 'topic' = 't') LIKE c (EXCLUDING ALL)",
  "CREATE TABLE t (a, b) WITH ('k' = 'v') AS SELECT 1, 2",
  "CREATE CATALOG c COMMENT 'c' WITH ('type' = 'jdbc')",
  "ALTER TABLE t ADD (a INT FIRST, b STRING AFTER a), SET ('k' = 'v')",
  "INSERT INTO t PARTITION (p = 1) (a, b) SELECT a, b FROM s /*+ OPTIONS('k' = 'v') */ WHERE a IN (1, 2) GROUP BY a, b",
  "INSERT INTO t VALUES (1, 'a'), (2, 'b')",
];

/** The text that only the run knows stands where any stretch of a statement was; what is left may end anywhere. */
test.each(statements)("%s ends with a stretch that is not known", (statement) => {
  const words = statement.split(/(?<=\W)|(?=\W)/);
  for (let from = 0; from < words.length; from++) {
    for (let to = from; to <= words.length; to += 3) {
      for (const end of [words.length, to + 1]) {
        const text = [...words.slice(0, from), "\uE000", ...words.slice(to, end)].join("");
        const { statements: found } = parseScript(text, {
          version: "2.2",
          holes: true,
          strict: true,
        });
        expect(found.length).toBeGreaterThan(0);
      }
    }
  }
});
