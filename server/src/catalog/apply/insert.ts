import type { Name } from "../../syntax/sql/ast.ts";
import type { Insert } from "../../syntax/sql/statements/insert.ts";
import type { Location } from "../../text/range.ts";
import { type DataType, printDataType, withNullable } from "../data-type.ts";
import type { CatalogFinding, JobSink, SinkColumn } from "../effect.ts";
import { refuseRereading } from "../from-pivot.ts";
import { statementQuery } from "../from-query.ts";
import { externalTable, hintOptions, refuseTable, withOptions } from "../from-table.ts";
import { findTable, nearNames, pathOf } from "../names.ts";
import type { Relation } from "../relation.ts";
import { locate, type Resolver, refuse, refuseInvalid } from "../resolver.ts";
import { type CatalogTable, fullName, persistedColumns, type TableColumn } from "../table.ts";
import { castsImplicitly } from "../types/implicit-cast.ts";

/** The sink of an INSERT with its query; undefined where no table is named or there is none. */
export function resolveInsert(resolver: Resolver, node: Insert): JobSink | undefined {
  if (node.table === undefined || node.query === undefined) {
    return undefined;
  }
  const table = sinkTable(resolver, node.table);
  const query = statementQuery(resolver, node.query);
  if (table === undefined) {
    return undefined;
  }
  const at = locate(resolver, node.table);
  const hinted = withOptions(table, hintOptions(resolver, node.hints));
  const target = targetColumns(resolver, table, node);
  if (node.columns.length > 0 || node.partition.some((it) => it.value !== undefined)) {
    refuseRereading(resolver, at);
  }
  if (table.kind !== "external") {
    checkColumns(resolver, table, target.named, query, at);
  }
  const columns = sinkColumns(persistedColumns(table), (column) => target.sourceOf(column));
  const listed = node.columns.map((it) => it.parts.map((part) => part.text).join("."));
  return { table: hinted, query, columns, listed, overwrite: node.overwrite, at };
}

/** The table that a statement writes. */
export function sinkTable(resolver: Resolver, name: Name): CatalogTable | undefined {
  const path = pathOf(resolver.session, name);
  const found = findTable(resolver.session, path);
  const at = locate(resolver, name);
  if (found.kind === "missing") {
    refuseTable(resolver, name, path, found, at);
    return undefined;
  }
  if (found.kind === "external") {
    return externalTable(path, found.catalog.type);
  }
  if (found.table.kind === "view") {
    const message = `${fullName(path)} is a view; a view cannot be written.`;
    refuseInvalid(resolver, message, at);
    return undefined;
  }
  return found.table;
}

/** Each persisted column of a sink with what fills it; `-1` of `sourceOf` means NULL, `undefined` a constant. */
export function sinkColumns(
  persisted: readonly TableColumn[],
  sourceOf: (column: TableColumn) => number | undefined,
): readonly SinkColumn[] {
  return persisted.map((it): SinkColumn => {
    const index = sourceOf(it);
    return {
      name: it.name,
      type: it.type,
      from:
        index === undefined
          ? { kind: "constant" }
          : index < 0
            ? undefined
            : { kind: "column", index },
    };
  });
}

interface Target {
  /** The columns that the query fills, in its order. */
  readonly named: readonly TableColumn[];
  readonly sourceOf: (column: TableColumn) => number | undefined;
}

/** PreValidateReWriter: static partitions are constants, a list of columns fills these, all else in order. */
function targetColumns(resolver: Resolver, table: CatalogTable, node: Insert): Target {
  const persisted = persistedColumns(table);
  const fixed = node.partition.filter((it) => it.value !== undefined).map((it) => it.column.text);
  const listed = node.columns.map((it) => {
    const name = it.parts.map((part) => part.text).join(".");
    const column = persisted.find((other) => other.name === name);
    if (column === undefined && table.kind !== "external") {
      const at = locate(resolver, it);
      refuse(
        resolver,
        {
          kind: "unknown-column",
          name,
          table: fullName(table.path),
          near: nearNames(
            name,
            persisted.map((other) => other.name),
          ),
          at,
        },
        `Unknown target column '${name}'`,
      );
    }
    return column;
  });
  const missing =
    listed.length === 0
      ? undefined
      : persisted.find(
          (it) => !it.type.nullable && !fixed.includes(it.name) && !listed.includes(it),
        );
  if (missing !== undefined && table.kind !== "external") {
    const message = `Column '${missing.name}' has no default value and does not allow NULLs`;
    refuseInvalid(resolver, message, locate(resolver, node.table ?? node));
  }
  const opaque =
    listed.length === 0
      ? undefined
      : persisted.find(
          (it) => !listed.includes(it) && !fixed.includes(it.name) && isOpaque(it.type),
        );
  if (opaque !== undefined && table.kind !== "external") {
    const message = `Flink cannot fill the column '${opaque.name}' with NULL: it has no literal of a STRUCTURED or VARIANT type.`;
    const at = locate(resolver, node.table ?? node);
    refuseInvalid(resolver, message, at, "java.lang.UnsupportedOperationException");
  }
  const open = persisted.filter((it) => !fixed.includes(it.name));
  const named = listed.length > 0 ? listed.flatMap((it) => it ?? []) : open;
  return {
    named,
    sourceOf: (column) => (fixed.includes(column.name) ? undefined : named.indexOf(column)),
  };
}

/** Notes where a query does not fit the columns that it fills: their number, then their types. */
export function checkColumns(
  resolver: Resolver,
  table: CatalogTable,
  named: readonly TableColumn[],
  query: Relation,
  at: Location,
): void {
  const fault = resolver.failures.length > 0 ? undefined : columnFault(table, named, query, at);
  if (fault !== undefined) {
    refuse(resolver, fault.finding, fault.message);
  }
}

/** Where a query does not fit the columns that it fills, and what Flink says of it (DynamicSinkUtils). */
export interface ColumnFault {
  readonly finding: CatalogFinding;
  readonly message: string;
}

/** The first fault of the columns of a query whose columns are all known. */
export function columnFault(
  table: CatalogTable,
  named: readonly TableColumn[],
  query: Relation,
  at: Location,
): ColumnFault | undefined {
  if (!query.complete) {
    return undefined;
  }
  const name = fullName(table.path);
  const message = `Column types of query result and sink for '${name}' do not match. Cause:`;
  if (query.columns.length !== named.length) {
    return {
      finding: {
        kind: "insert-column-count",
        table: name,
        expected: named.map((it) => it.name),
        actual: query.columns.map((it) => it.name),
        at,
      },
      message: `${message} Different number of columns.`,
    };
  }
  for (const [index, column] of named.entries()) {
    const from = query.columns[index];
    if (from !== undefined && !castsImplicitly(from.type, column.type)) {
      return {
        finding: {
          kind: "insert-column-type",
          table: name,
          column: column.name,
          expected: printDataType(withNullable(column.type, true)),
          actual: printDataType(withNullable(from.type, true)),
          at,
        },
        message: `${message} Incompatible types for sink column '${column.name}' at position ${index}.`,
      };
    }
  }
  return undefined;
}

/** SqlTypeUtil.convertTypeToSpec has no words for these, wherever they stand in a type. */
function isOpaque(type: DataType): boolean {
  switch (type.kind) {
    case "STRUCTURED":
    case "VARIANT":
      return true;
    case "ARRAY":
    case "MULTISET":
      return isOpaque(type.element);
    case "MAP":
      return isOpaque(type.key) || isOpaque(type.value);
    case "ROW":
      return type.fields.some((it) => isOpaque(it.type));
    default:
      return false;
  }
}
