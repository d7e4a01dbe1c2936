/** The type of a column as far as connectors and formats ask: its kind, its precision, the types inside. */
export interface ColumnType {
  readonly kind: string;
  readonly length?: number | undefined;
  readonly precision?: number | undefined;
  readonly key?: ColumnType;
  readonly value?: ColumnType;
  readonly element?: ColumnType;
  readonly fields?: readonly { readonly type: ColumnType }[];
}

/** Why a type cannot be read or written, with the Java class thrown; undefined where it can. */
export type TypeFault = { readonly exception: string; readonly message: string } | undefined;
