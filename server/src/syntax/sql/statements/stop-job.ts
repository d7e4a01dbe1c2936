import type { Node, StringLiteral } from "../ast.ts";

/** `STOP JOB 'id' WITH SAVEPOINT WITH DRAIN` */
export interface StopJob extends Node {
  readonly kind: "stopJob";
  readonly job: StringLiteral | undefined;
  readonly withSavepoint: boolean;
  readonly withDrain: boolean;
}
