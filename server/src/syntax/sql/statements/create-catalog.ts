import type { Name, Node, Option, StringLiteral } from "../ast.ts";
import { comment, ifNotExists, isObject, simpleName, takePrefix, withOptions } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_20 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `CREATE CATALOG c COMMENT '...' WITH (...)` */
export interface CreateCatalog extends Node {
  readonly kind: "createCatalog";
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}

/** How CREATE CATALOG is read. */
export const createCatalogRule: StatementRule<CreateCatalog> = {
  first: [W.CREATE],
  begins: (parser) => isObject(parser, W.CATALOG),
  parse(parser) {
    const from = P.start(parser);
    takePrefix(parser);
    P.advance(parser);
    const exists = parser.version >= V1_20 && ifNotExists(parser);
    const name = simpleName(parser);
    const text = parser.version >= V1_20 ? comment(parser) : undefined;
    const options = withOptions(parser);
    return {
      kind: "createCatalog",
      ifNotExists: exists,
      name,
      comment: text,
      options,
      range: P.rangeFrom(parser, from),
    };
  },
};
