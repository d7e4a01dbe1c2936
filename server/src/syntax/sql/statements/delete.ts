import type { Expression, Hint, Identifier, Name, Node, TypeField } from "../ast.ts";

/** `DELETE FROM t WHERE ...` */
export interface Delete extends Node {
  readonly kind: "delete";
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
  readonly where: Expression | undefined;
}
