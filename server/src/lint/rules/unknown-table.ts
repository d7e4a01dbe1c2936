import { suggestion } from "../../text/near-miss.ts";
import { catalogFindings } from "../catalog-findings.ts";
import { renames } from "../fix.ts";
import type { Rule } from "../rule.ts";

/** A table, database or catalog that the script has not created. */
export const unknownTable: Rule = {
  id: "unknown-table",
  severity: "error",
  what: "A statement names a table, database or catalog that does not exist at this place of the script.",
  why: "Flink stops the script here.",
  fix: "Create it before, or correct its name.",
  perStatement: "findings",
  check: (subject) =>
    catalogFindings(subject, "unknown-table", "unknown-database", "unknown-catalog").map((it) => ({
      at: it.at,
      message: `There is no ${it.kind.slice("unknown-".length)} '${it.name}' here.${suggestion(it.near)}`,
      fixes: renames(it.at, it.near, "rule"),
    })),
};
