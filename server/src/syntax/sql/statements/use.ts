import type { Name, Node } from "../ast.ts";
import { simpleName } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `USE CATALOG c`, `USE db` */
export interface Use extends Node {
  readonly kind: "use";
  readonly object: "CATALOG" | "DATABASE";
  readonly name: Name | undefined;
}

/** How USE is read. */
export const useRule: StatementRule<Use> = {
  first: [W.USE],
  begins: (parser) => P.isName(parser, P.peek(parser, 1)),
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const isCatalog = P.accept(parser, W.CATALOG);
    const name = isCatalog ? simpleName(parser) : P.compoundNameOrStar(parser);
    const object = isCatalog ? "CATALOG" : "DATABASE";
    return { kind: "use", object, name, range: P.rangeFrom(parser, from) };
  },
};
