import type { Name, Node } from "../ast.ts";

export type DroppedObject =
  | "CATALOG"
  | "DATABASE"
  | "TABLE"
  | "VIEW"
  | "MATERIALIZED TABLE"
  | "FUNCTION"
  | "MODEL"
  | "CONNECTION";

/** `DROP [TEMPORARY [SYSTEM]] TABLE IF EXISTS t`, and the same of every other object. */
export interface Drop extends Node {
  readonly kind: "drop";
  readonly object: DroppedObject | undefined;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  /** Of DROP DATABASE. */
  readonly behavior: "RESTRICT" | "CASCADE" | undefined;
}
