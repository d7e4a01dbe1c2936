import type { Assignment, Expression, Hint, Identifier, Name, Node, TypeField } from "../ast.ts";
import { assignments, changedTable } from "../changes.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `UPDATE t SET a = 1 WHERE ...` */
export interface Update extends Node {
  readonly kind: "update";
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
  readonly assignments: readonly Assignment[];
  readonly where: Expression | undefined;
}

/** How UPDATE is read. */
export const updateRule: StatementRule<Update> = {
  first: [W.UPDATE],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const target = changedTable(parser);
    P.expect(parser, W.SET);
    const set = assignments(parser, "simple");
    const where = P.accept(parser, W.WHERE)
      ? parser.rules.expression(parser, P.ACCEPT_SUB_QUERY)
      : undefined;
    return {
      kind: "update",
      ...target,
      assignments: set,
      where,
      range: P.rangeFrom(parser, from),
    };
  },
};
