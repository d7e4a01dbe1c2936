import type { Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `END` */
export interface EndStatementSet extends Node {
  readonly kind: "endStatementSet";
}

/** How END is read. */
export const endStatementSetRule: StatementRule<EndStatementSet> = {
  first: [W.END],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    return { kind: "endStatementSet", range: P.rangeFrom(parser, from) };
  },
};
