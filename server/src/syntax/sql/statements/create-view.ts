import type { Identifier, Name, Node, Query, StringLiteral } from "../ast.ts";
import { comment, ifNotExists, isObject, takePrefix } from "../ddl.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `CREATE [OR REPLACE] [TEMPORARY] VIEW v (columns) AS query` */
export interface CreateView extends Node {
  readonly kind: "createView";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly columns: readonly Identifier[];
  readonly comment: StringLiteral | undefined;
  readonly as: Query | undefined;
}

/** How CREATE VIEW is read. */
export const createViewRule: StatementRule<CreateView> = {
  first: [W.CREATE],
  begins: (parser) => isObject(parser, W.VIEW),
  parse(parser) {
    const from = P.start(parser);
    const { orReplace, temporary } = takePrefix(parser);
    P.advance(parser);
    const exists = ifNotExists(parser);
    const name = P.compoundNameOrStar(parser);
    const columns = P.kind(parser) === T.LEFT_PAREN ? P.parenthesizedIdentifiers(parser) : [];
    const text = comment(parser);
    const as = P.expect(parser, W.AS) ? query(parser) : undefined;
    return {
      kind: "createView",
      orReplace,
      temporary,
      ifNotExists: exists,
      name,
      columns,
      comment: text,
      as,
      range: P.rangeFrom(parser, from),
    };
  },
};
