// `npm run build`: the extension into `dist/`, library, command line and language server into `server/dist/`. Everything is
// bundled; the WebAssembly of the grammars lies beside the bundles, which find it by their own address.
import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeRulePages } from "./scripts/rule-pages.mjs";

const common = {
  bundle: true,
  logLevel: "warning",
  target: "es2023",
  legalComments: "none",
  // Names stay: a stack trace in a bug report can be read.
  minifySyntax: true,
  minifyWhitespace: true,
};
/** Packages written as CommonJS call `require` for modules of Node. */
const requireInModule = {
  js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
};
const node = {
  ...common,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: requireInModule,
};

const bundles = [
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "server/dist/cli.js",
    banner: { js: `#!/usr/bin/env node\n${requireInModule.js}` },
  },
  { ...node, entryPoints: ["server/src/lsp/node.ts"], outfile: "server/dist/server.js" },
  { ...node, entryPoints: ["server/src/index.ts"], outfile: "server/dist/index.js" },
  {
    ...common,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/extension.cjs",
  },
];

const copies = [
  ["node_modules/web-tree-sitter/web-tree-sitter.wasm", "server/dist/web-tree-sitter.wasm"],
  ["node_modules/tree-sitter-java/tree-sitter-java.wasm", "server/dist/tree-sitter-java.wasm"],
  ["LICENSE", "server/LICENSE"],
  ["README.md", "server/README.md"],
];

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
for (const folder of ["dist", "server/dist"]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
await Promise.all(bundles.map((options) => build(options)));
for (const [from, to] of copies) {
  copyFileSync(from, to);
}
await writeRulePages("server/dist/rules", build);
chmodSync("server/dist/cli.js", 0o755);
