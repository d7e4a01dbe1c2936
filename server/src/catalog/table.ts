import type { Expression, Query } from "../syntax/sql/ast.ts";
import type { Location } from "../text/range.ts";
import type { Value } from "../values/value.ts";
import type { StatementSource } from "./context.ts";
import type { DataType } from "./data-type.ts";

/** Catalog, database and name of a table, as Flink's ObjectIdentifier. */
export type TablePath = readonly [catalog: string, database: string, table: string];

/** One table as the catalog knows it at one moment of a script. A changed table is a new value. */
export interface CatalogTable {
  readonly path: TablePath;
  /**
   * `external`: a table of a catalog outside the script; its columns and options are not known. Or one of the script whose columns
   * are not all known.
   * `anonymous`: a table made by a TableDescriptor without a name.
   */
  readonly kind: "table" | "view" | "materialized" | "anonymous" | "external";
  readonly temporary: boolean;
  readonly columns: readonly TableColumn[];
  readonly primaryKey: PrimaryKey | undefined;
  readonly watermark: TableWatermark | undefined;
  readonly comment: string | undefined;
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly partitionKeys: readonly string[];
  readonly distribution: TableDistribution | undefined;
  /** What a view or a materialized table is defined by. */
  readonly definition: Definition | undefined;
  /** The type of the catalog that holds it (`generic_in_memory`, `jdbc`, `hive`, `iceberg`, `paimon` ...), or why it is not known. */
  readonly catalogType: string | undefined;
  /** The name in the statement that created it; undefined for external tables. */
  readonly at: Location | undefined;
}

/** One option of WITH or of a hint, in the shape that connectors are asked with. Its value's `at` is where it is written. */
export interface OptionValue {
  readonly key: string;
  readonly value: Value;
  readonly keyAt: readonly Location[];
  /** Which option it is, or which options, only the run knows. */
  readonly isOpen?: true;
}

export type TableColumn = PhysicalTableColumn | MetadataTableColumn | ComputedTableColumn;

interface ColumnBase {
  readonly name: string;
  readonly type: DataType;
  readonly comment: string | undefined;
  readonly at: Location;
}

export interface PhysicalTableColumn extends ColumnBase {
  readonly kind: "physical";
  /** The type as the listener shows it, where that is not the type as it prints: of a descriptor's unresolved schema. */
  readonly shown?: string;
}

export interface MetadataTableColumn extends ColumnBase {
  readonly kind: "metadata";
  readonly key: string | undefined;
  readonly virtual: boolean;
}

export interface ComputedTableColumn extends ColumnBase {
  readonly kind: "computed";
  readonly expression: Expression;
}

export interface PrimaryKey {
  readonly name: string | undefined;
  readonly columns: readonly string[];
  readonly at: Location;
}

export interface TableWatermark {
  readonly column: string;
  readonly expression: Expression;
  /** The mode in which Flink resolved the table's schema, where it keeps that and the mode is known. */
  readonly mode?: "STREAMING" | "BATCH" | undefined;
  readonly at: Location;
}

export interface TableDistribution {
  readonly method: "HASH" | "RANGE" | undefined;
  readonly columns: readonly string[];
  readonly buckets: number | undefined;
}

/** The query of a view with what its names rest on: Flink qualifies the names of a view when it is created. */
export interface Definition {
  readonly query: Query;
  /** The text that the query stands in. */
  readonly source: StatementSource;
  readonly catalog: string;
  readonly database: string;
  /** The query's own column names. */
  readonly columns: readonly string[];
  /** Whether Flink can read the query again: what it writes down for UNPIVOT is no SQL. */
  readonly isReadable: boolean;
}

/** What is said of a table that has its columns alone: no options, no keys, no definition. */
export const columnsAlone: Omit<CatalogTable, "path" | "kind" | "temporary" | "columns" | "at"> = {
  primaryKey: undefined,
  watermark: undefined,
  comment: undefined,
  options: new Map(),
  partitionKeys: [],
  distribution: undefined,
  definition: undefined,
  catalogType: undefined,
};

/** Physical columns of these names and types. */
export function plainColumns(
  columns: readonly { readonly name: string; readonly type: DataType }[],
  at: Location,
): readonly PhysicalTableColumn[] {
  return columns.map((it) => ({
    kind: "physical",
    name: it.name,
    type: it.type,
    comment: undefined,
    at,
  }));
}

/** `catalog.database.table` without quotes, as the listener writes it. */
export function fullName(path: TablePath): string {
  const [catalog, database, name] = path;
  // A table without a name has neither catalog nor database.
  return catalog !== "" && database !== "" && name !== ""
    ? path.join(".")
    : path.filter((it) => it !== "").join(".");
}

/** The columns that a schema facet lists. */
export function physicalColumns(table: CatalogTable): readonly PhysicalTableColumn[] {
  return table.columns.filter((it) => it.kind === "physical");
}

/** The columns that an INSERT writes: Flink's `Column.isPersisted`. */
export function persistedColumns(table: CatalogTable): readonly TableColumn[] {
  return table.columns.filter(
    (it) => it.kind === "physical" || (it.kind === "metadata" && !it.virtual),
  );
}
