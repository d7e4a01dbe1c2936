import { suggestion } from "../../text/near-miss.ts";
import { catalogFindings } from "../catalog-findings.ts";
import { renames } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { shortName } from "../short-name.ts";

/** A column that none of the query's tables has. */
export const unknownColumn: Rule = {
  id: "unknown-column",
  subject: "script",
  severity: "error",
  what: "A query or INSERT names a column that its tables do not have, or that several of them have.",
  why: "Flink refuses the statement.",
  fix: "Correct the name, or put the table's name before it.",
  perStatement: "findings",
  check: (subject) => [
    ...catalogFindings(subject, "unknown-column").map((it) => ({
      at: it.at,
      message: `There is no column '${it.name}'${it.table === undefined ? "" : ` in '${it.table}'`}.${suggestion(it.near)}`,
      fixes: renames(it.at, it.near, "rule"),
    })),
    ...catalogFindings(subject, "ambiguous-column").map((it) => ({
      at: it.at,
      message: `The column '${it.name}' is in several tables: ${it.tables.map(shortName).join(", ")}.`,
      fixes: renames(
        it.at,
        it.tables.map((table) => `${shortName(table)}.${it.name}`),
        "alone",
      ),
    })),
  ],
};
