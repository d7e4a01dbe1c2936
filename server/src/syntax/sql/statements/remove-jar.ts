import type { Node, StringLiteral } from "../ast.ts";

/** `REMOVE JAR 'file'` */
export interface RemoveJar extends Node {
  readonly kind: "removeJar";
  readonly path: StringLiteral | undefined;
}
