import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { judged, truthCases } from "./support/truth.ts";

const root = join(import.meta.dirname, "truth");
const list = join(root, "exact.txt");
const updating = process.env.UPDATE_PAGES === "1";
const listed = new Set(
  readFileSync(list, "utf8")
    .split("\n")
    .filter((it) => it !== ""),
);

/** Invariant: `exact.txt` holds every case that is exact and no other, so that none can be lost unseen. */
describe("the predictions of recorded runs", () => {
  const gained: string[] = [];

  for (const truth of truthCases(root)) {
    test(truth.id, async () => {
      const { exact, undecidable, difference, wrong } = await judged(truth);
      if (listed.has(truth.id)) {
        expect(difference).toBeUndefined();
      }
      if (undecidable) {
        return;
      }
      expect(wrong).toEqual([]);
      if (updating && exact) {
        gained.push(truth.id);
      } else {
        expect(exact && !listed.has(truth.id), "exact now: UPDATE_PAGES=1 adds it").toBe(false);
      }
    });
  }

  test("exact.txt names cases that exist", () => {
    const known = new Set(truthCases(root).map((it) => it.id));
    expect([...listed].filter((it) => !known.has(it))).toEqual([]);
  });

  if (updating) {
    // The list only grows by itself: taking a case off it is a decision.
    afterAll(() => {
      writeFileSync(
        list,
        [...new Set([...listed, ...gained])]
          .sort()
          .map((it) => `${it}\n`)
          .join(""),
      );
    });
  }
});
