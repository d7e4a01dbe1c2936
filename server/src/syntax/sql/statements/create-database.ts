import type { Name, Node, Option, StringLiteral } from "../ast.ts";
import { comment, ifNotExists, isObject, takePrefix, withOptions } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `CREATE DATABASE d COMMENT '...' WITH (...)` */
export interface CreateDatabase extends Node {
  readonly kind: "createDatabase";
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}

/** How CREATE DATABASE is read. */
export const createDatabaseRule: StatementRule<CreateDatabase> = {
  first: [W.CREATE],
  begins: (parser) => isObject(parser, W.DATABASE),
  parse(parser) {
    const from = P.start(parser);
    takePrefix(parser);
    P.advance(parser);
    const exists = ifNotExists(parser);
    const name = P.compoundNameOrStar(parser);
    const text = comment(parser);
    const options = withOptions(parser);
    return {
      kind: "createDatabase",
      ifNotExists: exists,
      name,
      comment: text,
      options,
      range: P.rangeFrom(parser, from),
    };
  },
};
