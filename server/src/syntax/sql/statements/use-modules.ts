import type { Identifier, Node } from "../ast.ts";

/** `USE MODULES a, b` */
export interface UseModules extends Node {
  readonly kind: "useModules";
  readonly modules: readonly Identifier[];
}
