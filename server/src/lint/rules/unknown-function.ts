import { suggestion } from "../../text/near-miss.ts";
import { catalogFindings } from "../catalog-findings.ts";
import { renames } from "../fix.ts";
import type { Rule } from "../rule.ts";

/** A function or model that is neither Flink's nor the script's. */
export const unknownFunction: Rule = {
  id: "unknown-function",
  subject: "script",
  severity: "error",
  what: "A query calls a function, or names a model, that Flink does not have and the script has not created.",
  why: "Flink refuses the statement, unless a catalog outside the script holds it.",
  fix: "Create it before, or correct its name.",
  perStatement: "findings",
  check: (subject) =>
    catalogFindings(subject, "unknown-function", "unknown-model").map((it) => ({
      at: it.at,
      message: `There is no ${it.kind.slice("unknown-".length)} '${it.name}' here.${suggestion(it.near)}`,
      fixes: renames(it.at, it.near, "rule"),
    })),
};
