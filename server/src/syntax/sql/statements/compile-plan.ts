import type { Node, StringLiteral } from "../ast.ts";

import type { Insert } from "./insert.ts";
import type { StatementSet } from "./statement-set.ts";

/** `COMPILE PLAN 'file' FOR ...`, `COMPILE AND EXECUTE PLAN 'file' FOR ...` */
export interface CompilePlan extends Node {
  readonly kind: "compilePlan";
  readonly execute: boolean;
  readonly path: StringLiteral | undefined;
  readonly ifNotExists: boolean;
  readonly statement: Insert | StatementSet | undefined;
}
