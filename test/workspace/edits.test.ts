import { expect, test } from "vitest";
import { analyse, type FileAnalysis } from "../../server/src/workspace/analyse.ts";
import { loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";

const table = (name: string) =>
  `CREATE TABLE ${name} (id BIGINT) WITH ('connector' = 'datagen', 'no-such' = 'x');\n`;
const script = `${table("a")}${table("b")}CREATE TABLE c (id BIGINT) WITH ('connector' = 'print');
INSERT INTO c SELECT id FROM a;
INSERT INTO c SELECT nope FROM b;
`;

const files = loadedFiles({
  readFile: async () => ({ kind: "absent" }),
  readFolder: async () => ({ kind: "absent" }),
});

async function analysed(text: string, flink: string, previous?: FileAnalysis) {
  files.put("job.sql", text);
  const { result } = await inRounds(files, (it) => analyse(it, { flink }, "job.sql", previous));
  if ("unread" in result) {
    throw new Error(result.unread);
  }
  return result;
}

const shown = ({ predictions, diagnostics }: FileAnalysis) => ({ predictions, diagnostics });

test.each([
  ["at the end", (it: string) => it.replace("nope", "id")],
  [
    "in the middle",
    (it: string) => it.replace("'datagen', 'no-such'", "'datagen', 'number-of-rows'"),
  ],
  ["at the front", (it: string) => `-- a comment\n${it}`],
  ["a statement gone", (it: string) => it.replace("INSERT INTO c SELECT id FROM a;\n", "")],
])("after an edit %s the answer is the one of a fresh analysis", async (_, edit) => {
  const before = await analysed(script, "2.2.1");
  const edited = await analysed(edit(script), "2.2.1", before);
  expect(shown(edited)).toEqual(shown(await analysed(edit(script), "2.2.1")));
});

test.each([
  ["a comment", "/* "],
  ["a quote", "'"],
])("%s that is left open reads on into what is written behind it", async (_, open) => {
  const text = `${open}${table("a")}${table("b")}`.trimEnd();
  const edited = `${text}\n${table("c")}`;
  const before = await analysed(text, "2.2.1");
  expect(shown(await analysed(edited, "2.2.1", before))).toEqual(
    shown(await analysed(edited, "2.2.1")),
  );
});

test("what did not change is taken over", async () => {
  const before = await analysed(script, "2.2.1");
  const edited = await analysed(script.replace("nope", "id"), "2.2.1", before);
  expect(edited.predictions[0]).toBe(before.predictions[0]);
  expect(edited.script?.steps[0]).toBe(before.script?.steps[0]);
});

test("for another version of Flink nothing is taken over", async () => {
  const sound = script.replaceAll(", 'no-such' = 'x'", "");
  const before = await analysed(sound, "2.2.1");
  const other = await analysed(sound, "1.20.1", before);
  expect(other.predictions[0]?.cause?.kind).toBe("nothing-to-send");
});
