import type { Node, StringLiteral } from "../ast.ts";
import { stringLiteral } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `EXECUTE PLAN 'file'` */
export interface ExecutePlan extends Node {
  readonly kind: "executePlan";
  readonly path: StringLiteral | undefined;
}

/** How EXECUTE PLAN is read. */
export const executePlanRule: StatementRule<ExecutePlan> = {
  first: [W.EXECUTE],
  begins: (parser) => P.peek(parser, 1) === W.PLAN,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const path = stringLiteral(parser);
    return { kind: "executePlan", path, range: P.rangeFrom(parser, from) };
  },
};
