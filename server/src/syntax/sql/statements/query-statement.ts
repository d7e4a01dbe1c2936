import type { Node, Query } from "../ast.ts";

/** A query as a statement of its own. */
export interface QueryStatement extends Node {
  readonly kind: "queryStatement";
  readonly query: Query;
}
