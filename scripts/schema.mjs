// Writes `server/schema/*.json` from the zod shapes of the answer and of the settings: `node scripts/schema.mjs`; `--check` fails where one is stale.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The published schemas, each with its text. */
export async function schemas() {
  const outfile = join(root, "node_modules/.cache/schema/schema.mjs");
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    stdin: {
      contents: [
        'export { report } from "./server/src/cli/report.ts";',
        'export { settingsSchema } from "./server/src/workspace/settings.ts";',
        'export { z } from "zod";',
      ].join("\n"),
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
    external: ["web-tree-sitter"],
    banner: {
      js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
    },
  });
  const { report, settingsSchema, z } = await import(pathToFileURL(outfile).href);
  const shapes = [
    ["predict.schema.json", "The answer of `flink-lineage predict --format json`.", report],
    ["settings.schema.json", "The settings of Flink Lineage: .flink-lineage.json.", settingsSchema],
  ];
  return shapes.map(([name, title, shape]) => ({
    path: join(root, "server/schema", name),
    text: `${JSON.stringify({ title, ...z.toJSONSchema(shape, { io: "input" }) }, null, 2)}\n`,
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, "server/schema"), { recursive: true });
  for (const { path, text } of await schemas()) {
    if (!process.argv.includes("--check")) {
      writeFileSync(path, text);
    } else if (readFileSync(path, "utf8") !== text) {
      console.error(`stale: ${path} (npm run schema writes it)`);
      process.exitCode = 1;
    }
  }
}
