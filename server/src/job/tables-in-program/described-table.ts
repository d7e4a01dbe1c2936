import { preferred } from "../../connectors/calls.ts";
import { textOf } from "../../values/texts.ts";
import type { Unknown, Value } from "../../values/value.ts";
import { quoted } from "./quoted.ts";
import type { DescribedSchema } from "./schema.ts";

/** What a `TableDescriptor` or a `CatalogTable` says. */
export interface Descriptor extends DescribedSchema {
  readonly options: ReadonlyMap<string, Value>;
  /** What stands for options whose keys only the run knows. */
  readonly open: Unknown | undefined;
  readonly partitions: readonly string[];
  /** What stands behind DISTRIBUTED. */
  readonly distribution: string | undefined;
  readonly comment: Value | undefined;
}

/** What a descriptor says that was told nothing. */
export const noDescriptor: Descriptor = {
  options: new Map(),
  open: undefined,
  columns: [],
  primaryKey: [],
  watermark: undefined,
  partitions: [],
  distribution: undefined,
  comment: undefined,
};

/** The name of the table that the statement of a descriptor creates. */
export const ownName = "*descriptor*";

/** The CREATE TABLE that says what the descriptor says; option values keep their places. */
export function statementOf(descriptor: Descriptor): Value {
  const parts: Value[] = [];
  const write = (text: string): void => {
    parts.push({ kind: "constant", value: text, at: [] });
  };
  write(`CREATE TABLE ${quoted(ownName)} `);
  const { columns, primaryKey, watermark, partitions } = descriptor;
  if (columns.length > 0) {
    write("(");
    for (const [index, it] of columns.entries()) {
      write(`${index === 0 ? "" : ", "}${quoted(it.name)} ${it.definition}`);
      if (it.comment !== undefined) {
        write(" COMMENT '");
        parts.push(escaped(it.comment));
        write("'");
      }
    }
    if (watermark !== undefined) {
      write(`, WATERMARK FOR ${quoted(watermark.column)} AS ${watermark.expression}`);
    }
    if (primaryKey.length > 0) {
      write(`, PRIMARY KEY (${primaryKey.map(quoted).join(", ")}) NOT ENFORCED`);
    }
    write(")");
  }
  if (descriptor.comment !== undefined) {
    write(" COMMENT '");
    parts.push(escaped(descriptor.comment));
    write("'");
  }
  if (descriptor.distribution !== undefined) {
    write(` DISTRIBUTED ${descriptor.distribution}`);
  }
  if (partitions.length > 0) {
    write(` PARTITIONED BY (${partitions.map(quoted).join(", ")})`);
  }
  write(" WITH (");
  for (const [index, [key, value]] of [...descriptor.options].entries()) {
    write(`${index === 0 ? "" : ", "}'${key.replaceAll("'", "''")}' = '`);
    parts.push(escaped(value));
    write("'");
  }
  if (descriptor.open !== undefined) {
    write(descriptor.options.size === 0 ? "'" : ", '");
    parts.push(descriptor.open);
    write("' = ''");
  }
  write(")");
  return textOf(parts);
}

function escaped(value: Value): Value {
  const given = preferred(value);
  return given.kind === "constant" && String(given.value).includes("'")
    ? { kind: "constant", value: String(given.value).replaceAll("'", "''"), at: given.at }
    : given;
}
