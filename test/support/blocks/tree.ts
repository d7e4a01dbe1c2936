import { parseScript } from "../../../server/src/syntax/sql/parse-script.ts";
import { nearestVersion } from "../../../server/src/syntax/sql/version.ts";
import type { BlockKind } from "../section.ts";

/** The statements of a script as an outline: what each part is called, its kind, and its text where it has no parts. */
export const tree: BlockKind = {
  actual(section) {
    return section.files
      .filter((it) => it.path.endsWith(".sql"))
      .flatMap(({ text, block }) => {
        const script = parseScript(text, {
          version: nearestVersion(block.attributes.get("flink") ?? "2.3"),
        });
        return script.statements.flatMap(({ node }) => outline(text, "", node, ""));
      })
      .join("\n");
  },
};

const leaves: ReadonlySet<string> = new Set([
  "name",
  "identifier",
  "string",
  "number",
  "column",
  "star",
  "null",
  "boolean",
  "dateTime",
  "simpleType",
  "raw",
  "parameter",
  "default",
]);

function outline(text: string, label: string, node: object, indent: string): readonly string[] {
  const { kind, range } = node as { kind?: string; range?: { start: number; end: number } };
  const source = range === undefined ? "" : text.slice(range.start, range.end).replace(/\s+/g, " ");
  const head = `${indent}${label === "" ? "" : `${label}: `}`;
  if (kind !== undefined && leaves.has(kind)) {
    return [`${head}${source}`];
  }
  const details: string[] = [];
  const lines: string[] = [];
  for (const [name, value] of Object.entries(node)) {
    if (name === "kind" || name === "range") {
      continue;
    }
    if (value === true) {
      details.push(name);
    } else if (typeof value === "string") {
      details.push(value);
    } else if (Array.isArray(value)) {
      lines.push(...value.flatMap((it) => part(text, name, it, `${indent}  `)));
    } else {
      lines.push(...part(text, name, value, `${indent}  `));
    }
  }
  return [`${head}${[kind, ...details].filter((it) => it !== undefined).join(" ")}`, ...lines];
}

function part(text: string, name: string, value: unknown, indent: string): readonly string[] {
  if (typeof value === "string") {
    return [`${indent}${name}: ${value}`];
  }
  return typeof value === "object" && value !== null ? outline(text, name, value, indent) : [];
}
