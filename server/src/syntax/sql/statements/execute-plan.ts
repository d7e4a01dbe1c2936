import type { Node, StringLiteral } from "../ast.ts";

/** `EXECUTE PLAN 'file'` */
export interface ExecutePlan extends Node {
  readonly kind: "executePlan";
  readonly path: StringLiteral | undefined;
}
