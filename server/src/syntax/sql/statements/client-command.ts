import type { Node } from "../ast.ts";
import { isAlone } from "../extended-command.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";

/** `HELP`, `CLEAR`, `QUIT`, `EXIT`: commands of the SQL client. */
export interface ClientCommand extends Node {
  readonly kind: "clientCommand";
  readonly command: "HELP" | "CLEAR" | "QUIT" | "EXIT";
}

/** How HELP, QUIT, EXIT and CLEAR are read: they are no words of the grammar, but commands by the whole text. */
export const clientCommandRule: StatementRule<ClientCommand> = {
  first: [T.IDENTIFIER],
  begins: (parser) => commandAt(parser) !== undefined,
  parse(parser) {
    const from = P.start(parser);
    const command = commandAt(parser) ?? "HELP";
    P.advance(parser);
    return { kind: "clientCommand", command, range: P.rangeFrom(parser, from) };
  },
};

function commandAt(parser: Parser): ClientCommand["command"] | undefined {
  const next = P.peek(parser, 1);
  if (next !== T.SEMICOLON && next !== T.EOF) {
    return undefined;
  }
  const word = parser.text.slice(P.start(parser), parser.ends[parser.index]).toUpperCase();
  if (!isAlone(parser, P.start(parser), P.end(parser))) {
    return undefined;
  }
  switch (word) {
    case "HELP":
    case "CLEAR":
    case "QUIT":
    case "EXIT":
      return word;
    default:
      return undefined;
  }
}
