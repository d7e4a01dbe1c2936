import type { Node } from "./ast.ts";
import type { Parser } from "./parser.ts";

/** How one kind of statement is read. */
export interface StatementRule<T extends Node> {
  /** The words, by kind of token, that it begins with. */
  readonly first: readonly number[];
  /** Whether it stands here, by the few tokens that Flink looks at. Takes nothing. */
  begins(parser: Parser): boolean;
  parse(parser: Parser): T;
}
