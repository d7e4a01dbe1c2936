import { printDataType } from "../../catalog/data-type.ts";
import { type CatalogTable, fullName, type TableColumn } from "../../catalog/table.ts";
import { runtimeModeOf } from "../../job/from-effect.ts";
import { connectorOfTable, tableEndpoint } from "../../job/table-endpoint.ts";
import type { Target } from "../../job/target.ts";
import { namesOf, shortTable } from "./job-card.ts";
import { code, escaped, table as markdownTable, prose } from "./markdown.ts";

/** A table as the catalog knows it at one place, with the dataset that stands for it. */
export function tableCard(target: Target, table: CatalogTable): string {
  return [
    `**${code(shortTable(fullName(table.path)))}** · ${kindOf(table)}`,
    table.comment === undefined || table.comment === "" ? "" : escaped(table.comment),
    table.kind === "view" ? "" : datasetOf(target, table),
    columnsOf(table),
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}

function kindOf(table: CatalogTable): string {
  const temporary = table.temporary ? "temporary " : "";
  switch (table.kind) {
    case "view":
      return `${temporary}view`;
    case "external":
      return "table of a catalog outside this script";
    case "table":
    case "materialized":
    case "anonymous": {
      const title = connectorOfTable(table)?.connector.title;
      const kind = table.kind === "table" ? "table" : `${table.kind} table`;
      return title === undefined ? `${temporary}${kind}` : `${temporary}${escaped(title)} ${kind}`;
    }
  }
}

function datasetOf(target: Target, table: CatalogTable): string {
  const endpoint = tableEndpoint(target, {
    table,
    role: "source",
    runtimeMode: runtimeModeOf(target, new Map()),
    presence: { kind: "certain" },
    at: [],
  });
  const sent = target.flink.value?.startsWith("1.")
    ? " (not sent: Flink 1.x sends nothing for SQL scripts)"
    : "";
  return endpoint.datasets
    .map(({ namespace, name }) => {
      const [names] = namesOf(namespace, name);
      const unknown = [namespace, name].find((it) => it?.kind === "unknown");
      if (names !== undefined) {
        return `Dataset ${names}${sent}`;
      }
      const why = unknown?.kind === "unknown" ? unknown.detail : undefined;
      return `Dataset not known${why === undefined ? "" : `: ${prose(why)}`}`;
    })
    .join("\n\n");
}

/** A longer list would push everything else off the card. */
const mostColumns = 20;

function columnsOf(table: CatalogTable): string {
  const { columns } = table;
  if (columns.length === 0) {
    return "";
  }
  const rows = columns
    .slice(0, mostColumns)
    .map((it) => [code(it.name), code(printDataType(it.type)), remarkOf(table, it)]);
  const more = columns.length - mostColumns;
  return [
    markdownTable(["Column", "Type", ""], rows),
    ...(more > 0 ? [`*and ${more} more columns*`] : []),
  ].join("\n\n");
}

function remarkOf(table: CatalogTable, column: TableColumn): string {
  return [
    ...(table.primaryKey?.columns.includes(column.name) ? ["primary key"] : []),
    ...(table.partitionKeys.includes(column.name) ? ["partition key"] : []),
    ...(table.watermark?.column === column.name ? ["event time"] : []),
    ...(column.kind === "physical" ? [] : [column.kind]),
    ...(column.comment === undefined || column.comment === "" ? [] : [escaped(column.comment)]),
  ].join(", ");
}
