import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { expect, test } from "vitest";
// @ts-expect-error: a plain script without types.
import { folders, membersOf } from "../../scripts/gen.mjs";

const root = resolve(import.meta.dirname, "../..");

/** Where the page of a member stands, by the folder of its kind. Undefined: facts of classes, which the pages of models show at work. */
const pageFolders: ReadonlyMap<string, string | undefined> = new Map([
  ["server/src/values/library", undefined],
  ["server/src/syntax/sql/statements", "test/syntax/sql"],
  ["server/src/syntax/host/languages", "test/syntax"],
  ["server/src/values/models", "test/values"],
  ["server/src/connectors/known", "test/connectors"],
  ["server/src/openlineage/facets", "test/openlineage"],
  ["server/src/lint/rules", "test/lint"],
  ["server/src/features", "test/features"],
  ["server/src/cli/commands", "test/cli"],
  ["server/src/cli/reporters", "test/cli"],
  ["server/src/cli/check-reporters", "test/cli/check-reporters"],
]);

function filesBelow(folder: string): readonly string[] {
  const path = resolve(root, folder);
  const files = existsSync(path) ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
  return files
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => !/(^|\/)(node_modules|dist|truth)\//.test(file));
}

const sources = filesBelow("server/src").filter((file) => file.endsWith(".ts"));
const pages = new Set(filesBelow("test").filter((file) => file.endsWith(".md")));

for (const folder of folders as readonly { readonly folder: string }[]) {
  test(`every file of ${folder.folder} has its page`, () => {
    const members: readonly { readonly name: string }[] = membersOf(root, folder);
    const pageFolder = pageFolders.get(folder.folder);
    expect(pageFolders.has(folder.folder), "this test does not know where its pages are").toBe(
      true,
    );
    const expected =
      pageFolder === undefined ? [] : members.map(({ name }) => `${pageFolder}/${name}.md`);
    expect(expected.filter((page) => !pages.has(page))).toEqual([]);
  });
}

test("every page of a rule or a connector belongs to one", () => {
  for (const [source, folder] of [
    ["server/src/lint/rules", "test/lint"],
    ["server/src/connectors/known", "test/connectors"],
  ] as const) {
    const names = new Set(
      (membersOf(root, { folder: source }) as readonly { readonly name: string }[]).map(
        (it) => it.name,
      ),
    );
    const strays = [...pages].filter(
      (page) =>
        // `kafka-java.md` is about the classes of `kafka`, as `kafka.md` is about its tables.
        page.startsWith(`${folder}/`) && !names.has(basename(page, ".md").replace(/-java$/, "")),
    );
    expect(strays).toEqual([]);
  }
});

test("names of files and folders are in kebab case", () => {
  const names = [...sources, ...pages].filter((file) => !file.endsWith("/README.md"));
  expect(names.filter((file) => !/^[a-z0-9-]+(\/[a-z0-9.-]+)*$/.test(file))).toEqual([]);
});

/** What makes an answer depend on more than what it was asked. */
const impurities = /\b(Date\.now\(|new Date\(\)|Math\.random\(|crypto\.|globalThis\b)|^(let|var) /m;

test("nothing left of workspace reads a clock, rolls a die or keeps state between calls", () => {
  const core = sources.filter((file) => !/^server\/src\/(workspace|lsp|cli)\//.test(file));
  // tree.ts keeps the loaded grammars: they are code, not state.
  const impure = core.filter(
    (file) =>
      file !== "server/src/syntax/host/tree.ts" &&
      impurities.test(readFileSync(resolve(root, file), "utf8")),
  );
  expect(impure).toEqual([]);
});

test("a suppressed check says why", () => {
  const suppression = /@ts-(ignore|nocheck)|@ts-expect-error(?!: \w)|biome-ignore (?!.*: \w)/;
  const files = [...sources, ...filesBelow("client"), ...filesBelow("test")].filter((file) =>
    /[.](ts|mjs)$/.test(file),
  );
  expect(
    files.filter(
      (file) =>
        file !== "test/repository/files.test.ts" &&
        suppression.test(readFileSync(resolve(root, file), "utf8")),
    ),
  ).toEqual([]);
});
