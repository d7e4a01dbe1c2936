import { expect, test } from "vitest";
import { analysed } from "../support/analysed.ts";
import { sectionOf } from "../support/section.ts";

const script = `SET table.sql-dialect=hive;
CREATE TABLE visits (page STRING) PARTITIONED BY (day STRING) STORED AS parquet;
INSERT OVERWRITE TABLE visits PARTITION (day = '2024-01-01') SELECT 'home';
SET table.sql-dialect=default;
CREATE TABLE visits (page STRING) STORED AS parquet;
`;

/** Hive's own parser reads what stands behind the SET, up to the SET that ends it: nothing is said of it. */
test("statements in Hive's dialect are not judged", async () => {
  const block = { word: "sql", attributes: new Map(), text: script, first: 1, last: 2 };
  const raw = { heading: "script", line: 0, blocks: [block] };
  const { section } = sectionOf("test/lint/hive-dialect.test.ts", raw);
  const [analysis] = await analysed(section, {});
  const lines = analysis?.diagnostics.map(
    (it) => script.slice(0, it.at.range.start).split("\n").length,
  );
  expect(lines).toEqual([5]);
  // The INSERT may start a job; the last statement is Flink's again, and fails.
  expect(analysis?.predictions.map((it) => it.outcome)).toEqual(["events", "exception"]);
});
