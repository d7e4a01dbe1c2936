import type { Name } from "../syntax/sql/ast.ts";
import { hasHoles } from "../syntax/sql/holes.ts";
import { nearMisses } from "../text/near-miss.ts";
import { emptyMap, valueIn } from "./persistent-map.ts";
import type { Catalog, Database, Session } from "./session.ts";
import { type CatalogTable, fullName, type TablePath } from "./table.ts";

/** The full path of a name: Flink's CatalogManager.qualifyIdentifier. */
export function pathOf(session: Session, name: Name): TablePath {
  const parts = name.parts.map((it) => it.text);
  const table = parts.at(-1) ?? "";
  const database = parts.at(-2) ?? session.currentDatabase;
  const catalog = parts.at(-3) ?? session.currentCatalog;
  return [catalog, database, table];
}

/** What a table name leads to. */
export type FoundTable =
  | { readonly kind: "found"; readonly table: CatalogTable }
  /** A catalog that the script does not fill may hold it, or only the run knows its name. */
  | { readonly kind: "external"; readonly catalog: Catalog }
  | { readonly kind: "missing"; readonly what: "catalog" | "database" | "table" };

/** Looks a table up as Flink does: temporary ones first. */
export function findTable(session: Session, path: TablePath): FoundTable {
  const temporary = valueIn(session.temporaryTables, fullName(path));
  if (temporary !== undefined) {
    return { kind: "found", table: temporary };
  }
  return findPermanentTable(session, path);
}

/** The catalog of a name; where others may be there, one of which nothing is known. */
export function catalogNamed(session: Session, name: string): Catalog | undefined {
  const known = valueIn(session.catalogs, name);
  return known === undefined && session.otherCatalogs === true ? anyCatalog(name) : known;
}

/** A catalog of which nothing is known. */
function anyCatalog(name: string): Catalog {
  return {
    name,
    type: undefined,
    options: new Map(),
    comment: undefined,
    complete: false,
    databases: emptyMap,
    at: undefined,
  };
}

/** Looks a table up among the permanent ones. */
export function findPermanentTable(session: Session, path: TablePath): FoundTable {
  const isOpen = path.some(hasHoles);
  const catalog = catalogNamed(session, path[0]) ?? (isOpen ? anyCatalog(path[0]) : undefined);
  if (catalog === undefined) {
    return { kind: "missing", what: "catalog" };
  }
  const database = valueIn(catalog.databases, path[1]);
  const table = database === undefined ? undefined : valueIn(database.tables, path[2]);
  if (table !== undefined) {
    return { kind: "found", table };
  }
  if (!catalog.complete || isOpen) {
    return { kind: "external", catalog };
  }
  return { kind: "missing", what: database === undefined ? "database" : "table" };
}

/** The database of a path, if the session knows it. */
export function databaseAt(
  session: Session,
  catalogName: string,
  databaseName: string,
): Database | undefined {
  const catalog = valueIn(session.catalogs, catalogName);
  return catalog === undefined ? undefined : valueIn(catalog.databases, databaseName);
}

/** Those of the names that a typing slip may have meant, the nearest first. */
export function nearNames(wanted: string, names: Iterable<string>): readonly string[] {
  return nearMisses(wanted, [...new Set(names)].sort(), 3)
    .filter((it) => it !== wanted)
    .slice(0, 3);
}
