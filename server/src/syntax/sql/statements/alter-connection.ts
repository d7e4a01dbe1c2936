import type { Name, Node, OptionsChange, RenameChange, ResetChange } from "../ast.ts";

/** `ALTER CONNECTION c RENAME TO ...`, `SET (...)`, `RESET (...)` */
export interface AlterConnection extends Node {
  readonly kind: "alterConnection";
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly change: RenameChange | OptionsChange | ResetChange | undefined;
}
