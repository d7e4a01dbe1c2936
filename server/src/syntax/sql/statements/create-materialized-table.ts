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
import { comment, distributed, partitionedBy, prefixAt, takePrefix, withOptions } from "../ddl.ts";
import { timestamp } from "../literals.ts";
import { intervalOrError, refreshModeValue } from "../materialized.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import { tableSchema } from "../table-schema.ts";
import * as T from "../tokens.ts";
import { V1_20, V2_2, V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

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

/** How CREATE MATERIALIZED TABLE is read. */
export const createMaterializedTableRule: StatementRule<CreateMaterializedTable> = {
  first: [W.CREATE],
  begins(parser) {
    const { length } = prefixAt(parser);
    const at = P.peek(parser, length);
    return (
      parser.version >= V1_20 && (at === W.MATERIALIZED || (at === W.OR && parser.version >= V2_3))
    );
  },
  parse(parser) {
    const from = P.start(parser);
    const { orReplace, temporary } = takePrefix(parser);
    const orAlter = P.accept(parser, W.OR) && P.expect(parser, W.ALTER);
    if (P.expect(parser, W.MATERIALIZED) && (temporary || orReplace)) {
      P.failAtLast(parser, "A materialized table is neither temporary nor replaced.");
    }
    P.expect(parser, W.TABLE);
    const name = P.compoundNameOrStar(parser);
    const schema = P.kind(parser) === T.LEFT_PAREN ? tableSchema(parser) : undefined;
    const text = comment(parser);
    const spread = distributed(parser);
    const partitions = partitionedBy(parser);
    const options = withOptions(parser);
    const startMode = P.kind(parser) === W.START_MODE ? startModeClause(parser) : undefined;
    const freshness = freshnessClause(parser);
    const refreshMode = P.accept(parser, W.REFRESH_MODE) ? refreshModeValue(parser) : undefined;
    const as = P.expect(parser, W.AS) ? query(parser) : undefined;
    return {
      kind: "createMaterializedTable",
      orAlter,
      name,
      schema,
      comment: text,
      distribution: spread,
      partitionedBy: partitions,
      options,
      startMode,
      freshness,
      refreshMode,
      as,
      range: P.rangeFrom(parser, from),
    };
  },
};

/** Before Flink 2.2 a materialized table has to say how fresh it is. */
function freshnessClause(parser: Parser): IntervalLiteral | undefined {
  const isThere =
    parser.version >= V2_2 ? P.accept(parser, W.FRESHNESS) : P.expect(parser, W.FRESHNESS);
  if (!isThere) {
    return undefined;
  }
  P.expect(parser, T.EQUAL);
  return intervalOrError(parser);
}

const modes: ReadonlyMap<number, StartMode["mode"]> = new Map([
  [W.FROM_BEGINNING, "FROM_BEGINNING"],
  [W.FROM_NOW, "FROM_NOW"],
  [W.FROM_TIMESTAMP, "FROM_TIMESTAMP"],
  [W.RESUME_OR_FROM_BEGINNING, "RESUME_OR_FROM_BEGINNING"],
  [W.RESUME_OR_FROM_NOW, "RESUME_OR_FROM_NOW"],
  [W.RESUME_OR_FROM_TIMESTAMP, "RESUME_OR_FROM_TIMESTAMP"],
]);

function startModeClause(parser: Parser): StartMode | undefined {
  const from = P.start(parser);
  P.advance(parser);
  P.expect(parser, T.EQUAL);
  const mode = modes.get(P.kind(parser));
  if (mode === undefined) {
    P.fail(parser, "`FROM_BEGINNING`, `FROM_NOW` or another start mode fits here");
    return undefined;
  }
  P.advance(parser);
  let interval: StartMode["interval"];
  let at: StartMode["timestamp"];
  if (mode.endsWith("FROM_TIMESTAMP")) {
    P.expect(parser, T.LEFT_PAREN);
    at = timestamp(parser);
    P.expect(parser, T.RIGHT_PAREN);
  } else if (mode.endsWith("FROM_NOW") && P.accept(parser, T.LEFT_PAREN)) {
    interval = intervalOrError(parser);
    P.expect(parser, T.RIGHT_PAREN);
  }
  return { mode, interval, timestamp: at, range: P.rangeFrom(parser, from) };
}
