import type { Name, Node, Option, StringLiteral } from "../ast.ts";

/** `CREATE [TEMPORARY [SYSTEM]] CONNECTION c WITH (...)` */
export interface CreateConnection extends Node {
  readonly kind: "createConnection";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}
