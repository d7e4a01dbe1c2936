import type { Location } from "../text/range.ts";
import type { Value } from "../values/value.ts";
import type { DataType } from "./data-type.ts";
import type { JobSink } from "./effect.ts";
import { emptyMap, type PersistentMap } from "./persistent-map.ts";
import type { Relation } from "./relation.ts";
import type { SetValue } from "./set-value.ts";
import type { CatalogTable, OptionValue, TableColumn, TablePath } from "./table.ts";

/**
 * All that Flink's session knows after a statement: a value that shares what did not change with the session before,
 * so that one can be kept for each statement of a script.
 */
export interface Session {
  readonly catalogs: PersistentMap<Catalog>;
  /** Temporary tables and views by full name (`temporaryKey`); they hide permanent ones. */
  readonly temporaryTables: PersistentMap<CatalogTable>;
  readonly temporaryFunctions: PersistentMap<CatalogFunction>;
  /** CREATE TEMPORARY SYSTEM FUNCTION, by lower-case name. */
  readonly systemFunctions: PersistentMap<CatalogFunction>;
  readonly temporaryModels: PersistentMap<CatalogModel>;
  /** Whether there are catalogs that nobody here has written down: those of a catalog store, of a service. */
  readonly otherCatalogs?: true;
  readonly currentCatalog: string;
  readonly currentDatabase: string;
  /** What SET has set and not RESET, by key. */
  readonly configuration: PersistentMap<SetValue>;
  /** Views as resolved, by full name. */
  readonly resolvedViews: PersistentMap<ResolvedView>;
  /** Whether LOAD MODULE has brought functions that the script does not tell. */
  readonly modules: boolean;
  /** The INSERTs since BEGIN STATEMENT SET; undefined outside. */
  readonly statementSet: OpenStatementSet | undefined;
}

/** A view's query as resolved when it was created; it holds while the tables that it rests on are still the catalog's. */
export interface ResolvedView {
  readonly view: CatalogTable;
  readonly relation: Relation;
  readonly rests: readonly { readonly path: TablePath; readonly table: CatalogTable | undefined }[];
}

export interface OpenStatementSet {
  readonly at: Location;
  readonly sinks: readonly JobSink[];
}

export interface Catalog {
  readonly name: string;
  /** Its `type` option: `generic_in_memory`, `jdbc`, `hive`, `iceberg`, `paimon` ...; undefined where it is not known. */
  readonly type: string | undefined;
  readonly options: ReadonlyMap<string, OptionValue>;
  /** The database that it begins with, where neither its options nor its type say it. */
  readonly firstDatabase?: string;
  readonly comment: string | undefined;
  /** Whether the script alone says what is in it; the others may hold tables that no one here has read. */
  readonly complete: boolean;
  readonly databases: PersistentMap<Database>;
  readonly at: Location | undefined;
}

export interface Database {
  readonly name: string;
  readonly comment: string | undefined;
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly tables: PersistentMap<CatalogTable>;
  readonly functions: PersistentMap<CatalogFunction>;
  readonly models: PersistentMap<CatalogModel>;
  readonly at: Location | undefined;
}

export interface CatalogFunction {
  readonly name: string;
  readonly className: Value | undefined;
  readonly language: "JAVA" | "SCALA" | "SQL" | "PYTHON";
  /** Of a temporal table function: the table whose rows it gives as they were. */
  readonly temporal?: Relation;
  readonly at: Location;
}

export interface CatalogModel {
  readonly name: string;
  readonly input: readonly TableColumn[];
  readonly output: readonly { readonly name: string; readonly type: DataType }[];
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly at: Location;
}

/** The session at the start of a script: Flink's default catalog and database, nothing else. */
export const emptySession: Session = {
  catalogs: {
    layers: [
      new Map([
        [
          "default_catalog",
          {
            name: "default_catalog",
            type: "generic_in_memory",
            options: new Map(),
            firstDatabase: "default_database",
            comment: undefined,
            complete: true,
            databases: {
              layers: [new Map([["default_database", emptyDatabase("default_database")]])],
            },
            at: undefined,
          },
        ],
      ]),
    ],
  },
  temporaryTables: emptyMap,
  temporaryFunctions: emptyMap,
  systemFunctions: emptyMap,
  temporaryModels: emptyMap,
  currentCatalog: "default_catalog",
  currentDatabase: "default_database",
  configuration: emptyMap,
  resolvedViews: emptyMap,
  modules: false,
  statementSet: undefined,
};

/** A database without anything in it. */
export function emptyDatabase(name: string): Database {
  return {
    name,
    comment: undefined,
    options: new Map(),
    tables: emptyMap,
    functions: emptyMap,
    models: emptyMap,
    at: undefined,
  };
}
