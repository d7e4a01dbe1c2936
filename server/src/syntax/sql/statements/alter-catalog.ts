import type { Name, Node, OptionsChange, ResetChange, StringLiteral } from "../ast.ts";

export type AlterCatalogChange =
  | OptionsChange
  | ResetChange
  | (Node & { readonly kind: "comment"; readonly comment: StringLiteral });

/** `ALTER CATALOG c SET (...)`, `RESET (...)`, `COMMENT '...'` */
export interface AlterCatalog extends Node {
  readonly kind: "alterCatalog";
  readonly name: Name | undefined;
  readonly change: AlterCatalogChange | undefined;
}
