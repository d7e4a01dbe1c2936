import { suggestion } from "../../text/near-miss.ts";
import { catalogFindings } from "../catalog-findings.ts";
import { renames } from "../fix.ts";
import type { Rule, Subject } from "../rule.ts";

/** A table, database or catalog that the script has not created. */
export const unknownTable: Rule = {
  id: "unknown-table",
  subject: "script",
  severity: "error",
  what: "A statement names a table, database or catalog that does not exist at this place of the script.",
  why: "Flink stops the script here, unless the session has it already: an init script made it, or a catalog of the cluster.",
  fix: "Create it before, or correct its name.",
  check: (subject) =>
    catalogFindings(subject, "unknown-table", "unknown-database", "unknown-catalog").map((it) => {
      const there = `There is no ${it.kind.slice("unknown-".length)} '${it.name}' here`;
      return isSlip(subject, it)
        ? {
            at: it.at,
            message: `${there}.${suggestion(it.near)}`,
            fixes: renames(it.at, it.near, "rule"),
          }
        : {
            at: it.at,
            severity: "warning",
            message: `${there}: the script runs only where its session has it already.`,
          };
    }),
};

/** Whether the script is surely wrong: it knows the table by nearly that name, or at another place, or a program runs it, whose session is known. */
function isSlip(
  { script, tables }: Subject,
  { name, near }: { readonly name: string; readonly near: readonly string[] },
): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return (
    near.length > 0 ||
    tables.some(({ table }) => table.path[2] === last) ||
    script?.steps.some((it) => it.text !== undefined) === true
  );
}
