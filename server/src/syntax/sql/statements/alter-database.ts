import type { Name, Node, OptionsChange } from "../ast.ts";
import { optionsChange } from "../ddl.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as W from "../words.gen.ts";

/** `ALTER DATABASE d SET (...)` */
export interface AlterDatabase extends Node {
  readonly kind: "alterDatabase";
  readonly name: Name | undefined;
  readonly change: OptionsChange | undefined;
}

/** How ALTER DATABASE is read. */
export const alterDatabaseRule: StatementRule<AlterDatabase> = {
  first: [W.ALTER],
  begins: (parser) => P.peek(parser, 1) === W.DATABASE,
  parse(parser) {
    const from = P.start(parser);
    parser.index += 2;
    const name = P.compoundNameOrStar(parser);
    const at = P.start(parser);
    const change = P.expect(parser, W.SET) ? optionsChange(parser, at) : undefined;
    return { kind: "alterDatabase", name, change, range: P.rangeFrom(parser, from) };
  },
};
