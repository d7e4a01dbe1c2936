import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actionsOf, mendedText } from "../support/actions.ts";
import { documentOf, findingDocuments } from "../support/document.ts";
import { parsePage } from "../support/parse-page.ts";
import { type Section, sectionOf } from "../support/section.ts";
import { truthCases, unwiredDifference } from "../support/truth.ts";

const page = readFileSync(join(import.meta.dirname, "registered-jobs.md"), "utf8");
const cases = new Map(
  truthCases(join(import.meta.dirname, "../truth")).map((it) => [it.id.split("/")[1], it]),
);

/** What the page shows as mended is what was recorded, and what was recorded is what was predicted before. */
describe.each(parsePage(page).sections)("$heading", (raw) => {
  const { section } = sectionOf("test/features/registered-jobs.md", raw);
  const truth = cases.get(raw.heading);

  test("the action makes the program that was recorded", async () => {
    const wanted = raw.heading.startsWith("set-") ? /^SET the listener/ : /^(Register|Name)/;
    const files = (await mended(section, wanted)).filter((it) => it.path !== "pom.xml");
    for (const { path, text } of files) {
      expect(text.trimEnd()).toBe(readFileSync(join(truth?.folder ?? "", path), "utf8").trimEnd());
    }
  });

  test("the recorded event is the one predicted for the program as it was", async () => {
    const before = section.files.filter((it) => it.path !== "pom.xml");
    expect(truth && (await unwiredDifference(truth, before))).toBeUndefined();
    expect(truth).toBeDefined();
  });
});

/** The files when the action was taken for each job, one after the other. */
async function mended(section: Section, wanted: RegExp): Promise<Section["files"]> {
  const document = await documentOf(section);
  const documents = [document, ...(await findingDocuments(section, document))];
  const action = documents
    .flatMap((it) => actionsOf(it, undefined))
    .find((it) => wanted.test(it.title) && it.edit !== undefined);
  if (action === undefined) {
    return section.files;
  }
  const files = section.files.map((it) => ({
    ...it,
    text: mendedText(it.text, action, document.uriOf(it.path)),
  }));
  return mended({ ...section, files }, wanted);
}
