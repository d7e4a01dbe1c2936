import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { largestFile } from "../../server/src/workspace/files.ts";
import { nodeDisk } from "../../server/src/workspace/node-disk.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flink-lineage-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["text", "topic=orders\n", { kind: "file", text: "topic=orders\n" }],
  ["no text", "topic\0orders", { kind: "refused", reason: "The file is no text." }],
  [
    "large",
    "a".repeat(largestFile + 1),
    { kind: "refused", reason: "The file is larger than 2 MB." },
  ],
])("a file that is %s", async (_, text, state) => {
  writeFileSync(join(folder, "job.properties"), text);
  expect(await nodeDisk(folder).readFile("job.properties")).toEqual(state);
});
