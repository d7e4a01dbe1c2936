import type { Node } from "../ast.ts";

import type { Insert } from "./insert.ts";

/** `EXECUTE STATEMENT SET BEGIN ... END`, or `STATEMENT SET BEGIN ... END` inside EXPLAIN and COMPILE. */
export interface StatementSet extends Node {
  readonly kind: "statementSet";
  readonly inserts: readonly Insert[];
}
