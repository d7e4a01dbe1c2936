import type { Node, Query } from "../ast.ts";
import { beginsQueryOrExpression } from "../lookahead.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";

/** A query as a statement of its own. */
export interface QueryStatement extends Node {
  readonly kind: "queryStatement";
  readonly query: Query;
}

/** How a query is read. */
export const queryStatementRule: StatementRule<QueryStatement> = {
  first: [],
  begins: (parser) => beginsQueryOrExpression(parser, P.kind(parser)),
  parse: queryStatement,
};

export function queryStatement(parser: Parser): QueryStatement {
  const found = query(parser);
  return { kind: "queryStatement", query: found, range: found.range };
}
