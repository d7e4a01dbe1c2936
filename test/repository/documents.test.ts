import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/run.ts";

const root = resolve(import.meta.dirname, "../..");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
];
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Places that a fresh clone does not have: what is built, and names with a placeholder. */
const notInRepository = /^(out|server\/dist|dist)\/|[<*{]|\.\.\./;

test.each(documents)("links and paths of %s lead somewhere", (document) => {
  const text = read(document);
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((it) =>
    join(dirname(document), it[1] ?? ""),
  );
  const paths = [...text.matchAll(/`((?:server|client|test|scripts|syntaxes|examples)\/[^` ]*)`/g)]
    .map((it) => it[1] ?? "")
    .filter((path) => !notInRepository.test(path));
  expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(documents)("commands of %s are scripts of package.json", (document) => {
  const scripts: object = JSON.parse(read("package.json")).scripts;
  const named = [...read(document).matchAll(/npm run ([\w:]+)/g)].map((it) => it[1] ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("ARCHITECTURE.md can be read in one sitting", () => {
  expect(read("ARCHITECTURE.md").split("\n").length).toBeLessThan(200);
});

test("README.md shows what is printed", async () => {
  let printed = "";
  await runCommandLine(
    {
      cwd: join(root, "examples/shop-orders"),
      colours: false,
      out: (text) => {
        printed += text;
      },
      error: (text) => {
        printed += text;
      },
    },
    ["predict"],
  );
  expect(/```text\n([\s\S]*?)```/.exec(read("README.md"))?.[1]?.trimEnd()).toBe(printed.trimEnd());
});

test("no file names a machine of ours or a registry", () => {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  // The names are put together here, so that this file is not a finding itself.
  const forbidden = new RegExp(["/wo" + "rk/", "/ro" + "ot/", "registry\\.npm" + "js"].join("|"));
  const found = stdout
    .split("\0")
    .filter((file) =>
      /[.](md|ts|mjs|cjs|json|ya?ml|sh|lua|sql|java|xml|properties|txt)$/.test(file),
    )
    .filter((file) => existsSync(join(root, file)) && forbidden.test(read(file)));
  expect(found).toEqual([]);
});
