import type { Identifier, Name, Node, PartitionItem } from "../ast.ts";

/** `ANALYZE TABLE t PARTITION (...) COMPUTE STATISTICS FOR COLUMNS a, b` */
export interface AnalyzeTable extends Node {
  readonly kind: "analyzeTable";
  readonly table: Name | undefined;
  readonly partition: readonly PartitionItem[];
  readonly allColumns: boolean;
  readonly columns: readonly Identifier[];
}
