import type { Name, Node, Option, StringLiteral } from "../ast.ts";

/** `CREATE CATALOG c COMMENT '...' WITH (...)` */
export interface CreateCatalog extends Node {
  readonly kind: "createCatalog";
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}
