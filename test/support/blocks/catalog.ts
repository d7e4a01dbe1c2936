import { printDataType } from "../../../server/src/catalog/data-type.ts";
import { entriesOf } from "../../../server/src/catalog/persistent-map.ts";
import {
  type CatalogTable,
  fullName,
  type TableColumn,
} from "../../../server/src/catalog/table.ts";
import { applied } from "../catalog-script.ts";
import type { BlockKind } from "../section.ts";

/**
 * The tables and views after the script, as the catalog knows them: columns with types, key, watermark, partitions, options.
 * What Flink refuses stands in front, with `refused:`. Option `flink=1.20` for another version.
 */
export const catalog: BlockKind = {
  actual(section, block) {
    const text = section.files.map((it) => it.text).join("\n");
    const { session, effects } = applied(text, { version: block.attributes.get("flink") ?? "2.3" });
    const failures = effects.flatMap((it) =>
      it.kind === "failure" ? [`refused: ${it.message}`] : [],
    );
    const permanent = [...entriesOf(session.catalogs).values()].flatMap((it) =>
      [...entriesOf(it.databases).values()].flatMap((database) => [
        ...entriesOf(database.tables).values(),
      ]),
    );
    const tables = [...permanent, ...entriesOf(session.temporaryTables).values()];
    return [...failures, ...tables.map(listing)].join("\n");
  },
};

function listing(table: CatalogTable): string {
  const title = `${table.temporary ? "temporary " : ""}${table.kind} ${fullName(table.path)}`;
  const comment = table.comment === undefined ? "" : ` '${table.comment}'`;
  const lines = [
    ...table.columns.map(columnText),
    ...(table.primaryKey === undefined
      ? []
      : [`primary key ${table.primaryKey.columns.join(", ")}`]),
    ...(table.watermark === undefined ? [] : [`watermark for ${table.watermark.column}`]),
    ...(table.partitionKeys.length === 0
      ? []
      : [`partitioned by ${table.partitionKeys.join(", ")}`]),
    ...(table.distribution === undefined
      ? []
      : [`distributed by ${table.distribution.columns.join(", ")}`]),
    ...[...table.options.values()].map(
      (it) => `'${it.key}' = ${it.value.kind === "constant" ? `'${it.value.value}'` : "?"}`,
    ),
  ];
  return `${title}${comment}${lines.map((it) => `\n  ${it}`).join("")}`;
}

function columnText(column: TableColumn): string {
  const comment = column.comment === undefined ? "" : ` '${column.comment}'`;
  const kind =
    column.kind === "physical"
      ? ""
      : ` (${column.kind}${column.kind === "metadata" && column.virtual ? ", virtual" : ""})`;
  return `${column.name} ${printDataType(column.type)}${kind}${comment}`;
}
