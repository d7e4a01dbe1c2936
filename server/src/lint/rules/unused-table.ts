import { fullName } from "../../catalog/table.ts";
import { jobsOf } from "../../job/script.ts";
import type { Rule, Subject } from "../rule.ts";
import { shortName } from "../short-name.ts";
import type { WrittenTable } from "../tables.ts";

/** A temporary table or view that nothing in its script names. */
export const unusedTable: Rule = {
  id: "unused-table",
  subject: "script",
  severity: "information",
  what: "A script that starts jobs creates a temporary table or view that it does not use.",
  why: "What is temporary ends with the script: nobody else can use it.",
  fix: "Remove it.",
  check: (subject) =>
    runsWhole(subject)
      ? subject.tables
          .filter((it) => it.table.temporary && !isNamedElsewhere(it))
          .map(({ table, statement }) => {
            const at = table.at ?? statement.text.locate(statement.range);
            return {
              at,
              message: `${shortName(fullName(table.path))} is created and never used: it ends with the script.`,
              fixes: [
                {
                  title: "Remove it (the script does the same)",
                  reach: "rule" as const,
                  asks: [{ kind: "remove-statement" as const, at }],
                },
              ],
            };
          })
      : [],
};

/** Of a script with errors, or of SQL in a program's strings, it is not known what else it may use. */
function runsWhole({ script }: Subject): boolean {
  return (
    script !== undefined &&
    script.script.errors.length === 0 &&
    script.steps.every((it) => it.text === undefined) &&
    jobsOf(script).length > 0
  );
}

/** Any mention counts, in a comment or a text too. */
function isNamedElsewhere({ table, statement }: WrittenTable): boolean {
  const { text } = statement.text;
  const others = text.slice(0, statement.range.start) + text.slice(statement.range.end);
  const name = table.path.at(-1)?.toLowerCase() ?? "";
  const words = others.toLowerCase();
  return /^[\p{L}\p{N}_]+$/u.test(name)
    ? new Set<string>(words.match(/[\p{L}\p{N}_]+/gu)).has(name)
    : words.includes(name) || name === "";
}
