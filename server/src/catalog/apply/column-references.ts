import type { Expression } from "../../syntax/sql/ast.ts";
import type { CatalogTable } from "../table.ts";

/** The first parts of the column names in an expression. */
function namedColumns(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, names);
  return names;
}

function collect(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) {
      collect(item, names);
    }
    return;
  }
  if (typeof node !== "object" || node === null) {
    return;
  }
  if ("kind" in node && node.kind === "column") {
    const column = node as Expression & { readonly kind: "column" };
    names.add(column.name.parts[0]?.text ?? "");
    return;
  }
  for (const value of Object.values(node)) {
    collect(value, names);
  }
}

/** What in a table rests on a column, as Flink's ReferencesManager says it; undefined where nothing does. */
export function referenceTo(
  table: CatalogTable,
  name: string,
  dropped: readonly string[],
): string | undefined {
  const computed = table.columns.find(
    (it) =>
      it.kind === "computed" && !dropped.includes(it.name) && namedColumns(it.expression).has(name),
  );
  if (computed !== undefined) {
    return `The column \`${name}\` is referenced by computed column \`${computed.name}\`.`;
  }
  if (table.partitionKeys.includes(name)) {
    return `The column \`${name}\` is used as the partition keys.`;
  }
  if (table.primaryKey?.columns.includes(name) === true) {
    return `The column \`${name}\` is used as the primary key.`;
  }
  if (table.distribution?.columns.includes(name) === true) {
    return `The column \`${name}\` is used as a distribution key.`;
  }
  const watermark = table.watermark;
  return watermark !== undefined &&
    (watermark.column === name || namedColumns(watermark.expression).has(name))
    ? `The column \`${name}\` is referenced by watermark expression.`
    : undefined;
}
