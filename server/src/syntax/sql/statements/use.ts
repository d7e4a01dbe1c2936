import type { Name, Node } from "../ast.ts";

/** `USE CATALOG c`, `USE db` */
export interface Use extends Node {
  readonly kind: "use";
  readonly object: "CATALOG" | "DATABASE";
  readonly name: Name | undefined;
}
