import type { Node } from "../ast.ts";
import { beginsQueryOrExpression } from "../lookahead.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";
import type { Insert } from "./insert.ts";
import { insert } from "./insert.ts";
import type { QueryStatement } from "./query-statement.ts";
import { queryStatement } from "./query-statement.ts";

/** `EXECUTE INSERT ...`, `EXECUTE SELECT ...`; EXECUTE STATEMENT SET is a `StatementSet`. */
export interface Execute extends Node {
  readonly kind: "execute";
  readonly statement: Insert | QueryStatement | undefined;
}

/** How EXECUTE is read. */
export const executeRule: StatementRule<Execute> = {
  first: [W.EXECUTE],
  begins(parser) {
    const second = P.peek(parser, 1);
    return (
      second === W.INSERT ||
      second === W.UPSERT ||
      (second !== W.PLAN && beginsQueryOrExpression(parser, second))
    );
  },
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const token = P.kind(parser);
    const statement =
      token === W.INSERT || token === W.UPSERT ? insert(parser) : queryStatement(parser);
    return { kind: "execute", statement, range: P.rangeFrom(parser, from) };
  },
};
