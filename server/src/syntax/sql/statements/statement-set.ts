import type { Node } from "../ast.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import * as W from "../words.gen.ts";
import type { Insert } from "./insert.ts";
import { insert } from "./insert.ts";

/** `EXECUTE STATEMENT SET BEGIN ... END`, or `STATEMENT SET BEGIN ... END` inside EXPLAIN and COMPILE. */
export interface StatementSet extends Node {
  readonly kind: "statementSet";
  readonly inserts: readonly Insert[];
}

/** How EXECUTE STATEMENT SET is read. */
export const statementSetRule: StatementRule<StatementSet> = {
  first: [W.EXECUTE],
  begins: (parser) => P.peek(parser, 1) === W.STATEMENT,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    return statementSet(parser, from);
  },
};

/** `STATEMENT SET BEGIN ...; END`; a broken INSERT does not hide the next. */
export function statementSet(parser: Parser, from: number): StatementSet {
  P.expect(parser, W.STATEMENT);
  P.expect(parser, W.SET);
  const inserts: Insert[] = [];
  if (P.expect(parser, W.BEGIN)) {
    do {
      const before = parser.index;
      if (P.kind(parser) === W.INSERT || P.kind(parser) === W.UPSERT) {
        inserts.push(insert(parser));
      } else {
        P.fail(parser, "`INSERT INTO` fits here");
      }
      P.expect(parser, T.SEMICOLON);
      if (parser.index === before) {
        break;
      }
    } while (goesOn(parser));
    P.expect(parser, W.END);
  }
  return { kind: "statementSet", inserts, range: P.rangeFrom(parser, from) };
}

function goesOn(parser: Parser): boolean {
  const token = P.kind(parser);
  return token !== W.END && token !== T.EOF && (parser.error === undefined || isInsert(token));
}

function isInsert(token: number): boolean {
  return token === W.INSERT || token === W.UPSERT;
}
