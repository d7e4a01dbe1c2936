import type { Identifier, Node } from "../ast.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `USE MODULES a, b` */
export interface UseModules extends Node {
  readonly kind: "useModules";
  readonly modules: readonly Identifier[];
}

/** How USE MODULES is read. */
export const useModulesRule: StatementRule<UseModules> = {
  first: [W.USE],
  begins: (parser) => P.peek(parser, 1) === W.MODULES,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const modules: Identifier[] = [];
    do {
      const module = P.identifier(parser);
      if (module !== undefined) {
        modules.push(module);
      }
    } while (P.accept(parser, T.COMMA));
    return { kind: "useModules", modules, range: P.rangeFrom(parser, from) };
  },
};
