import type {
  Assignment,
  Expression,
  FromItem,
  Hint,
  Identifier,
  Name,
  Node,
  TypeField,
} from "../ast.ts";
import { assignments, changedTable } from "../changes.ts";
import { plainTable } from "../from.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { rowConstructor } from "../row.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `WHEN NOT MATCHED THEN INSERT (columns) VALUES (...)` */
export interface MergeInsert extends Node {
  readonly columns: readonly Identifier[];
  readonly values: readonly Expression[];
}

/** `MERGE INTO t USING s ON ... WHEN MATCHED ... WHEN NOT MATCHED ...` */
export interface Merge extends Node {
  readonly kind: "merge";
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
  readonly source: FromItem | undefined;
  readonly on: Expression | undefined;
  readonly update: readonly Assignment[] | undefined;
  readonly insert: MergeInsert | undefined;
}

/** How MERGE is read. */
export const mergeRule: StatementRule<Merge> = {
  first: [W.MERGE],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    P.expect(parser, W.INTO);
    const target = changedTable(parser);
    const source = P.expect(parser, W.USING) ? plainTable(parser) : undefined;
    const on = P.expect(parser, W.ON)
      ? parser.rules.expression(parser, P.ACCEPT_SUB_QUERY)
      : undefined;
    const { update, insert } = whenClauses(parser);
    return {
      kind: "merge",
      ...target,
      source,
      on,
      update,
      insert,
      range: P.rangeFrom(parser, from),
    };
  },
};

function whenClauses(parser: Parser): Pick<Merge, "update" | "insert"> {
  let update: Merge["update"];
  if (P.kind(parser) === W.WHEN && P.peek(parser, 1) === W.MATCHED) {
    parser.index += 2;
    P.expect(parser, W.THEN);
    P.expect(parser, W.UPDATE);
    P.expect(parser, W.SET);
    update = assignments(parser, "compound");
    if (P.kind(parser) !== W.WHEN) {
      return { update, insert: undefined };
    }
  }
  P.expect(parser, W.WHEN);
  P.expect(parser, W.NOT);
  P.expect(parser, W.MATCHED);
  P.expect(parser, W.THEN);
  return { update, insert: P.expect(parser, W.INSERT) ? mergeInsert(parser) : undefined };
}

function mergeInsert(parser: Parser): MergeInsert {
  const from = P.start(parser);
  const hasColumns = P.kind(parser) === T.LEFT_PAREN && P.isName(parser, P.peek(parser, 1));
  const columns = hasColumns ? P.parenthesizedIdentifiers(parser) : [];
  const isNested = P.accept(parser, T.LEFT_PAREN);
  P.expect(parser, W.VALUES);
  const row = rowConstructor(parser);
  if (isNested) {
    P.expect(parser, T.RIGHT_PAREN);
  }
  const values = row.kind === "row" ? row.values : [row];
  return { columns, values, range: P.rangeFrom(parser, from) };
}
