import type { Name, Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `TRUNCATE TABLE t` */
export interface TruncateTable extends Node {
  readonly kind: "truncateTable";
  readonly table: Name | undefined;
}

/** How TRUNCATE TABLE is read. */
export const truncateTableRule: StatementRule<TruncateTable> = {
  first: [W.TRUNCATE],
  begins: (parser) => P.peek(parser, 1) === W.TABLE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const table = P.compoundNameOrStar(parser);
    return { kind: "truncateTable", table, range: P.rangeFrom(parser, from) };
  },
};
