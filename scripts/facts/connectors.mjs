// Writes `server/src/facts/table-options.gen.ts` from a JSON dump of Flink's table factories:
// `node scripts/facts/connectors.mjs DUMP.json`. The dump has, for each connector, format and catalog, its required and
// optional options with type, values, default and description, as `DynamicTableFactory.requiredOptions()` and its like give them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [dump] = process.argv.slice(2);
if (dump === undefined) {
  console.error("usage: node scripts/facts/connectors.mjs DUMP.json");
  process.exit(2);
}
const { connectors, formats, catalogs } = JSON.parse(readFileSync(dump, "utf8"));

const longest = 160;

function shortened(description) {
  const text = (description ?? "").replace(/\s+/g, " ").trim();
  if (text.length <= longest) {
    return text;
  }
  const sentence = text.slice(0, longest).lastIndexOf(". ");
  return sentence > 40
    ? text.slice(0, sentence + 1)
    : `${text.slice(0, text.lastIndexOf(" ", longest))} ...`;
}

function rowsOf(factory) {
  return ["required", "optional"].flatMap((kind) =>
    Object.entries(factory[kind]).map(([key, it]) => [
      key,
      kind === "required",
      it.type,
      it.values ?? [],
      it.default ?? undefined,
      shortened(it.description),
    ]),
  );
}

function section(factories) {
  const result = {};
  for (const [name, factory] of Object.entries(factories)) {
    result[name] = {
      jars: factory.jars,
      source: factory.source,
      sink: factory.sink,
      rows: rowsOf(factory),
    };
  }
  return result;
}

function printed(name, factories) {
  const lines = [`export const ${name}: Readonly<Record<string, FactoryRows>> = {`];
  for (const [key, it] of Object.entries(section(factories))) {
    lines.push(`  ${JSON.stringify(key)}: {`);
    lines.push(
      `    jars: ${JSON.stringify(it.jars)},`,
      `    source: ${it.source},`,
      `    sink: ${it.sink},`,
      "    rows: [",
    );
    for (const row of it.rows) {
      lines.push(
        `      [${row.map((cell) => (cell === undefined ? "undefined" : JSON.stringify(cell))).join(", ")}],`,
      );
    }
    lines.push("    ],", "  },");
  }
  lines.push("};", "");
  return lines.join("\n");
}

const text = `// Written by scripts/facts/connectors.mjs from Flink's own table factories. Do not edit.

/** Key, required, type, values of an enum, default, description. */
export type OptionRow = readonly [string, boolean, string, readonly string[], string | undefined, string];

export interface FactoryRows {
  /** The jars that the options were read from: they tell the version. */
  readonly jars: readonly string[];
  readonly source: boolean;
  readonly sink: boolean;
  readonly rows: readonly OptionRow[];
}

${printed("connectorRows", connectors)}
${printed("formatRows", formats)}
${printed("catalogRows", catalogs)}`;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
writeFileSync(join(root, "server/src/facts/table-options.gen.ts"), text);
