import type { Node } from "../ast.ts";
import { beginsQueryOrExpression } from "../lookahead.ts";
import type { Parser } from "../parser.ts";
import * as P from "../parser.ts";
import type { StatementRule } from "../statement-rule.ts";
import * as T from "../tokens.ts";
import { V2_0, V2_2 } from "../version.ts";
import * as W from "../words.gen.ts";
import type { CreateTable } from "./create-table.ts";
import { createTableRule } from "./create-table.ts";
import type { Delete } from "./delete.ts";
import { deleteRule } from "./delete.ts";
import type { Insert } from "./insert.ts";
import { insert } from "./insert.ts";
import type { Merge } from "./merge.ts";
import { mergeRule } from "./merge.ts";
import type { QueryStatement } from "./query-statement.ts";
import { queryStatement } from "./query-statement.ts";
import type { StatementSet } from "./statement-set.ts";
import { statementSet } from "./statement-set.ts";
import type { Update } from "./update.ts";
import { updateRule } from "./update.ts";

export type ExplainedStatement =
  | QueryStatement
  | Insert
  | StatementSet
  | CreateTable
  | Delete
  | Update
  | Merge;

/** `EXPLAIN [PLAN FOR | details] statement`; Calcite's `DESCRIBE query` too. */
export interface Explain extends Node {
  readonly kind: "explain";
  /** `ESTIMATED_COST`, `CHANGELOG_MODE`, `JSON_EXECUTION_PLAN`, `PLAN_ADVICE` */
  readonly details: readonly string[];
  readonly statement: ExplainedStatement | undefined;
}

/** How EXPLAIN and DESCRIBE of a query is read. */
export const explainRule: StatementRule<Explain> = {
  first: [W.EXPLAIN, W.DESCRIBE],
  begins(parser) {
    const second = P.peek(parser, 1);
    return P.kind(parser) === W.DESCRIBE
      ? second === W.STATEMENT || isQueryOrChange(parser, second)
      : isExplained(parser, second) || details.has(second);
  },
  parse(parser) {
    const from = P.start(parser);
    const isDescribe = P.kind(parser) === W.DESCRIBE;
    P.advance(parser);
    if (isDescribe) {
      P.accept(parser, W.STATEMENT);
      const statement = queryOrChange(parser);
      return { kind: "explain", details: [], statement, range: P.rangeFrom(parser, from) };
    }
    const wanted = explainDetails(parser);
    const statement = explained(parser);
    return { kind: "explain", details: wanted, statement, range: P.rangeFrom(parser, from) };
  },
};

const details: ReadonlySet<number> = new Set([
  W.ESTIMATED_COST,
  W.CHANGELOG_MODE,
  W.JSON_EXECUTION_PLAN,
  W.PLAN_ADVICE,
]);

function isExplained(parser: Parser, token: number): boolean {
  return (
    token === W.STATEMENT ||
    token === W.INSERT ||
    token === W.UPSERT ||
    (token === W.EXECUTE && parser.version >= V2_2) ||
    (token === W.CREATE && parser.version >= V2_0) ||
    beginsQueryOrExpression(parser, token)
  );
}

/** `PLAN FOR`, or the details. */
function explainDetails(parser: Parser): readonly string[] {
  if (P.acceptBoth(parser, W.PLAN, W.FOR) || !details.has(P.kind(parser))) {
    return [];
  }
  const result: string[] = [];
  do {
    const from = P.start(parser);
    if (!details.has(P.kind(parser))) {
      P.fail(parser, "`ESTIMATED_COST`, `CHANGELOG_MODE` or another detail fits here");
      break;
    }
    P.advance(parser);
    const detail = parser.text.slice(from, P.lastEnd(parser)).toUpperCase();
    if (result.includes(detail)) {
      P.failAtLast(parser, "This detail is given twice.");
    }
    result.push(detail);
  } while (P.accept(parser, T.COMMA));
  return result;
}

function explained(parser: Parser): ExplainedStatement | undefined {
  const from = P.start(parser);
  const second = P.peek(parser, 1);
  switch (P.kind(parser)) {
    case W.STATEMENT:
      return statementSet(parser, from);
    case W.INSERT:
    case W.UPSERT:
      return insert(parser);
    case W.EXECUTE:
      return executed(parser, from);
    case W.CREATE:
      return created(parser);
    case W.REPLACE:
      if (second === W.TABLE || second === W.TEMPORARY) {
        return createTableRule.parse(parser);
      }
  }
  return queryStatement(parser);
}

function executed(parser: Parser, from: number): ExplainedStatement | undefined {
  P.advance(parser);
  const token = P.kind(parser);
  if (token === W.STATEMENT) {
    return statementSet(parser, from);
  }
  return token === W.INSERT || token === W.UPSERT ? insert(parser) : queryStatement(parser);
}

/** Of all that can be created, Flink explains only tables out of queries. */
function created(parser: Parser): ExplainedStatement | undefined {
  if (!createTableRule.begins(parser)) {
    P.toStatementEnd(parser);
    P.failAtLast(parser, "Flink explains only tables that are created from a query.");
    return undefined;
  }
  const table = createTableRule.parse(parser);
  if (table.as === undefined) {
    P.failAtLast(parser, "Flink explains only tables that are created from a query.");
  }
  return table;
}

function isQueryOrChange(parser: Parser, token: number): boolean {
  return (
    token === W.INSERT ||
    token === W.UPSERT ||
    token === W.DELETE ||
    token === W.UPDATE ||
    token === W.MERGE ||
    beginsQueryOrExpression(parser, token)
  );
}

function queryOrChange(parser: Parser): ExplainedStatement | undefined {
  switch (P.kind(parser)) {
    case W.INSERT:
    case W.UPSERT:
      return insert(parser);
    case W.DELETE:
      return deleteRule.parse(parser);
    case W.UPDATE:
      return updateRule.parse(parser);
    case W.MERGE:
      return mergeRule.parse(parser);
    default:
      return queryStatement(parser);
  }
}
