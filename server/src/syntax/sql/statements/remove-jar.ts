import type { Node, StringLiteral } from "../ast.ts";
import { quotedString } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `REMOVE JAR 'file'` */
export interface RemoveJar extends Node {
  readonly kind: "removeJar";
  readonly path: StringLiteral | undefined;
}

/** How REMOVE JAR is read. */
export const removeJarRule: StatementRule<RemoveJar> = {
  first: [W.REMOVE],
  begins: (parser) => P.peek(parser, 1) === W.JAR,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const path = quotedString(parser);
    return { kind: "removeJar", path, range: P.rangeFrom(parser, from) };
  },
};
