import type { Hint, Name, Node, PartitionItem, Query, TypeField } from "../ast.ts";

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
