import type { Node } from "../ast.ts";

/** `END` */
export interface EndStatementSet extends Node {
  readonly kind: "endStatementSet";
}
