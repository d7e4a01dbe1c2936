import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document, Feature } from "../../server/src/features/feature.ts";
import { features } from "../../server/src/features/index.gen.ts";
import { positionsOf } from "../../server/src/features/support/positions.ts";
import { analyse } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { textDisk } from "../../server/src/workspace/text-disk.ts";

const truth = join(import.meta.dirname, "../truth");
const recorded = readdirSync(truth, { recursive: true, encoding: "utf8" }).sort();
const textsOf = (ending: string) =>
  recorded
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(truth, file), "utf8"));
const scripts = textsOf(".sql");
const programs = textsOf("Job.java");

async function documentOf(text: string, file: string): Promise<Document> {
  const files = loadedFiles(textDisk(new Map([[file, text]])));
  const { result } = await inRounds(files, (snapshot) => analyse(snapshot, {}, file));
  if ("unread" in result) {
    throw new Error(result.unread);
  }
  const uri = `file:///${file}`;
  const positions = positionsOf(text, "utf-16");
  return {
    ...result,
    broken: false,
    uri,
    positions,
    uriOf: () => uri,
    files: files.snapshot(),
    pageOf: () => undefined,
  };
}

/** Asks every feature about one place, and what comes back must be sendable. */
function askAll(document: Document, offset: number): void {
  const { uri, positions } = document;
  const position = positions.positionOf(offset);
  const range = { start: position, end: position };
  const diagnostics = features.find((it) => it.method === "textDocument/diagnostic");
  const params = {
    textDocument: { uri },
    position,
    range,
    context: { includeDeclaration: true, diagnostics: [] },
  };
  for (const feature of [...features, ...(diagnostics ? [diagnostics] : [])]) {
    const answer = feature.answer(document, params as Parameters<Feature["answer"]>[1]);
    expect(() => JSON.stringify(answer ?? null)).not.toThrow();
  }
}

test.each([
  [
    "scripts",
    "job.flink.sql",
    scripts,
    ["", "'", "`", "(", ");", " SELECT ", " WITH (", "/*", "."],
  ],
  ["programs", "src/main/java/Job.java", programs, ["", '"', "(", ");", "{", "}", "/*", ".", "="]],
] as const)(
  "features answer on half-typed and broken %s, anywhere",
  async (_, file, texts, puts) => {
    expect(texts.length).toBeGreaterThan(50);
    await loadGrammars();
    const damaged = fc.record({
      whole: fc.constantFrom(...texts),
      cut: fc.nat(),
      length: fc.nat(60),
      put: fc.constantFrom(...puts),
      place: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(damaged, async ({ whole, cut, length, put, place }) => {
        const at = cut % (whole.length + 1);
        const text = whole.slice(0, at) + put + whole.slice(at + length);
        const document = await documentOf(text, file);
        askAll(document, Math.min(at + put.length, text.length));
        askAll(document, place % (text.length + 1));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  },
);
