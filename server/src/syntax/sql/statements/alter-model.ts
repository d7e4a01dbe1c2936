import type { Name, Node, OptionsChange, RenameChange, ResetChange } from "../ast.ts";

/** `ALTER MODEL m RENAME TO ...`, `SET (...)`, `RESET (...)` */
export interface AlterModel extends Node {
  readonly kind: "alterModel";
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly change: RenameChange | OptionsChange | ResetChange | undefined;
}
