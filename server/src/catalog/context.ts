import type { StringLiteral } from "../syntax/sql/ast.ts";
import type { Location, Range } from "../text/range.ts";
import type { Value } from "../values/value.ts";
import type { DataType } from "./data-type.ts";

/** What the catalog is told besides the session and the statement. */
export interface CatalogContext {
  /** Flink's version, `2.2.1`; undefined where it is not known (the newest known one counts). */
  readonly flink: string | undefined;
  readonly source: StatementSource;
  /** Flink's configuration outside the script, by key. */
  readonly setting?: (key: string) => string | undefined;
  /** Whether the statement was put together from calls of the Table API, whose functions take other arguments than SQL's. */
  readonly isOfCalls?: true;
  /** What the classes of CREATE FUNCTION return, where they could be read; asked by class name. */
  readonly userFunction?: (className: string) => UserFunction | undefined;
}

/** The text that a statement stands in: a script, or a string of a program whose parts are run-time values. */
export interface StatementSource {
  /** Where a range of the statement's text stands in a file. */
  locate(range: Range): Location;
  /** The value of a string literal; a constant unless the text has holes. */
  valueOf(literal: StringLiteral): Value;
}

/** A function of the user's own, as far as its class tells. */
export interface UserFunction {
  readonly kind: "scalar" | "aggregate" | "table" | "process";
  /** The result's type; of a table function the row's columns as a ROW. */
  result(argumentTypes: readonly DataType[]): DataType;
  /** Whether an aggregate function can put two accumulators together. */
  readonly merges?: boolean;
}
