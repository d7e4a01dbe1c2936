import type { Name, Node, Option, StringLiteral } from "../ast.ts";

/** A file that a function needs: `USING JAR '...'`. */
export interface FunctionResource extends Node {
  readonly type: "JAR" | "ARTIFACT";
  readonly path: StringLiteral;
}

/** `CREATE [TEMPORARY [SYSTEM]] FUNCTION f AS 'class' LANGUAGE JAVA USING JAR '...'` */
export interface CreateFunction extends Node {
  readonly kind: "createFunction";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly className: StringLiteral | undefined;
  readonly language: "JAVA" | "SCALA" | "SQL" | "PYTHON" | undefined;
  readonly resources: readonly FunctionResource[];
  readonly options: readonly Option[] | undefined;
}
