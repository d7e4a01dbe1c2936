import type { Name, Node, StringLiteral } from "../ast.ts";

/** `ALTER [TEMPORARY [SYSTEM]] FUNCTION f AS 'class' LANGUAGE JAVA` */
export interface AlterFunction extends Node {
  readonly kind: "alterFunction";
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly className: StringLiteral | undefined;
  readonly language: "JAVA" | "SCALA" | "SQL" | "PYTHON" | undefined;
}
