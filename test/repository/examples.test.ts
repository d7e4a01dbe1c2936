import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { judged } from "../support/truth.ts";

const root = resolve(import.meta.dirname, "../..");
const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Recorded by running the example on the real Flink; the one without a recording is not wired. */
test.each(examples)("examples/%s is predicted as the real connector answered", async (example) => {
  const recording = join(root, "test/truth/examples", `${example}.json`);
  const folder = mkdtempSync(join(tmpdir(), "example-"));
  cpSync(join(root, "examples", example), folder, { recursive: true });
  const sent = existsSync(recording);
  if (sent) {
    cpSync(recording, join(folder, "start.json"));
  }
  const verdict = await judged({
    id: example,
    folder,
    outcome: sent ? "events" : "no-event",
    cause: sent ? undefined : { kind: "wiring" },
    args: [],
    environment: {},
    topicsAtBroker: undefined,
    undecidable: undefined,
  });
  rmSync(folder, { recursive: true });
  expect(verdict.difference).toBeUndefined();
});
