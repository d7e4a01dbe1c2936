import type { Node } from "../ast.ts";

/** `BEGIN STATEMENT SET`: the INSERTs that follow, up to END, are one job. */
export interface BeginStatementSet extends Node {
  readonly kind: "beginStatementSet";
}
