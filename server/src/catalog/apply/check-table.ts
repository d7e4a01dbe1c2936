import type { TableSchema } from "../../syntax/sql/ast.ts";
import { printDataType } from "../data-type.ts";
import type { Resolver } from "../resolver.ts";
import type { CatalogTable, TableColumn } from "../table.ts";
import { overColumns } from "./table-schema.ts";

/** Why Flink refuses a table, if it does: MergeTableLikeUtil, DefaultSchemaResolver. `own` are the columns that the statement declares. */
export function tableFault(
  resolver: Resolver,
  table: CatalogTable,
  own: readonly TableColumn[],
): string | undefined {
  if (table.kind === "external") {
    return undefined;
  }
  const names = table.columns.map((it) => it.name);
  const twice = own.find((it, index) => own.findIndex((other) => other.name === it.name) !== index);
  if (twice !== undefined) {
    return `A column named '${twice.name}' already exists in the table.`;
  }
  const partition = table.partitionKeys.find((it) => !names.includes(it));
  if (partition !== undefined) {
    return `Partition column '${partition}' not defined in the table schema.`;
  }
  return keyFault(table, own) ?? watermarkFault(resolver, table);
}

/** Flink checks no constraint itself: it takes a primary key that is NOT ENFORCED and nothing else. */
export function constraintFault(schema: TableSchema | undefined): string | undefined {
  const inside = (schema?.columns ?? []).flatMap((it) =>
    it.kind === "physical" && it.primaryKey !== undefined ? [it.primaryKey] : [],
  );
  for (const constraint of [...(schema?.constraints ?? []), ...inside]) {
    if (constraint.type === "UNIQUE") {
      return "UNIQUE constraint is not supported yet";
    }
    if (constraint.enforced !== false) {
      return "Flink doesn't support ENFORCED mode for PRIMARY KEY constraint. Write NOT ENFORCED behind it.";
    }
  }
  return undefined;
}

/** Only columns of the statement itself become NOT NULL by its primary key. */
function keyFault(table: CatalogTable, own: readonly TableColumn[]): string | undefined {
  for (const name of table.primaryKey?.columns ?? []) {
    const column = table.columns.find((it) => it.name === name);
    if (column === undefined) {
      return `Primary key column '${name}' is not defined in the schema`;
    }
    if (column.kind !== "physical") {
      return `Invalid primary key. Column '${name}' is not a physical column.`;
    }
    if (
      column.type.nullable &&
      column.type.kind !== "unknown" &&
      !own.some((it) => it.name === name)
    ) {
      return `Invalid primary key 'PK_${name}'. Column '${name}' is nullable.`;
    }
  }
  return undefined;
}

/** What Flink refuses of a table that ALTER has changed: a key or a watermark without its column, or of another type. */
export function alteredFault(table: CatalogTable): string | undefined {
  const missing = table.primaryKey?.columns.find(
    (name) => !table.columns.some((it) => it.name === name),
  );
  return missing === undefined
    ? timeFault(table)
    : `Invalid primary key 'PK_${missing}'. Column '${missing}' does not exist.`;
}

function watermarkFault(resolver: Resolver, table: CatalogTable): string | undefined {
  const { watermark } = table;
  const fault = timeFault(table);
  if (fault !== undefined || watermark === undefined) {
    return fault;
  }
  // A watermark may name computed columns too.
  const stored = table.columns.map(
    (it): TableColumn =>
      it.kind === "computed"
        ? { kind: "physical", name: it.name, type: it.type, comment: it.comment, at: it.at }
        : it,
  );
  overColumns(resolver, stored, watermark.expression);
  return undefined;
}

function timeFault({ watermark, columns }: CatalogTable): string | undefined {
  if (watermark === undefined) {
    return undefined;
  }
  // DefaultSchemaResolver takes no field of a row.
  const column = columns.find((it) => it.name === watermark.column);
  if (column === undefined) {
    return `The rowtime attribute field '${watermark.column}' is not defined in the table schema`;
  }
  const kind = column.type.kind;
  if (!["TIMESTAMP", "TIMESTAMP_LTZ", "unknown"].includes(kind)) {
    return "Invalid data type of time field for watermark definition. The field must be of type TIMESTAMP(p) or TIMESTAMP_LTZ(p)";
  }
  if ("precision" in column.type && (column.type.precision ?? 0) > 3) {
    return `Invalid data type of time field for watermark definition. The supported precision is from 0 to 3, the time field is ${printDataType(column.type)}`;
  }
  return undefined;
}
