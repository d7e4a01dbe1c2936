import type {
  ColumnNode,
  Distribution,
  Expression,
  TableConstraint,
  TableSchema,
  Watermark,
} from "../../syntax/sql/ast.ts";
import { type DataType, withNullable } from "../data-type.ts";
import { dataTypeOf } from "../data-type-of.ts";
import type { Relation, Scalar } from "../relation.ts";
import { locate, type Resolver, scopeOf, topEnvironment } from "../resolver.ts";
import type {
  CatalogTable,
  PrimaryKey,
  TableColumn,
  TableDistribution,
  TableWatermark,
} from "../table.ts";

/** The columns of a schema; computed ones are typed over those in `before` and their own neighbours. */
export function schemaColumns(
  resolver: Resolver,
  nodes: readonly ColumnNode[],
  before: readonly TableColumn[],
): readonly TableColumn[] {
  const stored = nodes.map((it): TableColumn => storedColumn(resolver, it));
  const all = [...before, ...stored];
  return stored.map((column) =>
    column.kind === "computed" ? typed(resolver, column, all) : column,
  );
}

function storedColumn(resolver: Resolver, node: ColumnNode): TableColumn {
  const name = node.name.parts.map((it) => it.text).join(".");
  const comment = node.comment?.text;
  const at = locate(resolver, node.name);
  switch (node.kind) {
    case "physical":
      return { kind: "physical", name, type: dataTypeOf(node.type), comment, at };
    case "metadata":
      return {
        kind: "metadata",
        name,
        comment,
        at,
        type: dataTypeOf(node.type),
        key: node.from?.text,
        virtual: node.virtual,
      };
    case "computed":
      return {
        kind: "computed",
        name,
        comment,
        at,
        type: { kind: "unknown", reason: "unfinished", detail: "Not typed.", nullable: true },
        expression: node.expression,
      };
  }
}

/** The column with the type of its expression over the physical and metadata columns. */
export function typed(
  resolver: Resolver,
  column: TableColumn & { readonly kind: "computed" },
  all: readonly TableColumn[],
): TableColumn {
  const scalar = overColumns(resolver, all, column.expression);
  return { ...column, type: scalar.type };
}

/** An expression over the stored columns of a table: of a computed column or a watermark. */
export function overColumns(
  resolver: Resolver,
  columns: readonly TableColumn[],
  expression: Expression,
): Scalar {
  const stored = columns.filter((it) => it.kind !== "computed");
  const at = locate(resolver, expression);
  const relation: Relation = {
    kind: "values",
    rows: [],
    columns: stored.map((it) => ({ name: it.name, type: it.type, origins: [], open: false })),
    complete: true,
    at,
  };
  const table = {
    names: [],
    start: 0,
    end: stored.length,
    external: undefined,
    qualifiedOnly: false,
  };
  const scope = scopeOf(resolver, topEnvironment, { relation, tables: [table], merged: [] });
  return resolver.expression(resolver, scope, expression);
}

/** The primary key of constraints written beside or inside the columns. */
export function primaryKeyOf(
  resolver: Resolver,
  schema: TableSchema | undefined,
): PrimaryKey | undefined {
  const beside = schema?.constraints.find((it) => it.type === "PRIMARY KEY");
  if (beside !== undefined) {
    return keyOf(
      resolver,
      beside,
      beside.columns.map((it) => it.text),
    );
  }
  for (const column of schema?.columns ?? []) {
    if (column.kind === "physical" && column.primaryKey?.type === "PRIMARY KEY") {
      return keyOf(resolver, column.primaryKey, [column.name.parts.map((it) => it.text).join(".")]);
    }
  }
  return undefined;
}

function keyOf(resolver: Resolver, node: TableConstraint, columns: readonly string[]): PrimaryKey {
  return { name: node.name?.text, columns, at: locate(resolver, node) };
}

/** The watermark as declared. */
export function watermarkOf(
  resolver: Resolver,
  nodes: readonly Watermark[],
): TableWatermark | undefined {
  const node = nodes[0];
  return node === undefined
    ? undefined
    : {
        column: node.column.parts.map((it) => it.text).join("."),
        expression: node.expression,
        at: locate(resolver, node),
      };
}

/** The distribution as declared. */
export function distributionOf(node: Distribution | undefined): TableDistribution | undefined {
  return node === undefined
    ? undefined
    : {
        method: node.method,
        columns: node.columns.map((it) => it.text),
        buckets: node.buckets === undefined ? undefined : Number(node.buckets.text),
      };
}

/** Primary key columns become NOT NULL (SchemaBuilderUtil.adjustColumns); others keep their type. */
export function withKey(table: CatalogTable): CatalogTable {
  const key = table.primaryKey;
  if (key === undefined) {
    return table;
  }
  return {
    ...table,
    columns: table.columns.map((it) =>
      it.kind === "physical" && key.columns.includes(it.name)
        ? { ...it, type: withNullable<DataType>(it.type, false) }
        : it,
    ),
  };
}
