import type { Name, Node, Option, StringLiteral } from "../ast.ts";

/** `CREATE DATABASE d COMMENT '...' WITH (...)` */
export interface CreateDatabase extends Node {
  readonly kind: "createDatabase";
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}
