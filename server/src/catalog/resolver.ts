import type { Expression, NamedWindow, Query } from "../syntax/sql/ast.ts";
import type { Location, Range } from "../text/range.ts";
import type { UnknownReason } from "../values/value.ts";
import type { CatalogContext } from "./context.ts";
import type { DataType } from "./data-type.ts";
import type { CatalogFinding, FailureEffect } from "./effect.ts";
import type { Origin, Relation, RelationColumn, Scalar, UnknownScalar } from "./relation.ts";
import type { Session } from "./session.ts";
import type { CatalogTable, TablePath } from "./table.ts";

/** What one statement's queries are resolved with, and what is noticed on the way. It lives for one call. */
export interface Resolver {
  readonly context: CatalogContext;
  readonly session: Session;
  readonly findings: CatalogFinding[];
  readonly failures: FailureEffect[];
  /** The tables that were asked for, by full name: a view is valid while these are the same. */
  readonly rests: Map<
    string,
    { readonly path: TablePath; readonly table: CatalogTable | undefined }
  >;
  /** Correlations that an inner query really uses. */
  readonly used: Set<number>;
  readonly counter: { correlation: number };
  /** What Flink cannot write down and read again: UNPIVOT, and columns of a table in FROM that gets no name then. */
  readonly rereading: { unpivots: boolean; unnamed: boolean };
  /** Views being expanded, against views that name themselves. */
  readonly expanding: readonly CatalogTable[];
  readonly query: (resolver: Resolver, environment: Environment, query: Query) => Relation;
  readonly expression: (resolver: Resolver, scope: Scope, expression: Expression) => Scalar;
}

/** What stands around a query: tables of WITH and the scope of the query that it is part of. */
export interface Environment {
  readonly commonTables: ReadonlyMap<string, Relation>;
  readonly outer: Scope | undefined;
}

/** The environment of a query that stands for itself. */
export const topEnvironment: Environment = { commonTables: new Map(), outer: undefined };

/** What the names of one SELECT mean. */
export interface Scope {
  readonly environment: Environment;
  readonly columns: readonly RelationColumn[];
  readonly tables: readonly ScopeTable[];
  /** Columns of USING and NATURAL, which need no qualifier. */
  readonly merged: readonly MergedColumn[];
  /** The id by which queries inside name these columns. */
  readonly correlation: number;
  /** How aggregate functions are grouped: not at all, all rows in one group, or by keys. */
  readonly grouping: "none" | "one" | "keys";
  /** Keys (`scalarKey`) of group expressions that GROUPING SETS make nullable. */
  readonly nullableKeys: ReadonlySet<string>;
  /** The WINDOW clause. */
  readonly windows: readonly NamedWindow[];
}

/** A table or alias in FROM, and which columns are its own. */
export interface ScopeTable {
  /** The alias, or the parts of the name: `["db", "orders"]`. */
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The name of a table outside the script whose columns are not known; undefined where they are. */
  readonly external: string | undefined;
  /** Of a function whose columns are not known: what each of them comes from. */
  readonly fallback?: readonly Origin[];
  /** Whether its columns are found without naming it; not so for pattern variables. */
  readonly qualifiedOnly: boolean;
  /** Whether Flink gives it a name that it does not write down: LATERAL, UNNEST and UNPIVOT without AS. */
  readonly staysUnnamed?: boolean;
}

/** One column name of USING and the columns that it stands for. */
export interface MergedColumn {
  readonly name: string;
  readonly indexes: readonly number[];
  readonly scalar: Scalar;
  /** Whether it only stands for both in `*`: a shared column of NATURAL is ambiguous where it is named. */
  readonly starOnly: boolean;
}

/** A relation in FROM with the names that lead to its columns. */
export interface Source {
  readonly relation: Relation;
  readonly tables: readonly ScopeTable[];
  readonly merged: readonly MergedColumn[];
}

/** Where a range of the statement stands. */
export function locate(resolver: Resolver, node: { readonly range: Range }): Location {
  return resolver.context.source.locate(node.range);
}

/** Notes a slip that makes Flink refuse the statement. */
export function refuse(
  resolver: Resolver,
  finding: CatalogFinding,
  message: string,
  exception = "org.apache.flink.table.api.ValidationException",
): void {
  resolver.findings.push(finding);
  resolver.failures.push({
    kind: "failure",
    exception,
    message,
    at: finding.at,
  });
}

/** Notes a slip that Flink's own words say best. */
export function refuseInvalid(
  resolver: Resolver,
  message: string,
  at: Location,
  exception?: string,
): void {
  refuse(resolver, { kind: "invalid", message, at }, message, exception);
}

/** Notes types that do not fit. Of the Table API's calls they are not judged, nor where other modules may have functions of the same names. */
export function refuseTypes(resolver: Resolver, message: string, at: Location): void {
  if (resolver.context.isOfCalls !== true && !resolver.session.modules) {
    refuseInvalid(resolver, message, at);
  }
}

/** A bare NULL has no type, so that Flink refuses it as a column. */
export function refuseNull(resolver: Resolver, scalar: Scalar): void {
  if (scalar.kind === "literal" && scalar.type.kind === "NULL") {
    const message = "Illegal use of 'NULL'";
    refuseInvalid(resolver, message, scalar.at);
  }
}

/** A type that is not known, with the reason. */
export function unknownType(reason: UnknownReason, detail: string): DataType {
  return { kind: "unknown", reason, detail, nullable: true };
}

/** An expression that is not known, with what it rests on. */
export function unknownScalar(
  reason: UnknownReason,
  detail: string,
  operands: readonly Scalar[],
  at: Location,
): UnknownScalar {
  return { kind: "unknown", reason, type: unknownType(reason, detail), operands, origins: [], at };
}

/** No group key that is nullable. */
export const noKeys: ReadonlySet<string> = new Set();

/** A scope over a relation of FROM. */
export function scopeOf(
  resolver: Resolver,
  environment: Environment,
  source: Source,
  windows: readonly NamedWindow[] = [],
): Scope {
  resolver.counter.correlation += 1;
  return {
    environment,
    columns: source.relation.columns,
    tables: source.tables,
    merged: source.merged,
    correlation: resolver.counter.correlation,
    grouping: "none",
    nullableKeys: noKeys,
    windows,
  };
}

/** A scope in which no name means anything: of VALUES. */
export function emptyScope(resolver: Resolver, environment: Environment): Scope {
  resolver.counter.correlation += 1;
  return {
    environment,
    columns: [],
    tables: [],
    merged: [],
    correlation: resolver.counter.correlation,
    grouping: "none",
    nullableKeys: noKeys,
    windows: [],
  };
}
