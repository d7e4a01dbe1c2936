import type { Name, Node, OptionsChange, ResetChange, StringLiteral } from "../ast.ts";
import { optionsChange, resetChange, simpleName } from "../ddl.ts";
import { quotedString } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_20 } from "../version.ts";
import * as W from "../words.gen.ts";

export type AlterCatalogChange =
  | OptionsChange
  | ResetChange
  | (Node & { readonly kind: "comment"; readonly comment: StringLiteral });

/** `ALTER CATALOG c SET (...)`, `RESET (...)`, `COMMENT '...'` */
export interface AlterCatalog extends Node {
  readonly kind: "alterCatalog";
  readonly name: Name | undefined;
  readonly change: AlterCatalogChange | undefined;
}

/** How ALTER CATALOG is read. */
export const alterCatalogRule: StatementRule<AlterCatalog> = {
  first: [W.ALTER],
  begins: (parser) => parser.version >= V1_20 && P.peek(parser, 1) === W.CATALOG,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const name = simpleName(parser);
    const change = catalogChange(parser);
    return { kind: "alterCatalog", name, change, range: P.rangeFrom(parser, from) };
  },
};

function catalogChange(parser: Parser): AlterCatalogChange | undefined {
  const from = P.start(parser);
  if (P.accept(parser, W.SET)) {
    return optionsChange(parser, from);
  }
  if (P.accept(parser, W.RESET)) {
    return resetChange(parser, from);
  }
  const comment = P.expect(parser, W.COMMENT) ? quotedString(parser) : undefined;
  return comment && { kind: "comment", comment, range: P.rangeFrom(parser, from) };
}
