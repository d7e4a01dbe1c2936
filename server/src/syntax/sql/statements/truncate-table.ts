import type { Name, Node } from "../ast.ts";

/** `TRUNCATE TABLE t` */
export interface TruncateTable extends Node {
  readonly kind: "truncateTable";
  readonly table: Name | undefined;
}
