import { semanticTokens } from "../../../server/src/features/semantic-tokens.ts";
import { documentOf } from "../document.ts";
import type { BlockKind } from "../section.ts";

/** The words with their types, line by line; `*` stands where a name is given. */
export const colours: BlockKind = {
  async actual(section) {
    const document = await documentOf(section);
    const { data } = semanticTokens.answer(document, {
      textDocument: { uri: document.uri },
    }) ?? { data: [] };
    const provider = semanticTokens.capability.semanticTokensProvider;
    const types = provider?.legend.tokenTypes ?? [];
    const lines = document.positions.text.split("\n");
    const shown: string[][] = lines.map(() => []);
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [lineBy = 0, by = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      line += lineBy;
      character = lineBy === 0 ? character + by : by;
      const word = lines[line]?.slice(character, character + length);
      shown[line]?.push(`${word}:${types[type]}${modifiers === 1 ? "*" : ""}`);
    }
    return shown.flatMap((it) => (it.length === 0 ? [] : [it.join(" ")])).join("\n");
  },
};
