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
