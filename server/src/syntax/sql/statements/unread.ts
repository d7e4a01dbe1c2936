import type { Node } from "../ast.ts";

/** A text that is no statement; its errors say why. */
export interface Unread extends Node {
  readonly kind: "unread";
}
