import type { Node, StringLiteral } from "../ast.ts";
import { ifNotExists } from "../ddl.ts";
import { stringLiteral } from "../literals.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";
import type { Insert } from "./insert.ts";
import { insert } from "./insert.ts";
import type { StatementSet } from "./statement-set.ts";
import { statementSet } from "./statement-set.ts";

/** `COMPILE PLAN 'file' FOR ...`, `COMPILE AND EXECUTE PLAN 'file' FOR ...` */
export interface CompilePlan extends Node {
  readonly kind: "compilePlan";
  readonly execute: boolean;
  readonly path: StringLiteral | undefined;
  readonly ifNotExists: boolean;
  readonly statement: Insert | StatementSet | undefined;
}

/** How COMPILE PLAN is read. */
export const compilePlanRule: StatementRule<CompilePlan> = {
  first: [W.COMPILE],
  begins: (parser) => P.peek(parser, 1) === W.PLAN || P.peek(parser, 1) === W.AND,
  parse(parser) {
    const from = P.start(parser);
    P.advance(parser);
    const execute = P.accept(parser, W.AND) && P.expect(parser, W.EXECUTE);
    P.expect(parser, W.PLAN);
    const path = stringLiteral(parser);
    const exists = !execute && ifNotExists(parser);
    const statement = P.expect(parser, W.FOR) ? compiled(parser) : undefined;
    return {
      kind: "compilePlan",
      execute,
      path,
      ifNotExists: exists,
      statement,
      range: P.rangeFrom(parser, from),
    };
  },
};

function compiled(parser: Parser): CompilePlan["statement"] {
  switch (P.kind(parser)) {
    case W.STATEMENT:
      return statementSet(parser, P.start(parser));
    case W.INSERT:
    case W.UPSERT:
      return insert(parser);
    default:
      P.fail(parser, "`INSERT INTO` or `STATEMENT SET` fits here");
      return undefined;
  }
}
