// Writes the indexes `index.gen.ts` of the folders in which one file is one thing (a connector, a rule, a feature ...).
// `node scripts/gen.mjs` writes them, `node scripts/gen.mjs --check` names the stale ones and fails. Node alone, no dependency.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * One folder with an index.
 * - `list`: the exported array, in order of the file names. `type`: what its elements are, and the file with that type.
 * - `suffix`: what stands behind the camel-case file name in the export: `delete.ts` exports `deleteStatement`.
 * - `union`: the exported union of the type that each file exports under its name in Pascal case.
 * - `except`: files that are no member.
 *
 * @typedef {{ folder: string, list: string, type?: [string, string], suffix?: string, union?: string, except?: string[] }} Folder
 * @type {readonly Folder[]}
 */
export const folders = [
  {
    folder: "server/src/syntax/sql/statements",
    list: "statementRules",
    suffix: "Rule",
    union: "Statement",
  },
  { folder: "server/src/syntax/host/languages", list: "languages" },
  { folder: "server/src/values/models", list: "models", type: ["Model", "../model.ts"] },
  {
    folder: "server/src/values/library",
    list: "library",
    type: ["LibraryClasses", "../library.ts"],
  },
  {
    folder: "server/src/connectors/known",
    list: "connectors",
    type: ["Connector", "../connector.ts"],
  },
  { folder: "server/src/openlineage/facets", list: "facets" },
  { folder: "server/src/lint/rules", list: "rules", type: ["Rule", "../rule.ts"] },
  {
    folder: "server/src/features",
    list: "features",
    type: ["Feature", "./feature.ts"],
    except: ["feature"],
  },
  { folder: "server/src/cli/commands", list: "commands" },
  { folder: "server/src/cli/reporters", list: "reporters" },
  { folder: "server/src/cli/check-reporters", list: "checkReporters" },
];

/** The names of a folder's members: `kafka.ts`, or `kafka/kafka.ts` where a member has grown into a folder. */
export function membersOf(root, { folder, except = [] }) {
  const path = join(root, folder);
  if (!existsSync(path)) {
    return [];
  }
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) {
        const grown = `${entry.name}/${entry.name}.ts`;
        return existsSync(join(path, grown)) ? [{ name: entry.name, file: grown }] : [];
      }
      const isMember = entry.name.endsWith(".ts") && !/[.](gen|test|d)[.]ts$/.test(entry.name);
      return isMember ? [{ name: entry.name.slice(0, -3), file: entry.name }] : [];
    })
    .filter(({ name }) => !except.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The text of a folder's index, or undefined where there is no member. */
export function indexOf(root, folder) {
  const { list, type, suffix = "", union } = folder;
  const members = membersOf(root, folder).map(({ name, file }) => {
    const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    return {
      file,
      value: camel + suffix,
      type: camel[0].toUpperCase() + camel.slice(1),
    };
  });
  if (members.length === 0) {
    return undefined;
  }
  for (const { file, value } of members) {
    const path = join(root, folder.folder, file);
    if (!new RegExp(`^export (const|function) ${value}\\b`, "m").test(readFileSync(path, "utf8"))) {
      throw new Error(`${folder.folder}/${file} must export \`${value}\`, named after its file.`);
    }
  }
  const imports = members.map(({ file, value, type: typeName }) =>
    union === undefined
      ? `import { ${value} } from "./${file}";`
      : `import { type ${typeName}, ${value} } from "./${file}";`,
  );
  return [
    "// Written by `npm run gen` from the files of this folder. Do not edit.",
    ...(type === undefined ? [] : [`import type { ${type[0]} } from "${type[1]}";`]),
    ...imports,
    "",
    ...(union === undefined
      ? []
      : [`export type ${union} =\n  | ${members.map((it) => it.type).join("\n  | ")};`, ""]),
    `export const ${list}${type === undefined ? "" : `: readonly ${type[0]}[]`} = [`,
    ...members.map(({ value }) => `  ${value},`),
    `]${type === undefined ? " as const" : ""};`,
    "",
  ].join("\n");
}

/** The indexes that are not as they would be written: each with what it should hold, or what stands in the way. */
export function staleIndexes(root, wanted = folders) {
  return wanted.map((folder) => staleIndex(root, folder)).filter((stale) => stale !== undefined);
}

function staleIndex(root, folder) {
  const path = join(root, folder.folder, "index.gen.ts");
  try {
    const text = indexOf(root, folder);
    const present = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    return text === present ? undefined : { path, text };
  } catch (error) {
    return { path, problem: error.message };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), "..");
  // Folders named on the command line are written alone.
  const named = process.argv.slice(2).filter((it) => !it.startsWith("-"));
  const wanted = folders.filter((it) => named.length === 0 || named.includes(it.folder));
  for (const { path, text, problem } of staleIndexes(root, wanted)) {
    const name = relative(root, path);
    if (problem !== undefined) {
      console.error(`${name}: ${problem}`);
      process.exitCode = 1;
    } else if (process.argv.includes("--check")) {
      console.error(`stale: ${name} (npm run gen writes it)`);
      process.exitCode = 1;
    } else if (text === undefined) {
      rmSync(path);
      console.log(`removed ${name}`);
    } else {
      writeFileSync(path, text);
      console.log(`wrote ${name}`);
    }
  }
}
