import type { Name, Node, Query, RenameChange } from "../ast.ts";

/** `ALTER VIEW v RENAME TO w`, `ALTER VIEW v AS query` */
export interface AlterView extends Node {
  readonly kind: "alterView";
  readonly name: Name | undefined;
  readonly change:
    | RenameChange
    | (Node & { readonly kind: "as"; readonly query: Query })
    | undefined;
}
