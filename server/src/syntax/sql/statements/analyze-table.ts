import type { Identifier, Name, Node, PartitionItem } from "../ast.ts";
import { partitionItems } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `ANALYZE TABLE t PARTITION (...) COMPUTE STATISTICS FOR COLUMNS a, b` */
export interface AnalyzeTable extends Node {
  readonly kind: "analyzeTable";
  readonly table: Name | undefined;
  readonly partition: readonly PartitionItem[];
  readonly allColumns: boolean;
  readonly columns: readonly Identifier[];
}

/** How ANALYZE TABLE is read. */
export const analyzeTableRule: StatementRule<AnalyzeTable> = {
  first: [W.ANALYZE],
  begins: (parser) => P.peek(parser, 1) === W.TABLE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const table = P.compoundNameOrStar(parser);
    const partition = P.accept(parser, W.PARTITION) ? partitionItems(parser, "optional") : [];
    P.expect(parser, W.COMPUTE);
    P.expect(parser, W.STATISTICS);
    const columns: Identifier[] = [];
    const allColumns = P.accept(parser, W.FOR) && columnsOf(parser, columns);
    return {
      kind: "analyzeTable",
      table,
      partition,
      allColumns,
      columns,
      range: P.rangeFrom(parser, from),
    };
  },
};

/** `ALL COLUMNS` (true) or `COLUMNS a, b` (false). */
function columnsOf(parser: Parser, columns: Identifier[]): boolean {
  if (P.accept(parser, W.ALL)) {
    return P.expect(parser, W.COLUMNS);
  }
  P.expect(parser, W.COLUMNS);
  do {
    const column = P.identifier(parser);
    if (column !== undefined) {
      columns.push(column);
    }
  } while (P.accept(parser, T.COMMA));
  return false;
}
