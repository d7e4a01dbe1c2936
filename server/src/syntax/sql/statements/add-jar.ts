import type { Node, StringLiteral } from "../ast.ts";

/** `ADD JAR 'file'` */
export interface AddJar extends Node {
  readonly kind: "addJar";
  readonly path: StringLiteral | undefined;
}
