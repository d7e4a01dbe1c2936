import type { Name, Node, StringLiteral } from "../ast.ts";
import { ifExists, language } from "../ddl.ts";
import { quotedString } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `ALTER [TEMPORARY [SYSTEM]] FUNCTION f AS 'class' LANGUAGE JAVA` */
export interface AlterFunction extends Node {
  readonly kind: "alterFunction";
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly className: StringLiteral | undefined;
  readonly language: "JAVA" | "SCALA" | "SQL" | "PYTHON" | undefined;
}

/** How ALTER FUNCTION is read. */
export const alterFunctionRule: StatementRule<AlterFunction> = {
  first: [W.ALTER],
  begins(parser) {
    const second = P.peek(parser, 1);
    return second === W.FUNCTION || second === W.TEMPORARY;
  },
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const temporary = P.accept(parser, W.TEMPORARY);
    const system = temporary && P.accept(parser, W.SYSTEM);
    P.expect(parser, W.FUNCTION);
    const exists = ifExists(parser);
    const name = P.compoundNameOrStar(parser);
    const className = P.expect(parser, W.AS) ? quotedString(parser) : undefined;
    const spoken = language(parser);
    return {
      kind: "alterFunction",
      temporary,
      system,
      ifExists: exists,
      name,
      className,
      language: spoken,
      range: P.rangeFrom(parser, from),
    };
  },
};
