// `npm run faults`: plants faults in a copy of the repository, one for each thing that the checks promise to see, and shows that they do.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./setup.mjs";

const bin = (path) => join("node_modules", path);
const vitest = (...files) => [bin("vitest/vitest.mjs"), "run", "--reporter=dot", ...files];
const commands = {
  road: ["scripts/road.mjs"],
  indexes: ["scripts/gen.mjs", "--check"],
  types: [bin("typescript/bin/tsc"), "-p", "."],
  lint: [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  dead: [bin("knip/bin/knip.js")],
  repository: vitest("test/repository"),
};

/** An import that breaks the rule of the road with this name. */
const badImports = [
  ["text-imports-leftwards", "server/src/text/planted.ts", "../syntax/sql/ast.ts"],
  ["values-imports-leftwards", "server/src/values/planted.ts", "../connectors/connector.ts"],
  ["openlineage-imports-leftwards", "server/src/openlineage/planted.ts", "../workspace/planted.ts"],
  ["features-imports-leftwards", "server/src/features/planted.ts", "../cli/planted.ts"],
  ["connectors-known-are-strangers", "server/src/connectors/known/planted.ts", "./kafka.ts"],
  ["lint-rules-are-strangers", "server/src/lint/rules/planted.ts", "./planted-too.ts"],
  ["features-are-strangers", "server/src/features/planted-third.ts", "./planted-too.ts"],
  [
    "syntax-host-languages-are-strangers",
    "server/src/syntax/host/languages/planted.ts",
    "./planted-too.ts",
  ],
  ["ends-are-strangers", "server/src/lsp/planted.ts", "../cli/planted.ts"],
  ["client-knows-the-protocol-only", "client/src/planted.ts", "../../server/src/text/range.ts"],
  [
    "product-does-not-import-tests",
    "server/src/cli/planted-test.ts",
    "../../../test/support/section.ts",
  ],
  ["facts-import-nothing", "server/src/facts/planted.ts", "../text/range.ts"],
  ["io-only-at-the-rim", "server/src/job/planted.ts", "node:fs"],
  [
    "connection-only-in-lsp",
    "server/src/features/planted-connection.ts",
    "vscode-languageserver/node",
  ],
  ["editor-only-in-client", "server/src/lint/planted.ts", "vscode"],
  ["tree-sitter-in-one-file", "server/src/syntax/host/planted.ts", "web-tree-sitter"],
  ["no-unresolved", "server/src/catalog/planted.ts", "./nowhere.ts"],
].map(([rule, file, target]) => ({
  command: "road",
  what: `${rule}: ${file} imports ${target}`,
  files: {
    ...(target.startsWith(".") && rule !== "no-unresolved"
      ? { [join(dirname(file), target)]: undefined }
      : {}),
    [file]: `import type * as other from "${target}";\nexport type Planted = typeof other;\n`,
  },
  says: `${rule}: ${file}`,
}));

const page = (text) => ({ "test/values/planted.md": text });

const faults = [
  ...badImports,
  {
    command: "road",
    what: "no-cycles: two files import each other",
    files: {
      "server/src/text/one.ts": `import { two } from "./two.ts";\nexport const one = (): number => two();\n`,
      "server/src/text/two.ts": `import { one } from "./one.ts";\nexport const two = (): number => one();\n`,
    },
    says: "no-cycles: server/src/text/",
  },
  {
    command: "road",
    what: "a check that sees no module: the tsconfig and the parser are gone",
    edit: {
      "scripts/road.mjs": (text) =>
        text.replace(/await cruise\(\s*folders[\s\S]*?\),/, 'await cruise(["scripts"],'),
    },
    says: "not seen: server/src/text/range.ts",
  },
  {
    command: "indexes",
    what: "a connector that no index holds",
    files: { "server/src/connectors/known/planted.ts": "export const planted = {};\n" },
    says: "stale: server/src/connectors/known/index.gen.ts",
  },
  {
    command: "indexes",
    what: "a file that does not export its own name",
    files: { "server/src/lint/rules/planted.ts": "export const other = {};\n" },
    says: "must export `planted`",
  },
  {
    command: "repository",
    what: "a stale index, in the test",
    files: { "server/src/connectors/known/planted.ts": "export const planted = {};\n" },
    says: "every index is what `npm run gen` writes",
  },
  {
    command: "repository",
    what: "a rule without its page",
    files: { "server/src/lint/rules/planted.ts": "export const planted = {};\n" },
    says: "every file of server/src/lint/rules has its page",
  },
  {
    command: "repository",
    what: "a page without its connector",
    files: { "test/connectors/planted.md": "# Planted\n" },
    says: "every page of a rule or a connector belongs to one",
  },
  {
    command: "repository",
    what: "a file name that is not in kebab case",
    files: { "server/src/text/lineHelper.ts": "export const lineHelper = 1;\n" },
    says: "names of files and folders are in kebab case",
  },
  {
    command: "repository",
    what: "a clock in the core",
    files: { "server/src/job/planted.ts": "export const planted = (): number => Date.now();\n" },
    says: "nothing left of workspace reads a clock",
  },
  {
    command: "repository",
    what: "a suppressed check without a reason",
    files: { "test/support/planted.ts": `// @ts-${"ignore"}\nexport const planted = 1;\n` },
    says: "a suppressed check says why",
  },
  {
    command: "types",
    what: "a value of the wrong type",
    files: { "server/src/text/planted.ts": 'export const planted: number = "one";\n' },
    says: "TS2322",
  },
  {
    command: "lint",
    what: "a default export",
    files: { "server/src/text/planted.ts": "export default 1;\n" },
    says: "noDefaultExport",
  },
  {
    command: "lint",
    what: "the machine's environment in the core",
    files: { "server/src/job/planted.ts": "export const planted = process.env.HOME;\n" },
    says: "noRestrictedGlobals",
  },
  {
    command: "dead",
    what: "an export that nobody imports",
    edit: { "server/src/text/range.ts": (text) => `${text}\nexport const planted = 1;\n` },
    says: "planted",
  },
  {
    command: vitest("test/values/planted.md"),
    what: "a page whose expected diagnostic does not come",
    files: page("# Planted\n\n## One\n\n```sql\nSELECT 1; -- error: nobody says this\n```\n"),
    says: "nobody says this",
  },
  {
    command: vitest("test/values/planted.md"),
    what: "a page whose expectation is wrong",
    files: page(
      "# Planted\n\n## One\n\n```sql\nSELECT 1;\n```\n\n```diagnostics\nsomething\n```\n",
    ),
    says: 'test/values/planted.md:3 "One", block "diagnostics" in line 9',
  },
  {
    command: vitest("test/values/planted.md"),
    what: "a page with a block that nobody knows",
    files: page("# Planted\n\n## One\n\n```sql\nSELECT 1;\n```\n\n```tre\nx\n```\n"),
    says: "is no expectation",
  },
  {
    command: vitest("test/values/planted.md"),
    what: "a page without a test",
    files: page("# Planted\n\nWords only.\n"),
    says: "this page tests nothing",
  },
];

const copy = mkdtempSync(join(tmpdir(), "faults-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
});
for (const file of listed.stdout
  .toString()
  .split("\n")
  .filter((it) => it && existsSync(join(root, it)))) {
  cpSync(join(root, file), join(copy, file));
}
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const clean = new Map();
let missed = 0;
for (const { command, what, files = {}, edit = {}, says } of faults) {
  const before = clean.get(command) ?? check(command);
  clean.set(command, before);
  const undo = plant({ ...files, ...edited(edit) });
  const after = check(command);
  undo();
  const line = after.lines.find((it) => it.includes(says));
  const seen = after.status !== 0 && line !== undefined && !before.lines.includes(line);
  missed += seen ? 0 : 1;
  console.log(`${seen ? "✓" : "✗"} ${what}`);
  console.log(`    ${seen ? line.trim() : `exit ${after.status}, not said: ${says}`}`);
}
console.log(`${faults.length - missed} of ${faults.length} planted faults seen`);
process.exitCode = missed > 0 ? 1 : 0;

function check(command) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    typeof command === "string" ? commands[command] : command,
    { cwd: copy, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined } },
  );
  return { status, lines: `${stdout}${stderr}`.split("\n") };
}

function edited(edit) {
  return Object.fromEntries(
    Object.entries(edit).map(([file, change]) => [
      file,
      change(readFileSync(join(copy, file), "utf8")),
    ]),
  );
}

/** Writes the files and gives what takes them away again. A file without text is written where there is none. */
function plant(files) {
  const before = Object.keys(files).map((file) => {
    const path = join(copy, file);
    return [path, existsSync(path) ? readFileSync(path) : undefined];
  });
  for (const [file, text] of Object.entries(files)) {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text !== undefined || !existsSync(path)) {
      writeFileSync(path, text ?? "export const target = 1;\n");
    }
  }
  return () => {
    for (const [path, text] of before) {
      if (text === undefined) {
        rmSync(path);
      } else {
        writeFileSync(path, text);
      }
    }
  };
}
