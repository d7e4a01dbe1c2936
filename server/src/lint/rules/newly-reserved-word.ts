import { parseScript } from "../../syntax/sql/parse-script.ts";
import { nearestVersion } from "../../syntax/sql/version.ts";
import { newlyReserved } from "../../syntax/sql/words.ts";
import type { Finding, Rule, Subject } from "../rule.ts";

/** A name that the next Flink takes for a word of its own. */
export const newlyReservedWord: Rule = {
  id: "newly-reserved-word",
  subject: "script",
  severity: "information",
  what: "A name without back-ticks is a reserved word in a later version of Flink than the project's.",
  why: "The script works until Flink is updated; then its parser refuses the statement.",
  fix: "Put the name in back-ticks: that is right in every version.",
  check,
};

function check({ target, script }: Subject): readonly Finding[] {
  if (script === undefined || script.steps.some((it) => it.text !== undefined)) {
    return [];
  }
  const { text, errors } = script.script;
  const words = newlyReserved(nearestVersion(target.flink.value ?? ""));
  const newest = [...words.values()].sort().at(-1);
  const mentioned =
    text
      .toUpperCase()
      .match(/\w+/g)
      ?.some((it) => words.has(it)) === true;
  if (newest === undefined || !mentioned) {
    return [];
  }
  const known = new Set(errors.map((it) => it.range.start));
  // What the newest parser refuses, and the project's does not.
  return parseScript(text, { version: newest }).errors.flatMap(({ range }): readonly Finding[] => {
    const word = text.slice(range.start, range.end).toUpperCase();
    const since = words.get(word);
    return since === undefined || known.has(range.start)
      ? []
      : [
          {
            at: { file: script.file, range },
            message: `From Flink ${since} on ${word} is a reserved word: put it in back-ticks.`,
            fixes: [
              {
                title: `Put ${text.slice(range.start, range.end)} in back-ticks`,
                reach: "save",
                asks: [{ kind: "quote", at: { file: script.file, range } }],
              },
            ],
          },
        ];
  });
}
