import { relative, resolve } from "node:path";
import { expect, test } from "vitest";
// @ts-expect-error: a plain script without types.
import { staleIndexes } from "../../scripts/gen.mjs";

const root = resolve(import.meta.dirname, "../..");

test("every index is what `npm run gen` writes", () => {
  const stale: readonly { readonly path: string }[] = staleIndexes(root);
  expect(stale.map(({ path }) => relative(root, path))).toEqual([]);
});
