import type { Node, StringLiteral } from "../ast.ts";
import { quotedString } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `ADD JAR 'file'` */
export interface AddJar extends Node {
  readonly kind: "addJar";
  readonly path: StringLiteral | undefined;
}

/** How ADD JAR is read. */
export const addJarRule: StatementRule<AddJar> = {
  first: [W.ADD],
  begins: (parser) => P.peek(parser, 1) === W.JAR,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const path = quotedString(parser);
    return { kind: "addJar", path, range: P.rangeFrom(parser, from) };
  },
};
