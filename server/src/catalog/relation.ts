import type { Location } from "../text/range.ts";
import type { UnknownReason } from "../values/value.ts";
import type { DataType } from "./data-type.ts";
import type { CatalogTable, OptionValue } from "./table.ts";

/** The resolved tree of a query, as Flink's unoptimised relational tree: names are gone, columns are counted. */
export type Relation =
  | ScanRelation
  | ProjectRelation
  | FilterRelation
  | JoinRelation
  | CorrelateRelation
  | AggregateRelation
  | SetRelation
  | SortRelation
  | ValuesRelation
  | TableFunctionRelation
  | UnnestRelation
  | MatchRelation
  | UnpivotRelation
  | UnknownRelation;

interface RelationBase {
  readonly columns: readonly RelationColumn[];
  /** Whether `columns` are all there are; not where a table outside the script or a user's function gives them. */
  readonly complete: boolean;
  /** The part of the query that it stands for. */
  readonly at: Location;
}

/** One column of a relation: where its value comes from, and how. */
export interface RelationColumn {
  readonly name: string;
  readonly type: DataType;
  readonly origins: readonly Origin[];
  /** Whether something of the origins is not known (a table outside the script, an unread call). */
  readonly open: boolean;
}

/** How a value comes from a column. The last two are indirect: they choose the value and are not part of it. */
export type OriginKind = "IDENTITY" | "TRANSFORMATION" | "AGGREGATION" | "WINDOW" | "CONDITIONAL";

/** A column of a scanned table that a value comes from. */
export interface Origin {
  /** The full name of the table, `catalog.database.table`. */
  readonly table: string;
  readonly column: string;
  /** The field of a ROW column, `a.b`, where only that is read. */
  readonly path: string | undefined;
  readonly kinds: readonly OriginKind[];
}

/** A table read. `table.options` are the merged ones: the table's own and those of the hint. */
export interface ScanRelation extends RelationBase {
  readonly kind: "scan";
  readonly table: CatalogTable;
  /** What the OPTIONS hint says, in order; empty without a hint. */
  readonly hint: ReadonlyMap<string, OptionValue>;
  /** `FOR SYSTEM_TIME AS OF` a constant: time travel. */
  readonly timeTravel: Scalar | undefined;
}

export interface ProjectRelation extends RelationBase {
  readonly kind: "project";
  readonly input: Relation;
  readonly expressions: readonly Scalar[];
  /** The id by which subqueries in the expressions name columns of the input. */
  readonly correlation: number | undefined;
  /** It takes away the columns that a sort below it has for its keys alone. */
  readonly cutsKeys?: boolean;
  /** It stands for TABLESAMPLE. */
  readonly isSample?: boolean;
  /** It adds a table's own computed columns to the scan. */
  readonly isTable?: boolean;
}

export interface FilterRelation extends RelationBase {
  readonly kind: "filter";
  readonly input: Relation;
  readonly condition: Scalar;
  readonly correlation: number | undefined;
}

/** A join; the condition counts the left columns first. `temporal` is what stands behind FOR SYSTEM_TIME AS OF. */
export interface JoinRelation extends RelationBase {
  readonly kind: "join";
  readonly type: JoinType;
  readonly left: Relation;
  readonly right: Relation;
  readonly condition: Scalar | undefined;
  readonly temporal: TemporalJoin | undefined;
}

export type JoinType = "inner" | "left" | "right" | "full" | "semi" | "anti";

/** `lookup`: by processing time, so that the table is looked up and not scanned. `versioned`: by event time. */
export interface TemporalJoin {
  readonly kind: "lookup" | "versioned" | "unknown";
  readonly time: Scalar;
}

/** A lateral join: the right side may read the left one's columns as `outer` scalars of this correlation. */
export interface CorrelateRelation extends RelationBase {
  readonly kind: "correlate";
  readonly type: "inner" | "left";
  readonly left: Relation;
  readonly right: Relation;
  readonly correlation: number;
  readonly condition: Scalar | undefined;
}

/** Groups first, then calls, in the order of the columns. Several `sets` for GROUPING SETS, ROLLUP and CUBE. */
export interface AggregateRelation extends RelationBase {
  readonly kind: "aggregate";
  readonly input: Relation;
  readonly groups: readonly Scalar[];
  readonly sets: readonly (readonly number[])[] | undefined;
  readonly calls: readonly AggregateCall[];
}

export interface AggregateCall {
  readonly function: string;
  readonly distinct: boolean;
  readonly arguments: readonly Scalar[];
  readonly filter: Scalar | undefined;
  /** Whether a function of the user's own has the method `merge`, where its class is known. */
  readonly merges?: boolean | undefined;
  readonly type: DataType;
  readonly at: Location;
}

export interface SetRelation extends RelationBase {
  readonly kind: "set";
  readonly operator: "union" | "intersect" | "except";
  readonly all: boolean;
  readonly inputs: readonly Relation[];
}

export interface SortRelation extends RelationBase {
  readonly kind: "sort";
  readonly input: Relation;
  readonly keys: readonly Scalar[];
  /** Whether the first key is sorted from the last to the first. */
  readonly isDescending: boolean;
  /** The constants of OFFSET and LIMIT; `unknown` where they are no plain numbers. */
  readonly offset: number | "unknown" | undefined;
  readonly limit: number | "unknown" | undefined;
}

export interface ValuesRelation extends RelationBase {
  readonly kind: "values";
  readonly rows: readonly (readonly Scalar[])[];
}

/** A call in FROM: a window function over its input, a user's table function, a process table function, ML_PREDICT ... */
export interface TableFunctionRelation extends RelationBase {
  readonly kind: "tableFunction";
  readonly name: string;
  readonly inputs: readonly Relation[];
  readonly arguments: readonly Scalar[];
  /** Whether it is TUMBLE, HOP, CUMULATE or SESSION. */
  readonly window: boolean;
  /** The column of the first input that DESCRIPTOR names as the time of a window. */
  readonly time?: number | undefined;
  /** PARTITION BY of a window's table. */
  readonly partitionBy?: readonly Scalar[];
}

export interface UnnestRelation extends RelationBase {
  readonly kind: "unnest";
  readonly values: readonly Scalar[];
  readonly withOrdinality: boolean;
}

export interface MatchRelation extends RelationBase {
  readonly kind: "match";
  readonly input: Relation;
  readonly partitionBy: readonly Scalar[];
  readonly orderBy: readonly Scalar[];
  readonly measures: readonly Scalar[];
  readonly define: readonly Scalar[];
  /** Why the planner has no plan for it, in either mode or in streaming mode alone. */
  readonly faults: readonly MatchFault[];
}

/** What the planner refuses of a MATCH_RECOGNIZE, with the Java class that it throws. */
export interface MatchFault {
  readonly exception: string;
  readonly message: string;
  readonly at: Location;
}

/** A row for each list of columns: the columns that are kept, then the axes, then the measures. */
export interface UnpivotRelation extends RelationBase {
  readonly kind: "unpivot";
  readonly input: Relation;
  /** The places of the columns that are kept. */
  readonly kept: readonly number[];
  /** How many axes there are. */
  readonly axes: number;
  /** What the axes say of each list of columns. */
  readonly values: readonly (readonly Scalar[])[];
  readonly includeNulls: boolean;
}

/** Something that could not be resolved; `inputs` are the relations that it rests on all the same. */
export interface UnknownRelation extends RelationBase {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly detail: string;
  readonly inputs: readonly Relation[];
}

/** A resolved expression. */
export type Scalar =
  | InputScalar
  | OuterScalar
  | LiteralScalar
  | CallScalar
  | FieldScalar
  | OverScalar
  | SubqueryScalar
  | UnknownScalar;

interface ScalarBase {
  readonly type: DataType;
  readonly at: Location;
}

/** A column of the relation's input, counted over all inputs. */
export interface InputScalar extends ScalarBase {
  readonly kind: "input";
  readonly index: number;
}

/** A column of an enclosing query's relation. */
export interface OuterScalar extends ScalarBase {
  readonly kind: "outer";
  readonly correlation: number;
  readonly index: number;
  readonly origins: readonly Origin[];
}

export interface LiteralScalar extends ScalarBase {
  readonly kind: "literal";
  /** Numbers stay text: Flink counts with decimals. */
  readonly value: string | boolean | null;
}

/** An operator or function, its name in upper case: `=`, `AND`, `CAST`, `CASE` (when, then, ..., else), `ITEM`. */
export interface CallScalar extends ScalarBase {
  readonly kind: "call";
  readonly operator: string;
  readonly operands: readonly Scalar[];
  /** Of a CAST that changes nothing but nullability: the value stays itself. */
  readonly identity?: boolean;
  /** Of an aggregate function where it is not yet, or never (MATCH_RECOGNIZE), part of an aggregate relation. */
  readonly aggregate?: Pick<AggregateCall, "distinct" | "filter" | "merges">;
}

export interface FieldScalar extends ScalarBase {
  readonly kind: "field";
  readonly object: Scalar;
  readonly field: string;
}

export interface OverScalar extends ScalarBase {
  readonly kind: "over";
  readonly function: string;
  readonly operands: readonly Scalar[];
  readonly isDescending: boolean;
  /** `ROWS 5 PRECEDING AND CURRENT ROW`; empty where it is the default. */
  readonly frame: string;
  readonly partitionBy: readonly Scalar[];
  readonly orderBy: readonly Scalar[];
}

export interface SubqueryScalar extends ScalarBase {
  readonly kind: "subquery";
  readonly form:
    | "scalar"
    | "in"
    | "exists"
    | "some"
    | "all"
    | "array"
    | "multiset"
    | "map"
    | "unique";
  readonly negated: boolean;
  readonly relation: Relation;
  readonly operands: readonly Scalar[];
}

export interface UnknownScalar extends ScalarBase {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly operands: readonly Scalar[];
  /** The column of a table outside the script that it must be. */
  readonly origins: readonly Origin[];
}
