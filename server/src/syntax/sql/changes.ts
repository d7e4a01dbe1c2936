import type { Assignment, Hint, Identifier, Name, TypeField } from "./ast.ts";
import { extendedColumns } from "./from.ts";
import { selectHints } from "./hints.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";

/** The target of UPDATE, DELETE and MERGE. */
export interface ChangedTable {
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly alias: Identifier | undefined;
}

export function changedTable(parser: Parser): ChangedTable {
  const table = P.compoundName(parser);
  const hints = selectHints(parser);
  const extend = extendedColumns(parser);
  const hasAs = P.accept(parser, W.AS);
  const alias = hasAs || P.atName(parser) ? P.identifier(parser) : undefined;
  return { table, hints, extend, alias };
}

/** `a = 1, b = 2` behind SET. */
export function assignments(parser: Parser, names: "simple" | "compound"): readonly Assignment[] {
  const result: Assignment[] = [];
  do {
    const column = names === "simple" ? simple(parser) : P.compoundNameOrStar(parser);
    P.expect(parser, T.EQUAL);
    const value = parser.rules.expression(parser, P.ACCEPT_SUB_QUERY);
    if (column !== undefined) {
      result.push({ column, value, range: P.rangeFrom(parser, column.range.start) });
    }
  } while (P.accept(parser, T.COMMA));
  return result;
}

function simple(parser: Parser): Name | undefined {
  const only = P.identifier(parser);
  return only && { kind: "name", parts: [only], range: only.range };
}
