import type { Expression, Identifier, Name, Node } from "../ast.ts";

/** `ALTER SYSTEM SET a = 1`, `ALTER SESSION RESET ALL`: Calcite's, Flink runs none of it. */
export interface AlterSystem extends Node {
  readonly kind: "alterSystem";
  readonly scope: "SYSTEM" | "SESSION" | undefined;
  readonly action: "SET" | "RESET";
  /** `"ALL"` for RESET ALL. */
  readonly name: Name | "ALL" | undefined;
  readonly value: Expression | Identifier | undefined;
}
