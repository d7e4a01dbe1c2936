import type { Identifier, Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `UNLOAD MODULE m` */
export interface UnloadModule extends Node {
  readonly kind: "unloadModule";
  readonly module: Identifier | undefined;
}

/** How UNLOAD MODULE is read. */
export const unloadModuleRule: StatementRule<UnloadModule> = {
  first: [W.UNLOAD],
  begins: (parser) => P.peek(parser, 1) === W.MODULE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const module = P.identifier(parser);
    return { kind: "unloadModule", module, range: P.rangeFrom(parser, from) };
  },
};
