import type { Node } from "../ast.ts";

import type { CreateTable } from "./create-table.ts";
import type { Delete } from "./delete.ts";
import type { Insert } from "./insert.ts";
import type { Merge } from "./merge.ts";
import type { QueryStatement } from "./query-statement.ts";
import type { StatementSet } from "./statement-set.ts";
import type { Update } from "./update.ts";

export type ExplainedStatement =
  | QueryStatement
  | Insert
  | StatementSet
  | CreateTable
  | Delete
  | Update
  | Merge;

/** `EXPLAIN [PLAN FOR | details] statement`; Calcite's `DESCRIBE query` too. */
export interface Explain extends Node {
  readonly kind: "explain";
  /** `ESTIMATED_COST`, `CHANGELOG_MODE`, `JSON_EXECUTION_PLAN`, `PLAN_ADVICE` */
  readonly details: readonly string[];
  readonly statement: ExplainedStatement | undefined;
}
