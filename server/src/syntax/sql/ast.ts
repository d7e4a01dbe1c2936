import type { Range } from "../../text/range.ts";

/**
 * The nodes that statements share: names, literals, expressions, queries, types. A statement's own node stands in
 * its file under `statements/`; the generated index there makes the union `Statement`.
 * Every node has its range. What the author has not typed yet is `undefined`, or a node of kind `missing`.
 */
export interface Node {
  readonly range: Range;
}

/** One part of a name. `text` has no back-ticks and its doubled ones are single; letter case is kept. */
export interface Identifier extends Node {
  readonly kind: "identifier";
  readonly text: string;
  readonly quoted: boolean;
}

/** A name of one or more parts, as written: `db.orders`. */
export interface Name extends Node {
  readonly kind: "name";
  readonly parts: readonly Identifier[];
}

/** A string literal, adjacent literals joined. `text` is its value; its range holds the quotes. */
export interface StringLiteral extends Node {
  readonly kind: "string";
  readonly text: string;
  /** N, _UTF8, U&, E or X as written; "" for a plain one. */
  readonly prefix: string;
}

export interface NumberLiteral extends Node {
  readonly kind: "number";
  readonly text: string;
}

/** `'key' = 'value'` of WITH, a hint, SET (...) and the like. */
export interface Option extends Node {
  readonly key: StringLiteral;
  readonly value: StringLiteral | undefined;
}

/** An `OPTIONS('k' = 'v')` hint and join hints, where they are tokens. */
export interface Hint extends Node {
  readonly name: Identifier;
  readonly options: readonly Option[];
  readonly arguments: readonly (Identifier | StringLiteral | NumberLiteral)[];
}

// Data types

export type DataTypeNode =
  | SimpleType
  | CollectionType
  | MapType
  | RowType
  | StructuredType
  | NamedType
  | MissingNode;

interface TypeBase extends Node {
  /** `false` for NOT NULL, `true` for NULL, undefined where nothing is written. */
  readonly nullable: boolean | undefined;
}

/** A built-in type: `name` in upper case with single blanks, such as `TIMESTAMP WITH LOCAL TIME ZONE`, `DOUBLE PRECISION`. */
export interface SimpleType extends TypeBase {
  readonly kind: "simpleType";
  readonly name: string;
  readonly parameters: readonly NumberLiteral[];
}

/** `ARRAY<T>`, `MULTISET<T>`, and the postfix forms `T ARRAY`, `T MULTISET`. */
export interface CollectionType extends TypeBase {
  readonly kind: "collectionType";
  readonly collection: "ARRAY" | "MULTISET";
  readonly element: DataTypeNode;
}

export interface MapType extends TypeBase {
  readonly kind: "mapType";
  readonly key: DataTypeNode;
  readonly value: DataTypeNode;
}

export interface TypeField extends Node {
  readonly name: Identifier;
  readonly type: DataTypeNode;
  readonly comment: StringLiteral | undefined;
}

export interface RowType extends TypeBase {
  readonly kind: "rowType";
  readonly fields: readonly TypeField[];
}

export interface StructuredType extends TypeBase {
  readonly kind: "structuredType";
  readonly className: StringLiteral | undefined;
  readonly fields: readonly TypeField[];
}

/** `RAW('class', 'snapshot')` and user types such as `my.type`. */
export interface NamedType extends TypeBase {
  readonly kind: "namedType";
  readonly name: Name;
  readonly arguments: readonly StringLiteral[];
}

/** Something that the grammar wants here and the author has not typed, or that was skipped after an error. */
export interface MissingNode extends Node {
  readonly kind: "missing";
}

// Expressions

export type Expression =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | DateTimeLiteral
  | IntervalLiteral
  | ColumnReference
  | StarReference
  | FunctionCall
  | UnaryExpression
  | BinaryExpression
  | BetweenExpression
  | InExpression
  | LikeExpression
  | IsExpression
  | ExistsExpression
  | QuantifiedExpression
  | CaseExpression
  | CastExpression
  | RowExpression
  | ArrayExpression
  | MapExpression
  | ItemAccess
  | FieldAccess
  | SubqueryExpression
  | DescriptorExpression
  | NamedArgument
  | TableArgument
  | ModelArgument
  | DynamicParameter
  | DefaultExpression
  | MissingNode;

export interface BooleanLiteral extends Node {
  readonly kind: "boolean";
  /** `undefined` for UNKNOWN. */
  readonly value: boolean | undefined;
}

export interface NullLiteral extends Node {
  readonly kind: "null";
}

export interface DateTimeLiteral extends Node {
  readonly kind: "dateTime";
  readonly type: "DATE" | "TIME" | "TIMESTAMP" | "DATETIME";
  readonly text: string;
}

export interface IntervalLiteral extends Node {
  readonly kind: "interval";
  readonly sign: "+" | "-";
  readonly value: Expression;
  /** `DAY`, or `DAY TO MINUTE`: upper case, singular. */
  readonly from: string;
  readonly to: string | undefined;
}

/** A name in an expression: a column, `t.column`, `column.field`. Which part is what, the catalog decides. */
export interface ColumnReference extends Node {
  readonly kind: "column";
  readonly name: Name;
}

/** `*`, `t.*` */
export interface StarReference extends Node {
  readonly kind: "star";
  readonly qualifier: Name | undefined;
}

/** Any call that is written `f(...)`, also those with words inside: `TRIM(BOTH ' ' FROM x)`, `EXTRACT(DAY FROM x)`. */
export interface FunctionCall extends Node {
  readonly kind: "call";
  readonly name: Name;
  readonly arguments: readonly Expression[];
  /** DISTINCT or ALL before the arguments. */
  readonly quantifier: "DISTINCT" | "ALL" | undefined;
  /** Words between the arguments, in order and upper case: `["BOTH", "FROM"]`. */
  readonly keywords: readonly string[];
  readonly orderBy: readonly OrderItem[];
  readonly withinGroup: readonly OrderItem[];
  readonly filter: Expression | undefined;
  readonly nullTreatment: "RESPECT" | "IGNORE" | undefined;
  readonly over: WindowSpecification | Identifier | undefined;
}

export interface UnaryExpression extends Node {
  readonly kind: "unary";
  readonly operator: "+" | "-" | "NOT" | "EXISTS" | "UNIQUE" | "PRIOR" | "MULTISET";
  readonly operand: Expression;
}

export interface BinaryExpression extends Node {
  readonly kind: "binary";
  /** Upper case with single blanks: `=`, `<>`, `AND`, `||`, `IS DISTINCT FROM`, `OVERLAPS`, `MEMBER OF`, `MULTISET UNION ALL` ... */
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  /** The first unit behind the difference of two times: `(a - b) DAY`. */
  readonly unit?: string;
}

export interface BetweenExpression extends Node {
  readonly kind: "between";
  readonly negated: boolean;
  readonly symmetric: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface InExpression extends Node {
  readonly kind: "in";
  readonly negated: boolean;
  readonly operand: Expression;
  readonly values: readonly Expression[] | Query;
}

export interface LikeExpression extends Node {
  readonly kind: "like";
  readonly operator: "LIKE" | "ILIKE" | "RLIKE" | "SIMILAR TO";
  readonly negated: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | undefined;
}

export interface IsExpression extends Node {
  readonly kind: "is";
  readonly negated: boolean;
  /** `NULL`, `TRUE`, `FALSE`, `UNKNOWN`, `JSON`, `JSON OBJECT`, `A SET`, `EMPTY` ... */
  readonly test: string;
  readonly operand: Expression;
}

export interface ExistsExpression extends Node {
  readonly kind: "exists";
  readonly query: Query;
}

/** `x > ALL (...)`, `x = SOME (...)` */
export interface QuantifiedExpression extends Node {
  readonly kind: "quantified";
  readonly operator: string;
  readonly quantifier: "ALL" | "SOME" | "ANY";
  readonly left: Expression;
  readonly right: readonly Expression[] | Query;
}

export interface CaseExpression extends Node {
  readonly kind: "case";
  readonly operand: Expression | undefined;
  readonly branches: readonly { readonly when: readonly Expression[]; readonly then: Expression }[];
  readonly otherwise: Expression | undefined;
}

export interface CastExpression extends Node {
  readonly kind: "cast";
  readonly function: "CAST" | "TRY_CAST" | "SAFE_CAST";
  readonly operand: Expression;
  readonly type: DataTypeNode;
}

/** `ROW(a, b)` and `(a, b)`. */
export interface RowExpression extends Node {
  readonly kind: "row";
  readonly explicit: boolean;
  readonly values: readonly Expression[];
}

export interface ArrayExpression extends Node {
  readonly kind: "array";
  readonly values: readonly Expression[] | Query;
}

export interface MapExpression extends Node {
  readonly kind: "map";
  readonly entries: readonly Expression[] | Query;
}

/** `a[1]`, `m['k']`, `a[OFFSET(1)]` */
export interface ItemAccess extends Node {
  readonly kind: "item";
  readonly collection: Expression;
  readonly index: Expression;
}

/** A field of something that is not a plain name: `f(x).a`, `a[1].b`. */
export interface FieldAccess extends Node {
  readonly kind: "field";
  readonly object: Expression;
  readonly field: Identifier | StarReference;
}

export interface SubqueryExpression extends Node {
  readonly kind: "subquery";
  readonly query: Query;
}

export interface DescriptorExpression extends Node {
  readonly kind: "descriptor";
  readonly columns: readonly Name[];
}

/** `name => value` */
export interface NamedArgument extends Node {
  readonly kind: "namedArgument";
  readonly name: Identifier;
  readonly value: Expression;
}

/** `TABLE t`, `TABLE (SELECT ...)`, with `PARTITION BY` and `ORDER BY`. */
export interface TableArgument extends Node {
  readonly kind: "tableArgument";
  readonly table: TableReference | Query;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
}

/** `MODEL m` */
export interface ModelArgument extends Node {
  readonly kind: "modelArgument";
  readonly model: Name;
}

export interface DynamicParameter extends Node {
  readonly kind: "parameter";
}

export interface DefaultExpression extends Node {
  readonly kind: "default";
}

// Queries

/** A query with what may stand around its body. */
export interface Query extends Node {
  readonly kind: "query";
  readonly with: WithClause | undefined;
  readonly body: QueryBody;
  readonly orderBy: readonly OrderItem[];
  readonly offset: Expression | undefined;
  /** LIMIT or FETCH; `"ALL"` for LIMIT ALL. */
  readonly limit: Expression | "ALL" | undefined;
}

export interface WithClause extends Node {
  readonly recursive: boolean;
  readonly tables: readonly CommonTable[];
}

export interface CommonTable extends Node {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

export type QueryBody = Select | SetOperation | Values | ExplicitTable | Query | MissingNode;

export interface SetOperation extends Node {
  readonly kind: "setOperation";
  readonly operator: "UNION" | "INTERSECT" | "EXCEPT" | "MINUS";
  readonly all: boolean;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

/** Each row is a RowExpression, or a single expression without parentheses. */
export interface Values extends Node {
  readonly kind: "values";
  readonly rows: readonly Expression[];
}

/** `TABLE t` as a query. */
export interface ExplicitTable extends Node {
  readonly kind: "explicitTable";
  readonly name: Name;
}

export interface Select extends Node {
  readonly kind: "select";
  readonly hints: readonly Hint[];
  readonly stream: boolean;
  readonly quantifier: "DISTINCT" | "ALL" | undefined;
  readonly items: readonly SelectItem[];
  readonly from: FromItem | undefined;
  readonly where: Expression | undefined;
  readonly groupBy: GroupBy | undefined;
  readonly having: Expression | undefined;
  readonly windows: readonly NamedWindow[];
  readonly qualify: Expression | undefined;
}

export interface SelectItem extends Node {
  readonly expression: Expression;
  readonly alias: Identifier | undefined;
}

export interface GroupBy extends Node {
  readonly quantifier: "DISTINCT" | "ALL" | undefined;
  readonly items: readonly GroupingItem[];
}

/** A plain expression, or GROUPING SETS, ROLLUP, CUBE; an empty `sets` is `()`. */
export type GroupingItem =
  | { readonly kind: "expression"; readonly expression: Expression; readonly range: Range }
  | {
      readonly kind: "GROUPING SETS" | "ROLLUP" | "CUBE" | "()";
      readonly sets: readonly GroupingItem[];
      readonly range: Range;
    };

export interface OrderItem extends Node {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls: "FIRST" | "LAST" | undefined;
}

export interface NamedWindow extends Node {
  readonly name: Identifier;
  readonly specification: WindowSpecification;
}

export interface WindowSpecification extends Node {
  readonly kind: "window";
  readonly base: Identifier | undefined;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: WindowFrame | undefined;
}

export interface WindowFrame extends Node {
  readonly unit: "ROWS" | "RANGE";
  readonly start: WindowBound;
  readonly end: WindowBound | undefined;
}

export type WindowBound =
  | {
      readonly kind: "UNBOUNDED PRECEDING" | "CURRENT ROW" | "UNBOUNDED FOLLOWING";
      readonly range: Range;
    }
  | { readonly kind: "PRECEDING" | "FOLLOWING"; readonly value: Expression; readonly range: Range };

// FROM

export type FromItem =
  | TableReference
  | DerivedTable
  | TableFunction
  | Unnest
  | ValuesTable
  | Join
  | MatchRecognize
  | Pivot
  | Unpivot
  | MissingNode;

export interface Alias extends Node {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
}

interface FromBase extends Node {
  readonly alias: Alias | undefined;
}

export interface TableReference extends FromBase {
  readonly kind: "table";
  readonly name: Name;
  readonly hints: readonly Hint[];
  /** `t (a INT, b STRING)` or `t EXTEND (...)`. */
  readonly extend: readonly TypeField[];
  /** FOR SYSTEM_TIME AS OF this. */
  readonly systemTime: Expression | undefined;
  readonly sample: Expression | undefined;
}

export interface DerivedTable extends FromBase {
  readonly kind: "derivedTable";
  readonly lateral: boolean;
  readonly query: Query;
  readonly systemTime: Expression | undefined;
}

/** `TABLE(f(...))`, `LATERAL TABLE(f(...))`, and from 2.0 `f(...)`. */
export interface TableFunction extends FromBase {
  readonly kind: "tableFunction";
  readonly lateral: boolean;
  readonly call: Expression;
}

export interface Unnest extends FromBase {
  readonly kind: "unnest";
  readonly lateral: boolean;
  readonly values: readonly Expression[];
  readonly withOrdinality: boolean;
}

/** `(VALUES ...)` in FROM. */
export interface ValuesTable extends FromBase {
  readonly kind: "valuesTable";
  readonly values: Values;
}

export interface Join extends Node {
  readonly kind: "join";
  readonly type:
    | "INNER"
    | "LEFT"
    | "RIGHT"
    | "FULL"
    | "CROSS"
    | "COMMA"
    | "CROSS APPLY"
    | "OUTER APPLY"
    | "LEFT SEMI"
    | "ASOF";
  readonly natural: boolean;
  readonly left: FromItem;
  readonly right: FromItem;
  readonly on: Expression | undefined;
  readonly using: readonly Identifier[];
}

export interface MatchRecognize extends FromBase {
  readonly kind: "matchRecognize";
  readonly input: FromItem;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly measures: readonly SelectItem[];
  readonly rowsPerMatch: "ONE" | "ALL" | undefined;
  readonly afterMatch: Expression | undefined;
  readonly pattern: Pattern | undefined;
  readonly within: Expression | undefined;
  readonly subsets: readonly {
    readonly name: Identifier;
    readonly members: readonly Identifier[];
    readonly range: Range;
  }[];
  readonly define: readonly {
    readonly name: Identifier;
    readonly condition: Expression;
    readonly range: Range;
  }[];
}

/** A part of PATTERN. `repeated` covers `*`, `+`, `?` and `{from,to}`; `from` is missing in `{,to}`, `to` where there is no upper end. */
export type Pattern =
  | (Node & { readonly kind: "variable"; readonly name: Identifier })
  | (Node & {
      readonly kind: "sequence" | "alternatives" | "permuted" | "excluded";
      readonly parts: readonly Pattern[];
    })
  | (Node & {
      readonly kind: "repeated";
      readonly part: Pattern;
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly reluctant: boolean;
    });

export interface Pivot extends FromBase {
  readonly kind: "pivot";
  readonly input: FromItem;
  readonly aggregates: readonly SelectItem[];
  readonly axes: readonly Name[];
  readonly values: readonly SelectItem[];
}

export interface Unpivot extends FromBase {
  readonly kind: "unpivot";
  readonly input: FromItem;
  readonly includeNulls: boolean | undefined;
  readonly measures: readonly Identifier[];
  readonly axes: readonly Identifier[];
  readonly inputs: readonly {
    readonly columns: readonly Name[];
    readonly values: Expression | undefined;
    readonly range: Range;
  }[];
}

// Parts of DDL that several statements share

export type ColumnNode = PhysicalColumn | MetadataColumn | ComputedColumn;

interface ColumnBase extends Node {
  readonly name: Name;
  readonly comment: StringLiteral | undefined;
  /** FIRST or AFTER in ALTER TABLE ADD and MODIFY. */
  readonly position: ColumnPosition | undefined;
}

export interface PhysicalColumn extends ColumnBase {
  readonly kind: "physical";
  readonly type: DataTypeNode;
  readonly primaryKey: TableConstraint | undefined;
}

export interface MetadataColumn extends ColumnBase {
  readonly kind: "metadata";
  readonly type: DataTypeNode;
  readonly from: StringLiteral | undefined;
  readonly virtual: boolean;
}

export interface ComputedColumn extends ColumnBase {
  readonly kind: "computed";
  readonly expression: Expression;
}

export type ColumnPosition =
  | { readonly kind: "FIRST"; readonly range: Range }
  | { readonly kind: "AFTER"; readonly column: Name; readonly range: Range };

export interface Watermark extends Node {
  readonly column: Name;
  readonly expression: Expression;
}

export interface TableConstraint extends Node {
  readonly name: Identifier | undefined;
  readonly type: "PRIMARY KEY" | "UNIQUE";
  readonly columns: readonly Identifier[];
  readonly enforced: boolean | undefined;
}

/** `DISTRIBUTED BY HASH(a) INTO 4 BUCKETS` */
export interface Distribution extends Node {
  readonly method: "HASH" | "RANGE" | undefined;
  readonly columns: readonly Identifier[];
  readonly buckets: NumberLiteral | undefined;
}

/** What stands in the parentheses of CREATE TABLE. Column names alone (CTAS) are `names`. */
export interface TableSchema extends Node {
  readonly columns: readonly ColumnNode[];
  readonly names: readonly Identifier[];
  readonly watermarks: readonly Watermark[];
  readonly constraints: readonly TableConstraint[];
  /** Whether there may be more columns: in unknown text of a program, or behind an error of syntax. */
  readonly isOpen: boolean;
}

export interface LikeOption extends Node {
  readonly merging: "INCLUDING" | "EXCLUDING" | "OVERWRITING";
  readonly feature:
    | "ALL"
    | "CONSTRAINTS"
    | "DISTRIBUTION"
    | "GENERATED"
    | "METADATA"
    | "OPTIONS"
    | "PARTITIONS"
    | "WATERMARKS";
}

/** `LIKE base (INCLUDING ALL ...)` */
export interface TableLike extends Node {
  readonly table: Name;
  readonly options: readonly LikeOption[];
}

/** `PARTITION (k = v)` */
export interface PartitionItem extends Node {
  readonly column: Identifier;
  readonly value: Expression | undefined;
}

/** `column = expression` of UPDATE and MERGE. */
export interface Assignment extends Node {
  readonly column: Name;
  readonly value: Expression;
}

// Changes that ALTER statements share

export interface RenameChange extends Node {
  readonly kind: "rename";
  readonly to: Name | undefined;
}

/** `SET ('k' = 'v')` */
export interface OptionsChange extends Node {
  readonly kind: "set";
  readonly options: readonly Option[];
}

/** `RESET ('k')` */
export interface ResetChange extends Node {
  readonly kind: "reset";
  readonly keys: readonly StringLiteral[];
}

/** ADD, MODIFY and DROP of columns, watermark, constraints and distribution. */
export type SchemaChange =
  | (Node & { readonly kind: "add" | "modify"; readonly schema: TableSchema })
  | (Node & {
      readonly kind: "addDistribution" | "modifyDistribution";
      readonly distribution: Distribution | undefined;
    })
  | (Node & { readonly kind: "dropColumns"; readonly columns: readonly Name[] })
  | (Node & { readonly kind: "dropConstraint"; readonly name: Identifier | undefined })
  | (Node & { readonly kind: "dropPrimaryKey" | "dropDistribution" | "dropWatermark" });
