import type { Name, Node, Query, RenameChange } from "../ast.ts";
import { renameChange } from "../ddl.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `ALTER VIEW v RENAME TO w`, `ALTER VIEW v AS query` */
export interface AlterView extends Node {
  readonly kind: "alterView";
  readonly name: Name | undefined;
  readonly change:
    | RenameChange
    | (Node & { readonly kind: "as"; readonly query: Query })
    | undefined;
}

/** How ALTER VIEW is read. */
export const alterViewRule: StatementRule<AlterView> = {
  first: [W.ALTER],
  begins: (parser) => P.peek(parser, 1) === W.VIEW,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const name = P.compoundNameOrStar(parser);
    const at = P.start(parser);
    let change: AlterView["change"];
    if (P.accept(parser, W.RENAME)) {
      change = renameChange(parser, at);
    } else if (P.expect(parser, W.AS)) {
      change = { kind: "as", query: query(parser), range: P.rangeFrom(parser, at) };
    }
    return { kind: "alterView", name, change, range: P.rangeFrom(parser, from) };
  },
};
