import type { Identifier, Name, Node, StringLiteral } from "../ast.ts";

export type DescribedObject =
  | "TABLE"
  | "CATALOG"
  | "DATABASE"
  | "SCHEMA"
  | "FUNCTION"
  | "MODEL"
  | "CONNECTION"
  | "JOB";

/** `DESCRIBE t`, `DESC EXTENDED t`, `DESCRIBE CATALOG c` and so on. */
export interface Describe extends Node {
  readonly kind: "describe";
  readonly object: DescribedObject;
  readonly extended: boolean;
  readonly name: Name | undefined;
  readonly column: Identifier | undefined;
  /** The id of DESCRIBE JOB. */
  readonly job: StringLiteral | undefined;
}
