import { prefixAt } from "./ddl.ts";
import { extendedCommand } from "./extended-command.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";
import { type Statement, statementRules } from "./statements/index.gen.ts";
import { queryStatementRule } from "./statements/query-statement.ts";
import { unreadRule } from "./statements/unread.ts";
import * as W from "./words.gen.ts";

type Rule = (typeof statementRules)[number];

const byFirst = new Map<number, Rule[]>();
for (const rule of statementRules) {
  for (const word of rule.first) {
    byFirst.set(word, [...(byFirst.get(word) ?? []), rule]);
  }
}

/** The statement that begins at the current token. */
export function statement(parser: Parser): Statement {
  const token = P.kind(parser);
  const command = extendedCommand(parser);
  if (command !== undefined) {
    return command;
  }
  const candidates = byFirst.get(token);
  if (candidates !== undefined || P.isName(parser, token)) {
    P.failAtSecond(parser);
  }
  for (const rule of candidates ?? []) {
    if (rule.begins(parser)) {
      return rule.parse(parser);
    }
  }
  if (queryStatementRule.begins(parser)) {
    return queryStatementRule.parse(parser);
  }
  // Flink takes these words alone before it looks at what they are about.
  if (token === W.CREATE) {
    parser.index += prefixAt(parser).length;
  } else if (token === W.ALTER || token === W.EXPLAIN || token === W.DESCRIBE) {
    P.advance(parser);
  }
  return unreadRule.parse(parser);
}
