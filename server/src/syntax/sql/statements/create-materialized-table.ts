import type {
  DateTimeLiteral,
  Distribution,
  Identifier,
  IntervalLiteral,
  Name,
  Node,
  Option,
  Query,
  StringLiteral,
  TableSchema,
} from "../ast.ts";

/** `START_MODE = FROM_TIMESTAMP(TIMESTAMP '...')` */
export interface StartMode extends Node {
  readonly mode:
    | "FROM_BEGINNING"
    | "FROM_NOW"
    | "FROM_TIMESTAMP"
    | "RESUME_OR_FROM_BEGINNING"
    | "RESUME_OR_FROM_NOW"
    | "RESUME_OR_FROM_TIMESTAMP";
  readonly interval: IntervalLiteral | undefined;
  readonly timestamp: DateTimeLiteral | undefined;
}

/** `CREATE [OR ALTER] MATERIALIZED TABLE t ... FRESHNESS = INTERVAL '1' DAY REFRESH_MODE = FULL AS query` */
export interface CreateMaterializedTable extends Node {
  readonly kind: "createMaterializedTable";
  readonly orAlter: boolean;
  readonly name: Name | undefined;
  readonly schema: TableSchema | undefined;
  readonly comment: StringLiteral | undefined;
  readonly distribution: Distribution | undefined;
  readonly partitionedBy: readonly Identifier[];
  readonly options: readonly Option[] | undefined;
  readonly startMode: StartMode | undefined;
  readonly freshness: IntervalLiteral | undefined;
  readonly refreshMode: "FULL" | "CONTINUOUS" | undefined;
  readonly as: Query | undefined;
}
