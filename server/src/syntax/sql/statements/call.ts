import type { Expression, Name, Node } from "../ast.ts";
import { routineCall } from "../functions.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `CALL procedure(...)` */
export interface Call extends Node {
  readonly kind: "callProcedure";
  readonly name: Name | undefined;
  readonly arguments: readonly Expression[];
}

/** How CALL is read. */
export const callRule: StatementRule<Call> = {
  first: [W.CALL],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const found = routineCall(parser, P.ACCEPT_SUB_QUERY);
    return {
      kind: "callProcedure",
      name: found?.name,
      arguments: found?.arguments ?? [],
      range: P.rangeFrom(parser, from),
    };
  },
};
