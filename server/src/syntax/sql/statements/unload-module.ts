import type { Identifier, Node } from "../ast.ts";

/** `UNLOAD MODULE m` */
export interface UnloadModule extends Node {
  readonly kind: "unloadModule";
  readonly module: Identifier | undefined;
}
