import type { Node, StringLiteral } from "../ast.ts";
import { isString, stringLiteral } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** A key or value of a bare `SET key = value`, as the extended command reads it, white space around it cut. */
export interface RawText extends Node {
  readonly kind: "raw";
  readonly text: string;
}

/** `SET 'key' = 'value'`, the bare `SET key = value`, and `SET` alone, which lists. */
export interface SetOption extends Node {
  readonly kind: "set";
  readonly key: StringLiteral | RawText | undefined;
  readonly value: StringLiteral | RawText | undefined;
}

/** How SET is read. */
export const setOptionRule: StatementRule<SetOption> = {
  first: [W.SET],
  begins: () => true,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const key = isString(P.kind(parser)) ? stringLiteral(parser) : undefined;
    const value =
      key !== undefined && P.expect(parser, T.EQUAL) ? stringLiteral(parser) : undefined;
    return { kind: "set", key, value, range: P.rangeFrom(parser, from) };
  },
};
