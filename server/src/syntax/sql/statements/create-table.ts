import type {
  Distribution,
  Identifier,
  Name,
  Node,
  Option,
  Query,
  StringLiteral,
  TableLike,
  TableSchema,
} from "../ast.ts";

/** `CREATE [OR REPLACE] [TEMPORARY] TABLE`, `REPLACE TABLE`; with LIKE or AS (CTAS, RTAS) or neither. */
export interface CreateTable extends Node {
  readonly kind: "createTable";
  readonly action: "CREATE" | "CREATE OR REPLACE" | "REPLACE";
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly schema: TableSchema | undefined;
  readonly comment: StringLiteral | undefined;
  readonly distribution: Distribution | undefined;
  readonly partitionedBy: readonly Identifier[];
  /** `undefined` where no WITH is written. */
  readonly options: readonly Option[] | undefined;
  readonly like: TableLike | undefined;
  readonly as: Query | undefined;
}
