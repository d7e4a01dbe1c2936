import { valueIn, withValue } from "../persistent-map.ts";
import { type Catalog, type Database, emptyDatabase, type Session } from "../session.ts";
import { type CatalogTable, fullName } from "../table.ts";

/** The session with this table in its place, permanent or temporary. */
export function withTable(session: Session, table: CatalogTable): Session {
  return table.temporary
    ? {
        ...session,
        temporaryTables: withValue(session.temporaryTables, fullName(table.path), table),
      }
    : withDatabase(session, table.path, (database) => ({
        ...database,
        tables: withValue(database.tables, table.path[2], table),
      }));
}

/** The session without this table. */
export function withoutTable(session: Session, table: CatalogTable): Session {
  return table.temporary
    ? {
        ...session,
        temporaryTables: withValue(session.temporaryTables, fullName(table.path), undefined),
      }
    : withDatabase(session, table.path, (database) => ({
        ...database,
        tables: withValue(database.tables, table.path[2], undefined),
      }));
}

/** The session with a database changed; one of an external catalog comes to be by being named. */
export function withDatabase(
  session: Session,
  path: readonly [catalog: string, database: string, ...rest: unknown[]],
  change: (database: Database) => Database,
): Session {
  return withCatalog(session, path[0], (catalog) => {
    const database = valueIn(catalog.databases, path[1]) ?? emptyDatabase(path[1]);
    return { ...catalog, databases: withValue(catalog.databases, path[1], change(database)) };
  });
}

/** The session with a catalog changed; unchanged where there is no such catalog. */
export function withCatalog(
  session: Session,
  name: string,
  change: (catalog: Catalog) => Catalog,
): Session {
  const catalog = valueIn(session.catalogs, name);
  return catalog === undefined
    ? session
    : { ...session, catalogs: withValue(session.catalogs, name, change(catalog)) };
}
