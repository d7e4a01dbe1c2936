import type { Name, Node, Option, Query, StringLiteral, TableSchema } from "../ast.ts";
import { comment, ifNotExists, isObject, takePrefix, withOptions } from "../ddl.ts";
import * as P from "../parser.ts";
import { query } from "../query.ts";
import type { StatementRule } from "../statement-rule.ts";
import { modelSchema } from "../table-schema.ts";
import { V1_20 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `CREATE [TEMPORARY] MODEL m INPUT (...) OUTPUT (...) WITH (...) AS query` */
export interface CreateModel extends Node {
  readonly kind: "createModel";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly input: TableSchema | undefined;
  readonly output: TableSchema | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
  readonly as: Query | undefined;
}

/** How CREATE MODEL is read. */
export const createModelRule: StatementRule<CreateModel> = {
  first: [W.CREATE],
  begins: (parser) => parser.version >= V1_20 && isObject(parser, W.MODEL),
  parse(parser) {
    const from = P.start(parser);
    const { orReplace, temporary } = takePrefix(parser);
    P.advance(parser);
    const exists = ifNotExists(parser);
    const name = P.compoundNameOrStar(parser);
    const input = P.accept(parser, W.INPUT) ? modelSchema(parser) : undefined;
    const output = P.accept(parser, W.OUTPUT) ? modelSchema(parser) : undefined;
    const text = comment(parser);
    const options = withOptions(parser);
    const as = P.accept(parser, W.AS) ? query(parser) : undefined;
    return {
      kind: "createModel",
      orReplace,
      temporary,
      ifNotExists: exists,
      name,
      input,
      output,
      comment: text,
      options,
      as,
      range: P.rangeFrom(parser, from),
    };
  },
};
