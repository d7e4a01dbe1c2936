import type {
  Name,
  Node,
  Option,
  OptionsChange,
  PartitionItem,
  RenameChange,
  ResetChange,
  SchemaChange,
} from "../ast.ts";
import {
  ifExists,
  ifNotExists,
  optionsChange,
  renameChange,
  resetChange,
  withOptions,
} from "../ddl.ts";
import { partitionItems } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { addOrModify, dropChange } from "../table-schema.ts";
import * as T from "../tokens.ts";
import { V2_0 } from "../version.ts";
import * as W from "../words.gen.ts";

/** One `PARTITION (...) WITH (...)` of ADD. */
export interface AddedPartition extends Node {
  readonly items: readonly PartitionItem[];
  readonly options: readonly Option[] | undefined;
}

export type AlterTableChange =
  | RenameChange
  | (Node & { readonly kind: "renameColumn"; readonly from: Name; readonly to: Name | undefined })
  | OptionsChange
  | ResetChange
  | SchemaChange
  | (Node & {
      readonly kind: "addPartitions";
      readonly ifNotExists: boolean;
      readonly partitions: readonly AddedPartition[];
    })
  | (Node & {
      readonly kind: "dropPartitions";
      readonly ifExists: boolean;
      readonly partitions: readonly (readonly PartitionItem[])[];
    })
  /** Flink 1.x only. */
  | (Node & { readonly kind: "compact"; readonly partition: readonly PartitionItem[] });

/** `ALTER TABLE t` with each kind of change. */
export interface AlterTable extends Node {
  readonly kind: "alterTable";
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly change: AlterTableChange | undefined;
}

/** How ALTER TABLE is read. */
export const alterTableRule: StatementRule<AlterTable> = {
  first: [W.ALTER],
  begins: (parser) => P.peek(parser, 1) === W.TABLE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const exists = ifExists(parser);
    const name = P.compoundNameOrStar(parser);
    const change = tableChange(parser);
    return {
      kind: "alterTable",
      ifExists: exists,
      name,
      change,
      range: P.rangeFrom(parser, from),
    };
  },
};

function tableChange(parser: Parser): AlterTableChange | undefined {
  const from = P.start(parser);
  const token = P.kind(parser);
  const second = P.peek(parser, 1);
  switch (token) {
    case W.RENAME:
      P.advance(parser);
      return second === W.TO ? renameChange(parser, from) : renamedColumn(parser, from);
    case W.RESET:
      P.advance(parser);
      return resetChange(parser, from);
    case W.SET:
      P.advance(parser);
      return optionsChange(parser, from);
    case W.ADD:
      P.advance(parser);
      return second === W.PARTITION || (second === W.IF && P.peek(parser, 1) === W.NOT)
        ? addedPartitions(parser, from)
        : addOrModify(parser, "add", from);
    case W.MODIFY:
      P.advance(parser);
      return addOrModify(parser, "modify", from);
    case W.DROP:
      P.advance(parser);
      return second === W.PARTITION || (second === W.IF && P.peek(parser, 1) === W.EXISTS)
        ? droppedPartitions(parser, from)
        : dropChange(parser, from);
    default:
      return compactOrNothing(parser, from);
  }
}

function renamedColumn(parser: Parser, from: number): AlterTableChange | undefined {
  const column = P.compoundNameOrStar(parser);
  P.expect(parser, W.TO);
  const to = P.compoundNameOrStar(parser);
  return column && { kind: "renameColumn", from: column, to, range: P.rangeFrom(parser, from) };
}

function addedPartitions(parser: Parser, from: number): AlterTableChange {
  const exists = ifNotExists(parser);
  const partitions: AddedPartition[] = [];
  do {
    const at = P.start(parser);
    P.expect(parser, W.PARTITION);
    const items = partitionItems(parser, "needed");
    const options = withOptions(parser);
    partitions.push({ items, options, range: P.rangeFrom(parser, at) });
  } while (P.kind(parser) === W.PARTITION);
  return {
    kind: "addPartitions",
    ifNotExists: exists,
    partitions,
    range: P.rangeFrom(parser, from),
  };
}

function droppedPartitions(parser: Parser, from: number): AlterTableChange {
  const exists = ifExists(parser);
  const partitions: (readonly PartitionItem[])[] = [];
  do {
    P.expect(parser, W.PARTITION);
    partitions.push(partitionItems(parser, "needed"));
  } while (P.accept(parser, T.COMMA));
  return {
    kind: "dropPartitions",
    ifExists: exists,
    partitions,
    range: P.rangeFrom(parser, from),
  };
}

/** `PARTITION (...) COMPACT` of Flink 1.x. */
function compactOrNothing(parser: Parser, from: number): AlterTableChange | undefined {
  const partition =
    parser.version < V2_0 && P.accept(parser, W.PARTITION) ? partitionItems(parser, "needed") : [];
  const word = parser.text.slice(P.start(parser), parser.ends[parser.index]).toUpperCase();
  if (parser.version < V2_0 && word === "COMPACT") {
    P.advance(parser);
    return { kind: "compact", partition, range: P.rangeFrom(parser, from) };
  }
  P.fail(parser, "`ADD`, `MODIFY`, `DROP`, `RENAME`, `SET` or `RESET` fits here");
  return undefined;
}
