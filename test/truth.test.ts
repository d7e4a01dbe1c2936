import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judged, truthCases } from "./support/truth.ts";

const root = join(import.meta.dirname, "truth");
const exact = new Set(
  readFileSync(join(root, "exact.txt"), "utf8")
    .split("\n")
    .filter((it) => it !== ""),
);

describe("the predictions of recorded runs", () => {
  for (const truth of truthCases(root)) {
    test(truth.id, async () => {
      const verdict = await judged(truth);
      if (exact.has(truth.id)) {
        expect(verdict.difference).toBeUndefined();
      }
      if (!verdict.undecidable) {
        expect(verdict.wrong).toEqual([]);
      }
    });
  }

  test("exact.txt names cases that exist", () => {
    const known = new Set(truthCases(root).map((it) => it.id));
    expect([...exact].filter((it) => !known.has(it))).toEqual([]);
  });
});
