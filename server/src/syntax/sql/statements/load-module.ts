import type { Identifier, Node, Option } from "../ast.ts";
import { withOptions } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `LOAD MODULE m WITH (...)` */
export interface LoadModule extends Node {
  readonly kind: "loadModule";
  readonly module: Identifier | undefined;
  readonly options: readonly Option[] | undefined;
}

/** How LOAD MODULE is read. */
export const loadModuleRule: StatementRule<LoadModule> = {
  first: [W.LOAD],
  begins: (parser) => P.peek(parser, 1) === W.MODULE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const module = P.identifier(parser);
    const options = withOptions(parser);
    return { kind: "loadModule", module, options, range: P.rangeFrom(parser, from) };
  },
};
