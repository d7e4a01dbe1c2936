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
