// Checks the imports against `.dependency-cruiser.mjs`, and that the check saw every module: a cruise that sees none finds no fault either.
import { readdirSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";
import { root } from "./setup.mjs";

process.chdir(root);

const folders = ["server/src", "client/src", "test"];
const left = /(^|\/)(node_modules|dist|truth|workbench)(\/|$)/;
const files = folders
  .flatMap((folder) => filesBelow(folder))
  .filter((file) => file.endsWith(".ts") && !left.test(file));

const { output } = await cruise(
  folders.filter((folder) => filesBelow(folder).length > 0),
  {
    ...config.options,
    exclude: { path: left.source.replace("node_modules|", "") },
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
const seen = new Set(output.modules.map((module) => module.source));
const unseen = files.filter((file) => !seen.has(file));
for (const { rule, from, to } of output.summary.violations) {
  console.error(`${rule.name}: ${from} → ${to}`);
}
for (const file of unseen) {
  console.error(`not seen: ${file}`);
}
console.log(
  `road: ${files.length - unseen.length} of ${files.length} modules seen, ${output.summary.error} faults`,
);
process.exitCode = files.length === 0 || unseen.length > 0 || output.summary.error > 0 ? 1 : 0;

function filesBelow(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map(
      (file) => `${folder}/${file.replaceAll("\\", "/")}`,
    );
  } catch {
    return [];
  }
}
