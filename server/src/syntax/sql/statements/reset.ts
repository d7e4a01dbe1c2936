import type { Node, StringLiteral } from "../ast.ts";
import { isString, stringLiteral } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";
import type { RawText } from "./set-option.ts";

/** `RESET 'key'`, the bare `RESET key`, and `RESET` alone, which resets all. */
export interface Reset extends Node {
  readonly kind: "reset";
  readonly key: StringLiteral | RawText | undefined;
}

/** How RESET is read. */
export const resetRule: StatementRule<Reset> = {
  first: [W.RESET],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const key = isString(P.kind(parser)) ? stringLiteral(parser) : undefined;
    return { kind: "reset", key, range: P.rangeFrom(parser, from) };
  },
};
