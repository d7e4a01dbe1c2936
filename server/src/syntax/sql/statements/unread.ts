import type { Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";

/** A text that is no statement; its errors say why. */
export interface Unread extends Node {
  readonly kind: "unread";
}

/** What is left where no statement begins. */
export const unreadRule: StatementRule<Unread> = {
  first: [],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.fail(parser, "a statement fits here");
    return { kind: "unread", range: P.rangeFrom(parser, from) };
  },
};
