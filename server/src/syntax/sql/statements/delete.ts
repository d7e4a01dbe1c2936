import type { Expression, Hint, Identifier, Name, Node, TypeField } from "../ast.ts";
import { changedTable } from "../changes.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `DELETE FROM t WHERE ...` */
export interface Delete extends Node {
  readonly kind: "delete";
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
  readonly where: Expression | undefined;
}

/** How DELETE is read. */
export const deleteRule: StatementRule<Delete> = {
  first: [W.DELETE],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    P.expect(parser, W.FROM);
    const target = changedTable(parser);
    const where = P.accept(parser, W.WHERE)
      ? parser.rules.expression(parser, P.ACCEPT_SUB_QUERY)
      : undefined;
    return { kind: "delete", ...target, where, range: P.rangeFrom(parser, from) };
  },
};
