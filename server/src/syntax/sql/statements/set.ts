import type { Node, StringLiteral } from "../ast.ts";

/** A key or value of a bare `SET key = value`, as the extended command reads it, white space around it cut. */
export interface RawText extends Node {
  readonly kind: "raw";
  readonly text: string;
}

/** `SET 'key' = 'value'`, the bare `SET key = value`, and `SET` alone, which lists. */
export interface SetOption extends Node {
  readonly kind: "set";
  readonly key: StringLiteral | RawText | undefined;
  readonly value: StringLiteral | RawText | undefined;
}
