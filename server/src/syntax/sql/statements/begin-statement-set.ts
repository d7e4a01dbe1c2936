import type { Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `BEGIN STATEMENT SET`: the INSERTs that follow, up to END, are one job. */
export interface BeginStatementSet extends Node {
  readonly kind: "beginStatementSet";
}

/** How BEGIN STATEMENT SET is read. */
export const beginStatementSetRule: StatementRule<BeginStatementSet> = {
  first: [W.BEGIN],
  begins: (parser) => P.peek(parser, 1) === W.STATEMENT,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    P.expect(parser, W.SET);
    return { kind: "beginStatementSet", range: P.rangeFrom(parser, from) };
  },
};
