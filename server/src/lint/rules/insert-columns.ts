import { catalogFindings } from "../catalog-findings.ts";
import type { Rule } from "../rule.ts";
import { shortName } from "../short-name.ts";

/** An INSERT whose query does not fit the columns of the table. */
export const insertColumns: Rule = {
  id: "insert-columns",
  subject: "script",
  severity: "error",
  what: "The query of an INSERT has another number of columns than the table, or a column of a type that does not fit.",
  why: "Flink refuses the statement: columns are matched by position, not by name.",
  fix: "Select as many columns as the table has, in its order, or name the columns behind the table.",
  perStatement: "findings",
  check: (subject) => [
    ...catalogFindings(subject, "insert-column-count").map((it) => ({
      at: it.at,
      message: `${shortName(it.table)} takes ${count(it.expected)} (${it.expected.join(", ")}), the query has ${count(it.actual)} (${it.actual.join(", ")}).`,
    })),
    ...catalogFindings(subject, "insert-column-type").map((it) => ({
      at: it.at,
      message: `The column '${it.column}' of ${shortName(it.table)} is ${it.expected}; the query gives ${it.actual}.`,
    })),
  ],
};

function count(columns: readonly string[]): string {
  return columns.length === 1 ? "1 column" : `${columns.length} columns`;
}
