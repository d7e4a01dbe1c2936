import { suggestion } from "../../text/near-miss.ts";
import { catalogFindings } from "../catalog-findings.ts";
import { renames } from "../fix.ts";
import type { Rule, Subject } from "../rule.ts";

/** Tables and views of a script: another script may run between them and their job. */
function startsNothing({ script }: Subject): boolean {
  return (
    script?.steps.every(
      ({ text, statement: { node } }) =>
        text === undefined &&
        /^(?:add|alter|create|drop|load|reset|set|show|use)/.test(node.kind) &&
        !(node.kind === "createTable" && node.as !== undefined),
    ) === true
  );
}

/** A function or model that is neither Flink's nor the script's. */
export const unknownFunction: Rule = {
  id: "unknown-function",
  subject: "script",
  severity: "error",
  what: "A query calls a function, or names a model, that Flink does not have and the script has not created.",
  why: "Flink refuses the statement, unless the session or a catalog outside the script holds it: a warning only where tables of the session are used as well, or where nothing is started.",
  fix: "Create it before, or correct its name.",
  perStatement: "findings",
  check: (subject) => {
    const isPiece =
      catalogFindings(subject, "unknown-table", "unknown-catalog").length > 0 ||
      startsNothing(subject);
    return catalogFindings(subject, "unknown-function", "unknown-model").map((it) => {
      const there = `There is no ${it.kind.slice("unknown-".length)} '${it.name}' here`;
      return isPiece && it.near.length === 0
        ? {
            at: it.at,
            severity: "warning",
            message: `${there}: the script runs only where its session has it already.`,
          }
        : {
            at: it.at,
            message: `${there}.${suggestion(it.near)}`,
            fixes: renames(it.at, it.near, "rule"),
          };
    });
  },
};
