import type { Identifier, Node, Option } from "../ast.ts";

/** `LOAD MODULE m WITH (...)` */
export interface LoadModule extends Node {
  readonly kind: "loadModule";
  readonly module: Identifier | undefined;
  readonly options: readonly Option[] | undefined;
}
