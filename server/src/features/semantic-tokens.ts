import type { SemanticTokens } from "vscode-languageserver-types";
import { parseScript, type Script } from "../syntax/sql/parse-script.ts";
import { nearestVersion } from "../syntax/sql/version.ts";
import { type WordRole, wordRoles } from "../syntax/sql/word-roles.ts";
import type { Document, Feature } from "./feature.ts";

/** The roles are their own names; `table`, `column` and `option` are no types of the protocol: package.json sets one above each. */
const legend: readonly WordRole[] = [
  "keyword",
  "type",
  "namespace",
  "table",
  "column",
  "function",
  "parameter",
  "option",
];

/** Colours the words of a script by what they are: Flink's words, tables, columns, functions, types, keys of options. */
export const semanticTokens: Feature<"textDocument/semanticTokens/full"> = {
  method: "textDocument/semanticTokens/full",
  capability: {
    semanticTokensProvider: {
      // Programs have colours of their own language, which these would replace.
      documentSelector: [{ language: "flinksql" }, { language: "sql" }],
      legend: { tokenTypes: [...legend], tokenModifiers: ["declaration"] },
      full: true,
    },
  },
  rests: "on-text",
  answer(document) {
    return document.program === undefined
      ? { data: encoded(document, wordRoles(parsed(document))) }
      : undefined;
  },
};

/** The script as the analysis has it; one that a program loads stands there statement by statement. */
function parsed({ scripts, positions, target }: Document): Script {
  const known = scripts.find(({ script }) => script.text === positions.text);
  const version = nearestVersion(target.flink.value ?? "");
  return known?.script ?? parseScript(positions.text, { version });
}

/** Five numbers for each word: lines and columns from the word before it, length, type, modifiers. */
function encoded(
  { positions }: Document,
  words: ReturnType<typeof wordRoles>,
): SemanticTokens["data"] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { range, role, declares } of words) {
    const { start, end } = positions.rangeOf(range);
    // A name or text in quotes may fill several lines, which most editors do not take.
    if (start.line === end.line) {
      const column = start.line === line ? start.character - character : start.character;
      const type = legend.indexOf(role);
      data.push(start.line - line, column, end.character - start.character, type, declares ? 1 : 0);
      ({ line, character } = start);
    }
  }
  return data;
}
