import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { judged, truthCases, type Verdict } from "../support/truth.ts";

const truth = resolve(import.meta.dirname, "../truth");
const list = resolve(truth, "exact.txt");
const listed = readFileSync(list, "utf8").split("\n").filter(Boolean);
const verdicts: Verdict[] = [];

beforeAll(async () => {
  for (const it of truthCases(truth)) {
    verdicts.push(await judged(it));
  }
  if (process.env.UPDATE_PAGES === "1") {
    // The list only grows by itself: taking a case off it is a decision.
    const exact = verdicts.filter((it) => it.exact && !it.undecidable).map((it) => it.id);
    writeFileSync(list, `${[...new Set([...listed, ...exact])].sort().join("\n")}\n`);
  }
}, 60_000);

test("every case of exact.txt is predicted exactly", () => {
  const lost = verdicts.filter((it) => !it.exact && listed.includes(it.id));
  expect(lost.map((it) => `${it.id}: ${it.difference}`)).toEqual([]);
});

test("every case that is exact stands in exact.txt (UPDATE_PAGES=1 adds it)", () => {
  const exact = verdicts.filter((it) => it.exact && !it.undecidable).map((it) => it.id);
  expect(exact.filter((id) => !listed.includes(id))).toEqual([]);
});

test("no prediction has a dataset that the recorded run lacks", () => {
  const wrong = verdicts.filter((it) => it.wrong.length > 0 && !it.undecidable);
  expect(wrong.map((it) => `${it.id}: ${it.wrong.join(", ")}`)).toEqual([]);
});
