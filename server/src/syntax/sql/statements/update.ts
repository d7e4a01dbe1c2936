import type { Assignment, Expression, Hint, Identifier, Name, Node, TypeField } from "../ast.ts";

/** `UPDATE t SET a = 1 WHERE ...` */
export interface Update extends Node {
  readonly kind: "update";
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
  readonly assignments: readonly Assignment[];
  readonly where: Expression | undefined;
}
