import type { Name, Node, OptionsChange } from "../ast.ts";

/** `ALTER DATABASE d SET (...)` */
export interface AlterDatabase extends Node {
  readonly kind: "alterDatabase";
  readonly name: Name | undefined;
  readonly change: OptionsChange | undefined;
}
