import type { Expression, Name, Node } from "../ast.ts";

/** `CALL procedure(...)` */
export interface Call extends Node {
  readonly kind: "callProcedure";
  readonly name: Name | undefined;
  readonly arguments: readonly Expression[];
}
