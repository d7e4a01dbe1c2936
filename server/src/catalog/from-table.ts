import type { Hint, Name } from "../syntax/sql/ast.ts";
import type { Location, Range } from "../text/range.ts";
import { type DataType, printDataType, withNullable } from "./data-type.ts";
import { databaseAt, type FoundTable, findTable, nearNames, pathOf } from "./names.ts";
import { readOptions } from "./options.ts";
import { entriesOf, valueIn } from "./persistent-map.ts";
import type { OriginKind, Relation, RelationColumn, Scalar, ScanRelation } from "./relation.ts";
import { inputsOf, project, renamed } from "./relations.ts";
import {
  type Environment,
  locate,
  type Resolver,
  refuse,
  refuseInvalid,
  type Source,
  scopeOf,
  topEnvironment,
  unknownScalar,
} from "./resolver.ts";
import { refuseOtherMode } from "./runtime-mode.ts";
import type { ResolvedView, Session } from "./session.ts";
import {
  type CatalogTable,
  columnsAlone,
  fullName,
  type OptionValue,
  type TableColumn,
  type TablePath,
} from "./table.ts";

/** A table as a query names it. */
export interface NamedTable {
  readonly name: Name;
  readonly hints: readonly Hint[];
  readonly range: Range;
}

/** The relation that a table's name stands for: a table of WITH, a view's query, or a scan. */
export function tableRelation(
  resolver: Resolver,
  environment: Environment,
  node: NamedTable,
): Source {
  const at = locate(resolver, node.name);
  const [first] = node.name.parts;
  const common =
    node.name.parts.length === 1 && first !== undefined
      ? environment.commonTables.get(first.text)
      : undefined;
  if (common !== undefined && first !== undefined) {
    return sourceOf(common, [first.text], undefined);
  }
  const path = pathOf(resolver.session, node.name);
  const found = findTable(resolver.session, path);
  const table = found.kind === "found" ? found.table : undefined;
  resolver.rests.set(fullName(path), { path, table });
  if (found.kind === "missing") {
    refuseTable(resolver, node.name, path, found, at);
    return sourceOf(missingTable(path, at), path, "");
  }
  const target = found.kind === "found" ? found.table : externalTable(path, found.catalog.type);
  const relation = relationOf(resolver, target, node.hints, at);
  return sourceOf(relation, path, relation.complete ? undefined : fullName(path));
}

function sourceOf(
  relation: Relation,
  names: readonly string[],
  external: string | undefined,
): Source {
  const table = {
    names,
    start: 0,
    end: relation.columns.length,
    external: relation.complete ? undefined : (external ?? ""),
    qualifiedOnly: false,
  };
  return { relation, tables: [table], merged: [] };
}

/** Notes that a table is not there, with the names that may have been meant. */
export function refuseTable(
  resolver: Resolver,
  name: Name,
  path: TablePath,
  found: FoundTable & { readonly kind: "missing" },
  at: Location,
): void {
  const session = resolver.session;
  const kind =
    found.what === "catalog"
      ? "unknown-catalog"
      : found.what === "database"
        ? "unknown-database"
        : "unknown-table";
  const database = databaseAt(session, path[0], path[1]);
  const candidates =
    found.what === "catalog"
      ? entriesOf(session.catalogs).keys()
      : found.what === "database"
        ? entriesOf(valueIn(session.catalogs, path[0])?.databases ?? { layers: [] }).keys()
        : [
            ...(database === undefined ? [] : entriesOf(database.tables).keys()),
            ...[...entriesOf(session.temporaryTables).values()].map((it) => it.path[2]),
          ];
  const wanted = found.what === "catalog" ? path[0] : found.what === "database" ? path[1] : path[2];
  const written = name.parts.map((it) => it.text).join(".");
  refuse(
    resolver,
    { kind, name: written, near: nearNames(wanted, candidates), at },
    `Object '${wanted}' not found`,
  );
}

function missingTable(path: TablePath, at: Location): Relation {
  return {
    kind: "unknown",
    reason: "missing",
    detail: `There is no table ${fullName(path)}.`,
    inputs: [],
    columns: [],
    complete: false,
    at,
  };
}

/** A table that a catalog outside the script holds. */
export function externalTable(path: TablePath, catalogType: string | undefined): CatalogTable {
  return {
    path,
    kind: "external",
    temporary: false,
    columns: [],
    ...columnsAlone,
    catalogType,
    at: undefined,
  };
}

/** The relation of a table of the catalog, with the options of a hint merged in. */
export function relationOf(
  resolver: Resolver,
  table: CatalogTable,
  hints: readonly Hint[],
  at: Location,
): Relation {
  const hint = hintOptions(resolver, hints);
  if (table.kind === "view") {
    if (hint.size > 0) {
      const message = `View '${fullName(table.path)}' cannot be enriched with new options. Hints can only be applied to tables.`;
      refuseInvalid(resolver, message, at);
    }
    if (table.definition?.isReadable === false) {
      const message = `Flink cannot read the view ${fullName(table.path)}: it writes UNPIVOT down behind the table's alias, which is no SQL.`;
      refuseInvalid(resolver, message, at);
    }
    return viewRelation(resolver, table, at);
  }
  return scanOf(resolver, withOptions(table, hint), hint, at);
}

/** What the OPTIONS hints say. */
export function hintOptions(
  resolver: Resolver,
  hints: readonly Hint[],
): ReadonlyMap<string, OptionValue> {
  if (hints.length === 0) {
    return noOptions;
  }
  const options = hints
    .filter((it) => it.name.text.toUpperCase() === "OPTIONS")
    .flatMap((it) => it.options);
  return options.length === 0 ? noOptions : readOptions(resolver.context, options);
}

const noOptions: ReadonlyMap<string, OptionValue> = new Map();

/** The table with more options, the later ones winning. */
export function withOptions(
  table: CatalogTable,
  options: ReadonlyMap<string, OptionValue>,
): CatalogTable {
  return options.size === 0
    ? table
    : { ...table, options: new Map([...table.options, ...options]) };
}

function viewRelation(resolver: Resolver, view: CatalogTable, at: Location): Relation {
  const resolved = stillResolved(resolver.session, view);
  if (resolved !== undefined) {
    refuseOtherMode(resolver, resolved.relation, at);
    for (const it of resolved.rests) {
      resolver.rests.set(fullName(it.path), it);
      const inner =
        it.table?.kind === "view" ? stillResolved(resolver.session, it.table) : undefined;
      if (inner !== undefined) {
        refuseOtherMode(resolver, inner.relation, at);
      }
    }
    return resolved.relation;
  }
  const definition = view.definition;
  if (definition === undefined || resolver.expanding.includes(view)) {
    return {
      kind: "unknown",
      reason: definition === undefined ? "external-system" : "unsupported",
      detail: `The query of ${fullName(view.path)} is not known.`,
      inputs: [],
      columns: [],
      complete: false,
      at,
    };
  }
  const inner: Resolver = {
    ...resolver,
    context: { ...resolver.context, source: definition.source },
    session: {
      ...resolver.session,
      currentCatalog: definition.catalog,
      currentDatabase: definition.database,
    },
    expanding: [...resolver.expanding, view],
  };
  const relation = resolver.query(inner, topEnvironment, definition.query);
  refuseOtherMode(resolver, relation, at);
  return asCreated(resolver, view, definition.columns, relation, at);
}

/** The view's columns as they were when it was created: stars were expanded then, types are cast to those of then. */
function asCreated(
  resolver: Resolver,
  view: CatalogTable,
  columns: readonly string[],
  relation: Relation,
  at: Location,
): Relation {
  const names = view.columns.map((it) => it.name);
  if (!relation.complete) {
    return renamed(relation, names);
  }
  const inputs = inputsOf(relation);
  const kept = view.columns.map((column, index): Scalar => {
    const name = columns[index];
    const input = inputs[relation.columns.findIndex((it) => it.name === name)];
    if (input === undefined) {
      const finding = {
        kind: "unknown-column",
        name: name ?? "",
        table: fullName(view.path),
        near: [],
        at,
      } as const;
      refuse(resolver, finding, `Column '${name}' not found in any table`);
      return unknownScalar("missing", `There is no column ${name}.`, [], at);
    }
    return sameBesidesNull(input.type, column.type)
      ? input
      : {
          kind: "call",
          operator: "CAST",
          operands: [input],
          type: column.type,
          at,
          identity: false,
        };
  });
  return project(relation, kept, names, undefined, at);
}

function sameBesidesNull(one: DataType, other: DataType): boolean {
  return printDataType(withNullable(one, true)) === printDataType(withNullable(other, true));
}

/** What the view was resolved to when it was created, if all that it rests on is still the same. */
function stillResolved(session: Session, view: CatalogTable): ResolvedView | undefined {
  const resolved = valueIn(session.resolvedViews, fullName(view.path));
  const same =
    resolved?.view === view &&
    resolved.rests.every((it) => {
      const found = findTable(session, it.path);
      return (found.kind === "found" ? found.table : undefined) === it.table;
    });
  return same ? resolved : undefined;
}

function scanOf(
  resolver: Resolver,
  table: CatalogTable,
  hint: ReadonlyMap<string, OptionValue>,
  at: Location,
): Relation {
  const scan: ScanRelation = {
    kind: "scan",
    table,
    hint,
    timeTravel: undefined,
    columns: scanColumns(table),
    complete: table.kind !== "external",
    at,
  };
  return scan.columns.length === table.columns.length
    ? scan
    : withComputed(resolver, table, scan, at);
}

/** The stored columns of a table, the same values for each of its scans. */
function scanColumns(table: CatalogTable): readonly RelationColumn[] {
  const known = scanned.get(table);
  if (known !== undefined) {
    return known;
  }
  const name = fullName(table.path);
  const columns = table.columns
    .filter((it) => it.kind !== "computed")
    .map((it) => ({
      name: it.name,
      type: timed(table, it),
      origins: [{ table: name, column: it.name, path: undefined, kinds: itself }],
      open: false,
    }));
  scanned.set(table, columns);
  return columns;
}

const itself: readonly OriginKind[] = ["IDENTITY"];

const scanned = new WeakMap<CatalogTable, readonly RelationColumn[]>();

/** The column's type, marked as event time where the watermark is declared on it. */
function timed(table: CatalogTable, column: TableColumn): TableColumn["type"] {
  const type = column.type;
  return table.watermark?.column === column.name &&
    (type.kind === "TIMESTAMP" || type.kind === "TIMESTAMP_LTZ")
    ? { ...type, attribute: "rowtime" }
    : type;
}

function withComputed(
  resolver: Resolver,
  table: CatalogTable,
  scan: ScanRelation,
  at: Location,
): Relation {
  const computed = table.columns.map((column) => computedColumn(resolver, table, scan, column));
  const names = table.columns.map((it) => it.name);
  return { ...project(scan, computed, names, undefined, at), isTable: true };
}

function computedColumn(
  resolver: Resolver,
  table: CatalogTable,
  scan: ScanRelation,
  column: TableColumn,
): Scalar {
  if (column.kind !== "computed") {
    const index = scan.columns.findIndex((it) => it.name === column.name);
    return { kind: "input", index, type: scan.columns[index]?.type ?? column.type, at: scan.at };
  }
  const source: Source = {
    relation: scan,
    tables: [
      { names: [], start: 0, end: scan.columns.length, external: undefined, qualifiedOnly: false },
    ],
    merged: [],
  };
  // What is wrong in a computed column was noted at CREATE TABLE.
  const quiet: Resolver = { ...resolver, findings: [], failures: [] };
  const scalar = quiet.expression(
    {
      ...quiet,
      context: {
        ...resolver.context,
        source: { ...resolver.context.source, locate: () => column.at },
      },
    },
    scopeOf(quiet, topEnvironment, source),
    column.expression,
  );
  return { ...scalar, type: timed(table, { ...column, type: scalar.type }) };
}
