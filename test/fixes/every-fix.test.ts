import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editsOf } from "../../server/src/fixes/edits-of.ts";
import type { Fix } from "../../server/src/lint/fix.ts";
import type { Diagnostic } from "../../server/src/lint/rule.ts";
import { edited } from "../../server/src/text/edits.ts";
import { analysedFiles } from "../support/analysed.ts";
import { parsePage } from "../support/parse-page.ts";
import { type Section, sectionOf } from "../support/section.ts";

const folder = join(import.meta.dirname, "../lint");
const pages = readdirSync(folder).filter((it) => it.endsWith(".md"));

/** What each fix on the pages of the rules makes: the finding is gone, and Flink reads what it read before. */
describe.each(pages)("%s", (page) => {
  const path = `test/lint/${page}`;
  const { sections } = parsePage(readFileSync(join(folder, page), "utf8"));
  test.each(sections)("$heading", async (raw) => {
    const { section } = sectionOf(path, raw);
    const { diagnostics, files } = await found(section);
    for (const diagnostic of diagnostics) {
      for (const fix of diagnostic.fixes) {
        const made = editsOf(files, fix);
        if (!("why" in made)) {
          const after = section.files.map((it) => {
            const edits = made.find(({ file }) => file === it.path)?.edits ?? [];
            return { ...it, text: edited(it.text, edits) };
          });
          const left = (await found({ ...section, files: after })).diagnostics;
          expect(problemsOf(fix, diagnostic, diagnostics, left)).toEqual([]);
        }
      }
    }
  });
});

async function found(section: Section) {
  const { analyses, files } = await analysedFiles(section, {});
  return { diagnostics: analyses.flatMap((it) => it.diagnostics), files };
}

function problemsOf(
  { title }: Fix,
  mended: Diagnostic,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly string[] {
  const same = (it: Diagnostic) => it.rule === mended.rule && it.message === mended.message;
  const counts = [before, after].map((it) => it.filter(same).length);
  const syntax = after.filter((it) => it.rule === "syntax").map((it) => it.message);
  const known = before.filter((it) => it.rule === "syntax").map((it) => it.message);
  return [
    ...((counts[1] ?? 0) < (counts[0] ?? 0)
      ? []
      : [`${title}: it is still told: ${mended.message}`]),
    ...syntax.filter((it) => !known.includes(it)).map((it) => `${title}: ${it}`),
  ];
}
