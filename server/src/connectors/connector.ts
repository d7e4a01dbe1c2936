import type { Location } from "../text/range.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { ConnectorApi } from "./api.ts";
import type { ColumnType, TypeFault } from "./column-type.ts";
import type { Boundedness, Derived } from "./derived.ts";

export type { Boundedness, Derived };

/**
 * What is known of one connector: a file under `known/` exports one, named after it. It knows no parser and no job:
 * it is asked with options and versions, and answers with names and facts.
 */
export interface Connector {
  readonly id: string;
  /** The name for people: `Apache Kafka`. */
  readonly title: string;
  /** The Maven artifacts that hold it, as `group:artifact`; the artifact may end in `*`. Their version is the connector's. */
  readonly artifacts: readonly string[];
  /** Its table factories, one for each value of `'connector'`. Empty where it is none of SQL. */
  readonly tables: readonly TableFactory[];
  /** Of a connector that has catalogs of its own: what they make of a table that a script creates in them. */
  readonly catalog?: ConnectorCatalog;
  /** The classes of the DataStream API and what is reported for each. */
  readonly api?: ConnectorApi;
}

/** A catalog that stores tables in its own form: what it reads back may differ from what was written. */
export interface ConnectorCatalog {
  /** The values of `'type'` that name it. */
  readonly types: readonly string[];
  readonly keepsTableComment: boolean;
  readonly keepsColumnComments: boolean;
  /** The type of a column as the catalog gives it back, printed; the written one where it is kept. */
  storedType(type: string): string;
}

/** One value of `'connector'` and what a table with it does. */
export interface TableFactory {
  /** The values of `'connector'` that name it: `kafka`; the first is the one to show. */
  readonly identifiers: readonly string[];
  readonly roles: readonly TableRole[];
  /** Whether its sink takes DELETE and UPDATE (`SupportsRowLevelDelete`, `SupportsRowLevelUpdate`). */
  readonly changesRows: boolean;
  /** Where its sink takes INSERT OVERWRITE (`SupportsOverwrite`): in batch mode alone, or nowhere. */
  readonly overwrites: "never" | "batch" | "unknown";
  /** Options by key, from Flink's own factories where they were recorded. */
  readonly options: OptionTable;
  /** What the optimizer may hand to the source. */
  abilities(table: TableUse): SourceAbilities;
  boundedness(table: TableUse): Boundedness;
  /** As a source: whether its rows are only added, or changed too. As a sink: whether it takes changes. In streaming mode. */
  changes(table: TableUse): RowChanges;
  /** Namespace and name as OpenLineage's connector for Flink 2.x reports them. */
  dataset(table: TableUse): SqlDataset;
  /** What makes Flink refuse the table when a statement reads or writes it, the first thing first. */
  failures(table: TableUse): readonly TableFailure[];
  /** Whether it asks Flink to check its options. */
  readonly validates: boolean;
  /** Why its source cannot read a column of a type, where it asks for those columns alone that a query reads. */
  readFault(type: ColumnType, table: TableUse): TypeFault;
}

export type RowChanges = "appends" | "changes" | "unknown";

export type TableRole = "source" | "sink" | "lookup";

/** A table at one place of a job. */
export interface TableUse {
  /** `catalog.database.table`, without quotes. */
  readonly fullName: string;
  /** As they stand at the statement: LIKE, ALTER and hints merged. */
  readonly options: TableOptions;
  readonly role: TableRole;
  readonly runtimeMode: RuntimeMode;
  readonly hasPrimaryKey: boolean;
  /** The metadata columns: the key of each, and whether a sink leaves it out. */
  readonly metadata: readonly { readonly key: string; readonly isVirtual: boolean }[];
  /** The physical columns. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly isPartitioned: boolean;
  /** The connector's version as the build file has it. */
  readonly version: string | undefined;
}

export type RuntimeMode = "STREAMING" | "BATCH" | "AUTOMATIC";

export type TableOptions = ReadonlyMap<string, TableOption>;

export interface TableOption {
  readonly key: string;
  /** Its `at` is where the value stands. */
  readonly value: Value;
  /** Where the key stands; empty where a catalog gave it. */
  readonly keyAt: readonly Location[];
  /** Which option it is, or which options, only the run knows. */
  readonly isOpen?: true;
}

/** What a scan takes over from the query: each makes two scans of one table differ. */
export interface SourceAbilities {
  /** Whether it takes filters (`SupportsFilterPushDown`): all, some (by the shape of the expression), or none. */
  readonly filters: "all" | "some" | "none";
  readonly projection: boolean;
  readonly metadata: boolean;
  readonly partitions: boolean;
  readonly limit: boolean;
  readonly aggregates: boolean;
  readonly watermark: boolean;
}

/** What names a dataset. `undecided`: the values that the names need are not known. */
export interface SqlDataset {
  readonly namespace: Derived | Unknown;
  /** `undefined` where the connector leaves the name out. */
  readonly name: Derived | Unknown | undefined;
  /** Whether the table's full name stands in the symlinks facet, under the dataset's namespace. */
  readonly symlink: boolean;
}

/** An exception that Flink throws for a table's options. */
export interface TableFailure {
  readonly exception: string;
  readonly message: string;
  /** The option it is about, if one. */
  readonly option: string | undefined;
  /** Lint rule that reports it. */
  readonly rule:
    | "missing-option"
    | "unknown-option"
    | "invalid-option"
    | "missing-format"
    | "wrong-role"
    | "column-type";
}

export interface OptionTable {
  /** Whether every option of the factory is listed, in this version of the connector and its neighbours. */
  readonly complete: boolean;
  readonly options: ReadonlyMap<string, OptionFacts>;
  /** Keys that are free behind a prefix: `properties.`, `fields.`. */
  readonly prefixes: readonly string[];
  /** The options that name a format: `format`, `key.format`, `value.format`. */
  readonly formats: readonly FormatOption[];
}

/** `value.format` = `json` opens the options `value.json.*`. */
export interface FormatOption {
  readonly key: string;
  /** What stands before the format's name: `value.`, or nothing. */
  readonly prefix: string;
  /** Whether the factory asks nobody who reads the format's options (`validateExcept`). */
  readonly isFree?: true;
}

export interface OptionFacts {
  readonly key: string;
  readonly required: boolean;
  /** `String`, `Integer`, `Duration`, `MemorySize`, `Boolean`, or an enum's name. */
  readonly type: string;
  readonly values: readonly string[];
  readonly default: string | undefined;
  readonly description: string;
}
