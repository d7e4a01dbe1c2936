import type { Name, Node, Option, StringLiteral } from "../ast.ts";
import { comment, ifNotExists, prefixAt, takePrefix, takeSystem } from "../ddl.ts";
import { options as optionList } from "../literals.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import { V2_3 } from "../version.ts";
import * as W from "../words.gen.ts";

/** `CREATE [TEMPORARY [SYSTEM]] CONNECTION c WITH (...)` */
export interface CreateConnection extends Node {
  readonly kind: "createConnection";
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly system: boolean;
  readonly ifNotExists: boolean;
  readonly name: Name | undefined;
  readonly comment: StringLiteral | undefined;
  readonly options: readonly Option[] | undefined;
}

/** How CREATE CONNECTION is read. */
export const createConnectionRule: StatementRule<CreateConnection> = {
  first: [W.CREATE],
  begins(parser) {
    const { length } = prefixAt(parser);
    const at = P.peek(parser, length);
    const isOfSystem = at === W.SYSTEM && P.peek(parser, length + 1) !== W.FUNCTION;
    return parser.version >= V2_3 && (at === W.CONNECTION || isOfSystem);
  },
  parse(parser) {
    const from = P.start(parser);
    const { orReplace, temporary } = takePrefix(parser);
    const system = takeSystem(parser, temporary);
    P.expect(parser, W.CONNECTION);
    const exists = ifNotExists(parser);
    const name = P.compoundNameOrStar(parser);
    const text = comment(parser);
    const options = P.expect(parser, W.WITH) ? optionList(parser) : undefined;
    return {
      kind: "createConnection",
      orReplace,
      temporary,
      system,
      ifNotExists: exists,
      name,
      comment: text,
      options,
      range: P.rangeFrom(parser, from),
    };
  },
};
