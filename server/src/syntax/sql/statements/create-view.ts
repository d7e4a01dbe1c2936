import type { Identifier, Name, Node, Query, StringLiteral } from "../ast.ts";

/** `CREATE [OR REPLACE] [TEMPORARY] VIEW v (columns) AS query` */
export interface CreateView extends Node {
  readonly kind: "createView";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly columns: readonly Identifier[];
  readonly comment: StringLiteral | undefined;
  readonly as: Query | undefined;
}
