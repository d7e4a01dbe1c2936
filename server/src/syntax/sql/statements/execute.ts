import type { Node } from "../ast.ts";

import type { Insert } from "./insert.ts";
import type { QueryStatement } from "./query-statement.ts";

/** `EXECUTE INSERT ...`, `EXECUTE SELECT ...`; EXECUTE STATEMENT SET is a `StatementSet`. */
export interface Execute extends Node {
  readonly kind: "execute";
  readonly statement: Insert | QueryStatement | undefined;
}
