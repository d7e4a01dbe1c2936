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
      ? unused(subject).map(({ table, statement }) => {
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
function unused({ script, tables }: Subject): readonly WrittenTable[] {
  const temporary = tables.filter((it) => it.table.temporary);
  if (script === undefined || temporary.length === 0) {
    return [];
  }
  const { text } = script.script;
  const words = wordsOf(text);
  return temporary.filter(({ table, statement: { range } }) => {
    const name = table.path.at(-1)?.toLowerCase() ?? "";
    if (/^[\p{L}\p{N}_]+$/u.test(name)) {
      const own = wordsOf(text.slice(range.start, range.end));
      return words.get(name) === own.get(name);
    }
    const others = text.slice(0, range.start) + text.slice(range.end);
    return name !== "" && !others.toLowerCase().includes(name);
  });
}

/** How often each word stands in a text. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
