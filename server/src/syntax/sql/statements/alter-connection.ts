import type { Name, Node, OptionsChange, RenameChange, ResetChange } from "../ast.ts";
import { ifExists, simpleChange } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `ALTER CONNECTION c RENAME TO ...`, `SET (...)`, `RESET (...)` */
export interface AlterConnection extends Node {
  readonly kind: "alterConnection";
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly change: RenameChange | OptionsChange | ResetChange | undefined;
}

/** How ALTER CONNECTION is read. */
export const alterConnectionRule: StatementRule<AlterConnection> = {
  first: [W.ALTER],
  begins: (parser) => parser.version >= V2_3 && P.peek(parser, 1) === W.CONNECTION,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const exists = ifExists(parser);
    const name = P.compoundNameOrStar(parser);
    const change = simpleChange(parser);
    return {
      kind: "alterConnection",
      ifExists: exists,
      name,
      change,
      range: P.rangeFrom(parser, from),
    };
  },
};
