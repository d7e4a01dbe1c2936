import type { ScriptAnalysis, ScriptStep } from "../../job/script.ts";
import type { Target } from "../../job/target.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { nearestVersion } from "../../syntax/sql/version.ts";
import { newlyReserved } from "../../syntax/sql/words.ts";
import type { Finding, Rule } from "../rule.ts";

/** A name that the next Flink takes for a word of its own. */
export const newlyReservedWord: Rule = {
  id: "newly-reserved-word",
  subject: "script",
  severity: "information",
  what: "A name without back-ticks is a reserved word in a later version of Flink than the project's.",
  why: "The script works until Flink is updated; then its parser refuses the statement.",
  fix: "Put the name in back-ticks: that is right in every version.",
  perStatement: "text",
  check: ({ target, script }) => {
    const words = wordsOf(target);
    return script === undefined
      ? []
      : script.steps
          .filter((it) => it.text === undefined && mentions(words, textOf(script, it)))
          .flatMap((it) => findings(script, it, words));
  },
};

function wordsOf({ flink }: Target): Words {
  const known = wordsBy.get(flink) ?? newlyReserved(nearestVersion(flink.value ?? ""));
  wordsBy.set(flink, known);
  return known;
}

const wordsBy = new WeakMap<Target["flink"], Words>();

type Words = ReturnType<typeof newlyReserved>;

function textOf({ script }: ScriptAnalysis, { statement: { piece } }: ScriptStep): string {
  return script.text.slice(piece.start, piece.end);
}

/** Whether one of the words stands in a text: it is parsed once more only then. */
function mentions(words: Words, text: string): boolean {
  const pattern =
    patterns.get(words) ?? new RegExp(`\\b(?:${[...words.keys()].join("|")})\\b`, "i");
  patterns.set(words, pattern);
  return words.size > 0 && pattern.test(text);
}

const patterns = new WeakMap<Words, RegExp>();

/** What the newest parser refuses in a statement, and the project's does not. */
function findings(script: ScriptAnalysis, step: ScriptStep, words: Words): readonly Finding[] {
  const { piece, errors } = step.statement;
  const newest = [...words.values()].sort().at(-1);
  const known = new Set(errors.map((it) => it.range.start));
  const refused =
    newest === undefined ? [] : parseScript(textOf(script, step), { version: newest }).errors;
  return refused.flatMap((it): readonly Finding[] => {
    const range = { start: piece.start + it.range.start, end: piece.start + it.range.end };
    const word = script.script.text.slice(range.start, range.end);
    const since = words.get(word.toUpperCase());
    const at = { file: script.file, range };
    return since === undefined || known.has(range.start)
      ? []
      : [
          {
            at,
            message: `From Flink ${since} on ${word.toUpperCase()} is a reserved word: put it in back-ticks.`,
            fixes: [
              { title: `Put ${word} in back-ticks`, reach: "save", asks: [{ kind: "quote", at }] },
            ],
          },
        ];
  });
}
