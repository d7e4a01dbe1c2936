import type { ColumnPosition, Name, SchemaChange } from "../../syntax/sql/ast.ts";
import type { AlterTable } from "../../syntax/sql/statements/alter-table.ts";
import type { Location } from "../../text/range.ts";
import type { CatalogContext } from "../context.ts";
import { resolverFor } from "../from-query.ts";
import { refuseTable } from "../from-table.ts";
import { findPermanentTable, findTable, pathOf } from "../names.ts";
import { readOptions } from "../options.ts";
import type { Resolver } from "../resolver.ts";
import { resolvedNow } from "../runtime-mode.ts";
import type { Session } from "../session.ts";
import { type CatalogTable, fullName, type TableColumn } from "../table.ts";
import { alteredFault, constraintFault } from "./check-table.ts";
import { referenceTo } from "./column-references.ts";
import { type Applied, changed, failed, failedInvalid, noting } from "./step.ts";
import { withoutTable, withTable } from "./store.ts";
import {
  distributionOf,
  primaryKeyOf,
  schemaColumns,
  typed,
  watermarkOf,
  withKey,
} from "./table-schema.ts";

/** ALTER TABLE in all its forms. */
export function alterTable(context: CatalogContext, session: Session, node: AlterTable): Applied {
  if (node.name === undefined || node.change === undefined) {
    return changed(session);
  }
  const path = pathOf(session, node.name);
  const at = context.source.locate(node.name.range);
  const found = findTable(session, path);
  const resolver = resolverFor(context, session);
  if (found.kind === "external") {
    return changed(session);
  }
  if (found.kind === "missing") {
    if (!node.ifExists) {
      refuseTable(resolver, node.name, path, found, at);
    }
    return noting(changed(session), resolver);
  }
  const table = found.table;
  if (table.kind === "view") {
    const message = `ALTER TABLE for a view is not allowed: ${fullName(path)}`;
    return failedInvalid(session, message, at);
  }
  const change = node.change;
  switch (change.kind) {
    case "rename":
      return change.to === undefined
        ? changed(session)
        : renameTable(session, table, change.to, at);
    case "renameColumn":
      return change.to === undefined
        ? changed(session)
        : altered(session, renameColumn(table, change.from, change.to), resolver, at);
    case "set":
      return changed(
        withTable(session, {
          ...table,
          options: new Map([...table.options, ...readOptions(context, change.options)]),
        }),
      );
    case "reset": {
      const options = new Map(table.options);
      for (const key of change.keys) {
        options.delete(key.text);
      }
      return changed(withTable(session, { ...table, options }));
    }
    case "addPartitions":
    case "dropPartitions":
    case "compact":
      return changed(session);
    default:
      return altered(session, changeSchema(resolver, table, change), resolver, at);
  }
}

/** The changed table, or why Flink refuses the change. */
export type Change =
  | CatalogTable
  | { readonly refused: string; readonly column: string | undefined };

function altered(session: Session, change: Change, resolver: Resolver, at: Location): Applied {
  if ("refused" in change) {
    const finding =
      change.column === undefined
        ? { kind: "invalid" as const, message: change.refused, at }
        : { kind: "unknown-column" as const, name: change.column, table: undefined, near: [], at };
    return noting(failed(session, finding, change.refused), resolver);
  }
  return noting(changed(withTable(session, resolvedNow(resolver, change))), resolver);
}

function renameTable(session: Session, table: CatalogTable, to: Name, at: Location): Applied {
  const target = pathOf(session, to);
  // The catalog's renameTable keeps the database: only the last part counts.
  const path: CatalogTable["path"] = [table.path[0], table.path[1], target[2]];
  if (findPermanentTable(session, path).kind === "found" && !table.temporary) {
    return failed(
      session,
      { kind: "object-exists", object: "table", name: fullName(path), at },
      `Could not rename to ${fullName(path)}: the table exists.`,
    );
  }
  return changed(withTable(withoutTable(session, table), { ...table, path }));
}

function renameColumn(table: CatalogTable, from: Name, to: Name): Change {
  const before = textOf(from);
  const after = textOf(to);
  if (!table.columns.some((it) => it.name === before)) {
    return {
      refused: `The column \`${before}\` does not exist in the base table.`,
      column: before,
    };
  }
  if (table.columns.some((it) => it.name === after)) {
    return {
      refused: `The column \`${after}\` already existed in table schema.`,
      column: undefined,
    };
  }
  // Keys are renamed along; expressions are not.
  const bare = { ...table, partitionKeys: [], primaryKey: undefined, distribution: undefined };
  const reference = table.partitionKeys.includes(before)
    ? referenceTo(table, before, [])
    : referenceTo(bare, before, []);
  if (reference !== undefined) {
    return { refused: reference, column: undefined };
  }
  const swap = (name: string): string => (name === before ? after : name);
  return {
    ...table,
    columns: table.columns.map((it) => (it.name === before ? { ...it, name: after } : it)),
    primaryKey:
      table.primaryKey === undefined
        ? undefined
        : { ...table.primaryKey, columns: table.primaryKey.columns.map(swap) },
    partitionKeys: table.partitionKeys.map(swap),
    distribution:
      table.distribution === undefined
        ? undefined
        : { ...table.distribution, columns: table.distribution.columns.map(swap) },
  };
}

function textOf(name: Name): string {
  return name.parts.map((it) => it.text).join(".");
}

/** ADD, MODIFY and DROP of columns, keys, watermark and distribution: of tables and materialized tables. */
export function changeSchema(
  resolver: Resolver,
  table: CatalogTable,
  change: SchemaChange,
): Change {
  switch (change.kind) {
    case "add":
    case "modify":
      return addOrModify(resolver, table, change);
    case "dropColumns":
      return dropColumns(table, change.columns.map(textOf));
    case "dropConstraint":
    case "dropPrimaryKey":
      return table.primaryKey === undefined
        ? { refused: "The base table does not define any primary key.", column: undefined }
        : { ...table, primaryKey: undefined };
    case "dropWatermark":
      return table.watermark === undefined
        ? { refused: "The base table does not define any watermark strategy.", column: undefined }
        : { ...table, watermark: undefined };
    case "addDistribution":
    case "modifyDistribution":
      return { ...table, distribution: distributionOf(change.distribution) };
    case "dropDistribution":
      return { ...table, distribution: undefined };
  }
}

function addOrModify(
  resolver: Resolver,
  table: CatalogTable,
  change: SchemaChange & { readonly kind: "add" | "modify" },
): Change {
  const adding = change.kind === "add";
  const constraint = constraintFault(change.schema);
  if (constraint !== undefined) {
    return { refused: constraint, column: undefined };
  }
  const columns = schemaColumns(resolver, change.schema.columns, table.columns);
  let all: readonly TableColumn[] = table.columns;
  for (const [index, column] of columns.entries()) {
    const exists = all.some((it) => it.name === column.name);
    if (exists === adding) {
      const why = adding ? "already exists" : "does not exist";
      const column_ = adding ? undefined : column.name;
      return {
        refused: `The column \`${column.name}\` ${why} in the base table.`,
        column: column_,
      };
    }
    const position = change.schema.columns[index]?.position;
    const placed = place(all, adding ? column : commented(all, column), position, adding);
    if (placed === undefined) {
      return {
        refused: "Referenced column by 'AFTER' does not exist in the table.",
        column: undefined,
      };
    }
    all = placed;
  }
  const key = primaryKeyOf(resolver, change.schema);
  if (adding && key !== undefined && table.primaryKey !== undefined) {
    return {
      refused: "The base table has already defined the primary key constraint.",
      column: undefined,
    };
  }
  const watermark = watermarkOf(resolver, change.schema.watermarks);
  if (adding && watermark !== undefined && table.watermark !== undefined) {
    return {
      refused: "The base table has already defined the watermark strategy.",
      column: undefined,
    };
  }
  const retyped = all.map((it) => (it.kind === "computed" ? typed(resolver, it, all) : it));
  const altered = {
    ...table,
    columns: retyped,
    primaryKey: key ?? table.primaryKey,
    watermark: watermark ?? table.watermark,
  };
  const fault = table.kind === "external" ? undefined : alteredFault(altered);
  return fault === undefined ? withKey(altered) : { refused: fault, column: undefined };
}

/** A comment that MODIFY does not write stays (SchemaConverter). */
function commented(all: readonly TableColumn[], column: TableColumn): TableColumn {
  return column.comment === undefined
    ? { ...column, comment: all.find((it) => it.name === column.name)?.comment }
    : column;
}

function place(
  all: readonly TableColumn[],
  column: TableColumn,
  position: ColumnPosition | undefined,
  adding: boolean,
): readonly TableColumn[] | undefined {
  const others = all.filter((it) => it.name !== column.name);
  if (position === undefined) {
    return adding ? [...all, column] : all.map((it) => (it.name === column.name ? column : it));
  }
  if (position.kind === "FIRST") {
    return [column, ...others];
  }
  const after = others.findIndex((it) => it.name === textOf(position.column));
  return after < 0 ? undefined : others.toSpliced(after + 1, 0, column);
}

function dropColumns(table: CatalogTable, names: readonly string[]): Change {
  const missing = names.find((name) => !table.columns.some((it) => it.name === name));
  if (missing !== undefined) {
    return {
      refused: `The column \`${missing}\` does not exist in the base table.`,
      column: missing,
    };
  }
  const reference = names.map((it) => referenceTo(table, it, names)).find((it) => it !== undefined);
  if (reference !== undefined) {
    return { refused: reference, column: undefined };
  }
  return { ...table, columns: table.columns.filter((it) => !names.includes(it.name)) };
}
