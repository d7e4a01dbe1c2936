import type { Node, StringLiteral } from "../ast.ts";
import { quotedString } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `STOP JOB 'id' WITH SAVEPOINT WITH DRAIN` */
export interface StopJob extends Node {
  readonly kind: "stopJob";
  readonly job: StringLiteral | undefined;
  readonly withSavepoint: boolean;
  readonly withDrain: boolean;
}

/** How STOP JOB is read. */
export const stopJobRule: StatementRule<StopJob> = {
  first: [W.STOP],
  begins: (parser) => P.peek(parser, 1) === W.JOB,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const job = quotedString(parser);
    const withSavepoint = P.acceptBoth(parser, W.WITH, W.SAVEPOINT);
    const at = P.start(parser);
    const withDrain = P.acceptBoth(parser, W.WITH, W.DRAIN);
    if (withDrain && !withSavepoint && parser.error === undefined) {
      P.failWith(parser, P.rangeFrom(parser, at), "WITH DRAIN stands only behind WITH SAVEPOINT.");
    }
    return {
      kind: "stopJob",
      job,
      withSavepoint,
      withDrain,
      range: P.rangeFrom(parser, from),
    };
  },
};
