import type { Node } from "../ast.ts";

/** `HELP`, `CLEAR`, `QUIT`, `EXIT`: commands of the SQL client. */
export interface ClientCommand extends Node {
  readonly kind: "clientCommand";
  readonly command: "HELP" | "CLEAR" | "QUIT" | "EXIT";
}
