import type {
  Distribution,
  Identifier,
  Name,
  Node,
  Option,
  Query,
  StringLiteral,
  TableLike,
  TableSchema,
} from "../ast.ts";
import {
  comment,
  distributed,
  ifNotExists,
  isObject,
  partitionedBy,
  takePrefix,
  withOptions,
} from "../ddl.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import { tableLike } from "../table-like.ts";
import { tableSchema } from "../table-schema.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `CREATE [OR REPLACE] [TEMPORARY] TABLE`, `REPLACE TABLE`; with LIKE or AS (CTAS, RTAS) or neither. */
export interface CreateTable extends Node {
  readonly kind: "createTable";
  readonly action: "CREATE" | "CREATE OR REPLACE" | "REPLACE";
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly schema: TableSchema | undefined;
  readonly comment: StringLiteral | undefined;
  readonly distribution: Distribution | undefined;
  readonly partitionedBy: readonly Identifier[];
  /** `undefined` where no WITH is written. */
  readonly options: readonly Option[] | undefined;
  readonly like: TableLike | undefined;
  readonly as: Query | undefined;
}

/** How CREATE TABLE and REPLACE TABLE is read. */
export const createTableRule: StatementRule<CreateTable> = {
  first: [W.CREATE, W.REPLACE],
  begins(parser) {
    if (P.kind(parser) === W.CREATE) {
      return isObject(parser, W.TABLE);
    }
    const second = P.peek(parser, 1);
    return second === W.TABLE || second === W.TEMPORARY;
  },
  parse(parser) {
    const from = P.start(parser);
    const isReplace = P.kind(parser) === W.REPLACE;
    const { orReplace, temporary } = takePrefix(parser);
    P.expect(parser, W.TABLE);
    const exists = ifNotExists(parser);
    const name = P.compoundNameOrStar(parser);
    const open = parser.index;
    const schema = P.kind(parser) === T.LEFT_PAREN ? tableSchema(parser) : undefined;
    const close = parser.index;
    const text = comment(parser);
    const spread = distributed(parser);
    const partitions = partitionedBy(parser);
    const options = withOptions(parser);
    const like = !isReplace && P.accept(parser, W.LIKE) ? tableLike(parser) : undefined;
    const as = like === undefined ? asQuery(parser, isReplace) : undefined;
    if (as === undefined && schema !== undefined) {
      refuseNamesAlone(parser, schema, open, close);
    }
    return {
      kind: "createTable",
      action: isReplace ? "REPLACE" : orReplace ? "CREATE OR REPLACE" : "CREATE",
      temporary,
      ifNotExists: exists,
      name,
      schema,
      comment: text,
      distribution: spread,
      partitionedBy: partitions,
      options,
      like,
      as,
      range: P.rangeFrom(parser, from),
    };
  },
};

function asQuery(parser: Parser, isReplace: boolean): Query | undefined {
  const isThere = isReplace ? P.expect(parser, W.AS) : P.accept(parser, W.AS);
  return isThere ? query(parser) : undefined;
}

/** Columns without types are allowed only where a query gives the types. */
function refuseNamesAlone(parser: Parser, schema: TableSchema, open: number, close: number): void {
  if (schema.names.length > 0 && parser.error === undefined) {
    const range = { start: parser.starts[open] ?? 0, end: parser.ends[close - 2] ?? 0 };
    P.failWith(parser, range, "Columns without types stand only before AS and a query.");
  }
}
