// Writes `server/src/facts/option-constants.gen.ts` from dumps of the public `ConfigOption` constants of Flink's classes and of the
// enums whose texts are not their names: `node scripts/facts/option-constants.mjs OLD.json NEW.json`. A dump has
// `{ "options": { CLASS: { CONSTANT: KEY } }, "enums": { CLASS: { CONSTANT: TEXT } } }`; what the newest says holds.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dumps = process.argv.slice(2).map((it) => JSON.parse(readFileSync(it, "utf8")));
if (dumps.length === 0) {
  console.error("usage: node scripts/facts/option-constants.mjs DUMP.json...");
  process.exit(2);
}

function printed(name, comment, part) {
  const merged = {};
  for (const dump of dumps) {
    for (const [className, constants] of Object.entries(dump[part])) {
      merged[className] = { ...merged[className], ...constants };
    }
  }
  const lines = Object.keys(merged)
    .sort()
    .map((it) => {
      const pairs = Object.entries(merged[it]).sort(([one], [other]) => (one < other ? -1 : 1));
      return `  ${it}: ${JSON.stringify(pairs.flat().join(" "))},`;
    });
  return [
    `/** ${comment} */`,
    `export const ${name}: Readonly<Record<string, string>> = {`,
    ...lines,
    "};",
    "",
  ].join("\n");
}

const text = `// Written by scripts/facts/option-constants.mjs from Flink's own classes. Do not edit.

${printed("optionConstants", "By simple class: constants and the keys of their options, in turn.", "options")}
${printed("enumTexts", "By simple class: constants of an enum and their texts, in turn.", "enums")}`;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
writeFileSync(join(root, "server/src/facts/option-constants.gen.ts"), text);
