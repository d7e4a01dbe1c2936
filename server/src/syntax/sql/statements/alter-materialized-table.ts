import type {
  IntervalLiteral,
  Name,
  Node,
  Option,
  OptionsChange,
  PartitionItem,
  Query,
  ResetChange,
  SchemaChange,
} from "../ast.ts";
import { optionsChange, resetChange, withOptions } from "../ddl.ts";
import { partitionItems } from "../literals.ts";
import { intervalOrError, refreshModeValue } from "../materialized.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import { addOrModify, dropChange } from "../table-schema.ts";
import * as T from "../tokens.ts";
import { V1_20, V2_0, V2_2, V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

export type AlterMaterializedTableChange =
  | (Node & { readonly kind: "suspend" })
  | (Node & { readonly kind: "resume"; readonly options: readonly Option[] | undefined })
  | (Node & { readonly kind: "refresh"; readonly partition: readonly PartitionItem[] })
  | (Node & { readonly kind: "freshness"; readonly freshness: IntervalLiteral | undefined })
  | (Node & { readonly kind: "refreshMode"; readonly mode: "FULL" | "CONTINUOUS" | undefined })
  | (Node & { readonly kind: "as"; readonly query: Query })
  | OptionsChange
  | ResetChange
  | SchemaChange;

/** `ALTER MATERIALIZED TABLE t` with each kind of change. */
export interface AlterMaterializedTable extends Node {
  readonly kind: "alterMaterializedTable";
  readonly name: Name | undefined;
  readonly change: AlterMaterializedTableChange | undefined;
}

/** How ALTER MATERIALIZED TABLE is read. */
export const alterMaterializedTableRule: StatementRule<AlterMaterializedTable> = {
  first: [W.ALTER],
  begins: (parser) => parser.version >= V1_20 && P.peek(parser, 1) === W.MATERIALIZED,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    P.expect(parser, W.TABLE);
    const name = P.compoundNameOrStar(parser);
    const change = tableChange(parser);
    return { kind: "alterMaterializedTable", name, change, range: P.rangeFrom(parser, from) };
  },
};

function tableChange(parser: Parser): AlterMaterializedTableChange | undefined {
  const from = P.start(parser);
  const token = P.kind(parser);
  switch (token) {
    case W.SUSPEND:
      P.advance(parser);
      return { kind: "suspend", range: P.rangeFrom(parser, from) };
    case W.RESUME: {
      P.advance(parser);
      const options = withOptions(parser);
      return { kind: "resume", options, range: P.rangeFrom(parser, from) };
    }
    case W.REFRESH: {
      P.advance(parser);
      const partition = P.accept(parser, W.PARTITION) ? partitionItems(parser, "needed") : [];
      return { kind: "refresh", partition, range: P.rangeFrom(parser, from) };
    }
    case W.SET:
      P.advance(parser);
      return setChange(parser, from);
    case W.RESET:
      P.advance(parser);
      return resetChange(parser, from);
    default:
      return laterChange(parser, from, token);
  }
}

function setChange(parser: Parser, from: number): AlterMaterializedTableChange {
  if (P.accept(parser, W.FRESHNESS)) {
    P.expect(parser, T.EQUAL);
    const freshness = intervalOrError(parser);
    return { kind: "freshness", freshness, range: P.rangeFrom(parser, from) };
  }
  if (P.accept(parser, W.REFRESH_MODE)) {
    const mode = refreshModeValue(parser);
    return { kind: "refreshMode", mode, range: P.rangeFrom(parser, from) };
  }
  return optionsChange(parser, from);
}

/** Changes that came after Flink 1.20. */
function laterChange(
  parser: Parser,
  from: number,
  token: number,
): AlterMaterializedTableChange | undefined {
  if (token === W.AS && parser.version >= V2_0) {
    P.advance(parser);
    return { kind: "as", query: query(parser), range: P.rangeFrom(parser, from) };
  }
  const isKnown =
    parser.version >= V2_3 || (parser.version >= V2_2 && P.peek(parser, 1) === W.DISTRIBUTION);
  if (isKnown && (token === W.ADD || token === W.MODIFY)) {
    P.advance(parser);
    return addOrModify(parser, token === W.ADD ? "add" : "modify", from);
  }
  if (isKnown && P.accept(parser, W.DROP)) {
    return dropChange(parser, from);
  }
  P.fail(parser, "`AS`, `SET`, `RESUME` or another change fits here");
  return undefined;
}
