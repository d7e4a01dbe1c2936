import { catalogFindings } from "../catalog-findings.ts";
import type { Rule } from "../rule.ts";
import { shortName } from "../short-name.ts";

/** A statement that Flink refuses for another reason. */
export const invalidStatement: Rule = {
  id: "invalid-statement",
  subject: "script",
  severity: "error",
  what: "A statement is well written and yet fails: what it creates exists, or what it changes cannot be changed so.",
  why: "Flink stops the script here.",
  fix: "See the message.",
  perStatement: "findings",
  check: (subject) => [
    ...catalogFindings(subject, "object-exists").map((it) => ({
      at: it.at,
      message: `The ${it.object} '${shortName(it.name)}' exists already.`,
    })),
    ...catalogFindings(subject, "invalid").map((it) => ({ at: it.at, message: it.message })),
  ],
};
