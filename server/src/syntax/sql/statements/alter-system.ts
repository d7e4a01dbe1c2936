import type { Expression, Identifier, Name, Node } from "../ast.ts";
import { literal } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";

/** `ALTER SYSTEM SET a = 1`, `ALTER SESSION RESET ALL`: Calcite's, Flink runs none of it. */
export interface AlterSystem extends Node {
  readonly kind: "alterSystem";
  readonly scope: "SYSTEM" | "SESSION" | undefined;
  readonly action: "SET" | "RESET";
  /** `"ALL"` for RESET ALL. */
  readonly name: Name | "ALL" | undefined;
  readonly value: Expression | Identifier | undefined;
}

/** How ALTER SYSTEM is read. */
export const alterSystemRule: StatementRule<AlterSystem> = {
  first: [W.ALTER],
  begins: (parser) => P.peek(parser, 1) === W.SYSTEM || P.peek(parser, 1) === W.SESSION,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const scope = P.kind(parser) === W.SYSTEM ? "SYSTEM" : "SESSION";
    P.advance(parser);
    if (P.accept(parser, W.RESET)) {
      const name = P.accept(parser, W.ALL) ? "ALL" : P.compoundNameOrStar(parser);
      const range = P.rangeFrom(parser, from);
      return { kind: "alterSystem", scope, action: "RESET", name, value: undefined, range };
    }
    P.expect(parser, W.SET);
    const name = P.compoundNameOrStar(parser);
    P.expect(parser, T.EQUAL);
    const value = settingValue(parser);
    return {
      kind: "alterSystem",
      scope,
      action: "SET",
      name,
      value,
      range: P.rangeFrom(parser, from),
    };
  },
};

function settingValue(parser: Parser): AlterSystem["value"] {
  if (P.accept(parser, W.ON)) {
    return undefined;
  }
  return P.atName(parser) ? P.takeIdentifier(parser) : literal(parser);
}
