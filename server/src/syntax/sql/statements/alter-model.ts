import type { Name, Node, OptionsChange, RenameChange, ResetChange } from "../ast.ts";
import { ifExists, simpleChange } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V1_20 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `ALTER MODEL m RENAME TO ...`, `SET (...)`, `RESET (...)` */
export interface AlterModel extends Node {
  readonly kind: "alterModel";
  readonly ifExists: boolean;
  readonly name: Name | undefined;
  readonly change: RenameChange | OptionsChange | ResetChange | undefined;
}

/** How ALTER MODEL is read. */
export const alterModelRule: StatementRule<AlterModel> = {
  first: [W.ALTER],
  begins: (parser) => parser.version >= V1_20 && P.peek(parser, 1) === W.MODEL,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const exists = ifExists(parser);
    const name = P.compoundNameOrStar(parser);
    const change = simpleChange(parser);
    return {
      kind: "alterModel",
      ifExists: exists,
      name,
      change,
      range: P.rangeFrom(parser, from),
    };
  },
};
