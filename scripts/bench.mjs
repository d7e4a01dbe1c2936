// `npm run bench [NAME...]`: runs the benches of `test/bench/`, one after the other, on the build of this tree, and prints what they measured.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureInstalled, root } from "./setup.mjs";

ensureInstalled();
ensureBuilt();
const { build } = await import("esbuild");
const wanted = process.argv.slice(2);
const names = readdirSync(join(root, "test/bench"))
  .filter((file) => file.endsWith(".ts") && file !== "bench.ts")
  .map((file) => file.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
await build({
  entryPoints: names.map((name) => join(root, "test/bench", `${name}.ts`)),
  outdir: join(root, "out/bench"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  // Packages written as CommonJS call `require` for modules of Node.
  banner: {
    js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
  },
  logLevel: "warning",
});
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
process.chdir(root);
for (const name of names) {
  const { bench } = await import(pathToFileURL(join(root, "out/bench", `${name}.mjs`)).href);
  console.log(`\n${bench.title}`);
  for (const { what, value, unit, limit } of await bench.run()) {
    const over = limit !== undefined && value > limit;
    process.exitCode = over ? 1 : process.exitCode;
    const bound =
      limit === undefined ? "" : `   (limit ${limit} ${unit}${over ? ": exceeded" : ""})`;
    console.log(`  ${what.padEnd(44)} ${shown(value).padStart(9)} ${unit}${bound}`);
  }
}

function shown(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
