import { expect, test } from "vitest";
import { applied } from "../support/catalog-script.ts";
import { recorded } from "../support/recorded.ts";

/**
 * What the planners of Flink 1.17, 1.20 and 2.2 say of a call: `kinds` were tried at each place, in all combinations, and one planner
 * or more took those of `takes` (the letters of `facts/function-arguments.ts`; with three places, fewer were tried).
 */
interface Row {
  readonly setup?: string;
  readonly call: string;
  readonly kinds: string;
  readonly takes: string;
}

const [first, ...rows] = recorded<Row>("function-arguments.jsonl");
const { session } = applied(first?.setup ?? "", { version: "2.2" });

const columns: Readonly<Record<string, string>> = {
  b: "b",
  i: "i",
  l: "l",
  c: "dc",
  f: "d",
  t: "s",
  y: "y",
  d: "dt",
  m: "tm",
  s: "ts",
  z: "lz",
  a: "ai",
  p: "mp",
  r: "r",
  h: "INTERVAL '1' DAY",
  j: "INTERVAL '1' MONTH",
};

const calls = rows.flatMap(({ call, kinds, takes }) => {
  const taken = new Set(takes.split(" "));
  const places = /\{2\}/.test(call) ? 3 : /\{1\}/.test(call) ? 2 : 1;
  return combinations(kinds, places).map((given) => ({
    expression: [...given].reduce(
      (text, kind, index) => text.replaceAll(`{${index}}`, columns[kind] ?? kind),
      call,
    ),
    isTaken: taken.has(given),
  }));
});

test("a call that Flink takes is not refused", () => {
  expect(calls.filter((it) => it.isTaken).flatMap((it) => faultOf(it.expression))).toEqual([]);
});

test("nearly all calls that Flink refuses are refused", () => {
  const refused = calls.filter((it) => !it.isTaken);
  const untold = refused.filter((it) => faultOf(it.expression).length === 0);
  expect(untold.length / refused.length).toBeLessThan(0.08);
});

function combinations(kinds: string, places: number): readonly string[] {
  return places === 0
    ? [""]
    : combinations(kinds, places - 1).flatMap((before) => [...kinds].map((it) => before + it));
}

function faultOf(expression: string): readonly string[] {
  const { effects } = applied(`SELECT ${expression} AS c FROM t`, { version: "2.2", session });
  return effects.flatMap((it) => (it.kind === "failure" ? [`${expression}: ${it.message}`] : []));
}
