import type { DataType } from "../../catalog/data-type.ts";
import { dataTypeOf } from "../../catalog/data-type-of.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";

/** The type that a text names. */
export function dataTypeOfText(sql: string): DataType | undefined {
  const script = parseScript(`CREATE TABLE t (c ${sql})`, { version: "2.3" });
  const node = script.statements[0]?.node;
  if (node?.kind !== "createTable") {
    return undefined;
  }
  const column = node.schema?.columns[0];
  return script.errors.length === 0 && column?.kind === "physical" && column.type !== undefined
    ? dataTypeOf(column.type)
    : undefined;
}
