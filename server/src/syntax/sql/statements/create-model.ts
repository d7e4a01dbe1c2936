import type { Name, Node, Option, Query, StringLiteral, TableSchema } from "../ast.ts";

/** `CREATE [TEMPORARY] MODEL m INPUT (...) OUTPUT (...) WITH (...) AS query` */
export interface CreateModel extends Node {
  readonly kind: "createModel";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly input: TableSchema | undefined;
  readonly output: TableSchema | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
  readonly as: Query | undefined;
}
