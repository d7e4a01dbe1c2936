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
