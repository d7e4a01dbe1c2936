import type { Node, StringLiteral } from "../ast.ts";

import type { RawText } from "./set.ts";

/** `RESET 'key'`, the bare `RESET key`, and `RESET` alone, which resets all. */
export interface Reset extends Node {
  readonly kind: "reset";
  readonly key: StringLiteral | RawText | undefined;
}
