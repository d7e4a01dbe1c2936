import fc from "fast-check";
import { expect, test } from "vitest";
import { parseScript } from "../../server/src/syntax/sql/parse-script.ts";
import { checkText, texts } from "./sql.ts";

/** `FUZZ_RUNS=100000` is the long run. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 1500);

test("any text is parsed", { timeout: 600_000 }, () => {
  fc.assert(fc.property(texts, fc.boolean(), checkText), { numRuns });
});

/** The shapes that nest or lean, each of a length. */
const shapes: Readonly<Record<string, (count: number) => string>> = {
  parentheses: (count) => `SELECT ${"(".repeat(count)}1${")".repeat(count)}`,
  "open parentheses": (count) => `SELECT ${"(".repeat(count)}`,
  "sub-queries": (count) => `SELECT * FROM ${"(SELECT * FROM ".repeat(count)}t${")".repeat(count)}`,
  calls: (count) => `SELECT ${"f(".repeat(count)}1${")".repeat(count)}`,
  "row types": (count) => `CREATE TABLE t (a ${"ROW<a ".repeat(count)}INT${">".repeat(count)})`,
  "prefix operators": (count) => `SELECT ${"NOT - ".repeat(count)}a`,
  "OR in a row": (count) => `SELECT a${" OR a".repeat(count)}`,
  "UNION in a row": (count) => `SELECT 1${" UNION ALL SELECT 1".repeat(count)}`,
  "joins in a row": (count) => `SELECT * FROM t${" JOIN t ON a = b".repeat(count)}`,
  "WITH inside WITH": (count) => `${"WITH a AS (".repeat(count)}SELECT 1`,
  "broken statements": (count) => "SELECT (a, FROM;".repeat(count),
  "open comments": (count) => "/*".repeat(count),
  "underscores and dots": (count) => "_a.".repeat(count),
  dollars: (count) => "a.b$".repeat(count),
};

test.each(Object.entries(shapes))("%s take linear time", (_name, shape) => {
  const short = timeOf(shape(2_500));
  const long = timeOf(shape(10_000));
  // Four times the length; the rest is room for a busy machine.
  expect(long).toBeLessThan(Math.max(1_000, short * 40));
});

function timeOf(text: string): number {
  const start = performance.now();
  parseScript(text, { version: "2.3" });
  return performance.now() - start;
}

test("a long script is parsed", { timeout: 120_000 }, () => {
  // 5 MB in the long run.
  const count = numRuns > 10_000 ? 80_000 : 10_000;
  const text = "INSERT INTO b SELECT a, COUNT(*) FROM t WHERE c = 'x' GROUP BY a;\n".repeat(count);
  expect(parseScript(text, { version: "2.3" }).statements).toHaveLength(count);
});
