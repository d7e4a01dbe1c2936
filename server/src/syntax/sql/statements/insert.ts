import type { Hint, Name, Node, PartitionItem, Query, TypeField } from "../ast.ts";
import { beginsType } from "../data-type.ts";
import { extendedColumns } from "../from.ts";
import { selectHints } from "../hints.ts";
import { partitionItems } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import { compoundNames } from "../table-schema.ts";
import * as T from "../tokens.ts";
import { V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `INSERT INTO t PARTITION (...) (columns) query ON CONFLICT DO NOTHING`; also OVERWRITE and UPSERT. */
export interface Insert extends Node {
  readonly kind: "insert";
  readonly upsert: boolean;
  readonly overwrite: boolean;
  readonly table: Name | undefined;
  readonly hints: readonly Hint[];
  readonly extend: readonly TypeField[];
  readonly partition: readonly PartitionItem[];
  /** Where no list of columns is written: empty. */
  readonly columns: readonly Name[];
  readonly query: Query | undefined;
  readonly onConflict: "ERROR" | "NOTHING" | "DEDUPLICATE" | undefined;
}

/** How INSERT is read. */
export const insertRule: StatementRule<Insert> = {
  first: [W.INSERT, W.UPSERT],
  begins: () => true,
  parse: insert,
};

export function insert(parser: Parser): Insert {
  const from = P.start(parser);
  const upsert = P.kind(parser) === W.UPSERT;
  P.advance(parser);
  const overwrite = P.accept(parser, W.OVERWRITE);
  if (overwrite && upsert) {
    P.failAtLast(parser, "OVERWRITE stands only behind INSERT.");
  } else if (!overwrite) {
    P.expect(parser, W.INTO);
  }
  const table = P.compoundName(parser);
  const hints = selectHints(parser);
  const extend = hasExtend(parser) ? extendedColumns(parser) : P.none;
  const partition = P.accept(parser, W.PARTITION) ? partitionItems(parser, "needed") : P.none;
  const hasColumns = P.kind(parser) === T.LEFT_PAREN && P.isName(parser, P.peek(parser, 1));
  const columns = hasColumns ? compoundNames(parser) : P.none;
  const source = table === undefined ? undefined : query(parser);
  const onConflict = parser.version >= V2_3 ? conflictAction(parser) : undefined;
  return {
    kind: "insert",
    upsert,
    overwrite,
    table,
    hints,
    extend,
    partition,
    columns,
    query: source,
    onConflict,
    range: P.rangeFrom(parser, from),
  };
}

/** Flink looks five tokens ahead whether columns with types follow. */
function hasExtend(parser: Parser): boolean {
  if (P.kind(parser) === W.EXTEND) {
    return true;
  }
  if (P.kind(parser) !== T.LEFT_PAREN || !P.isName(parser, P.peek(parser, 1))) {
    return false;
  }
  let distance = 2;
  while (P.peek(parser, distance) === T.DOT && distance < 4) {
    distance += 2;
  }
  return beginsType(parser, P.peek(parser, distance));
}

function conflictAction(parser: Parser): Insert["onConflict"] {
  if (!P.accept(parser, W.ON)) {
    return undefined;
  }
  P.expect(parser, W.CONFLICT);
  P.expect(parser, W.DO);
  switch (P.kind(parser)) {
    case W.ERROR:
      P.advance(parser);
      return "ERROR";
    case W.NOTHING:
      P.advance(parser);
      return "NOTHING";
    case W.DEDUPLICATE:
      P.advance(parser);
      return "DEDUPLICATE";
    default:
      P.fail(parser, "`ERROR`, `NOTHING` or `DEDUPLICATE` fits here");
      return undefined;
  }
}
