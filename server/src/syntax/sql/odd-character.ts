/** A character that is no part of the language, as a person can find it: what is not seen has its number and name. */
export function characterShown(character: string): string {
  const unseen = unseenCharacters.get(character);
  if (unseen === undefined && !/[\p{C}\p{Z}]/u.test(character)) {
    return `"${character}"`;
  }
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return unseen === undefined ? `U+${code}` : `U+${code} (${unseen})`;
}

/** What to write in its place. */
export function characterHint(character: string): string | undefined {
  return hints.find(({ characters }) => characters.includes(character))?.hint;
}

const unseenCharacters: ReadonlyMap<string, string> = new Map([
  ["\u0000", "NUL"],
  ["\u00a0", "no-break space"],
  ["\u00ad", "soft hyphen"],
  ["\u200b", "zero-width space"],
  ["\u3000", "ideographic space"],
  ["\ufeff", "byte order mark"],
  ["\ufffd", "replacement character"],
]);

const hints: readonly { readonly characters: string; readonly hint: string }[] = [
  { characters: "#", hint: "Comments begin with `--`." },
  { characters: "\u00a0\u3000\u2009\u202f", hint: "Write a plain space." },
  { characters: "\u200b\u00ad", hint: "Remove it." },
  { characters: "\ufeff", hint: "Save the file as UTF-8 without a byte order mark." },
  { characters: "\ufffd", hint: "The file is not UTF-8: save it so." },
  { characters: "‘’‚′´", hint: "Texts stand between plain `'`." },
  { characters: "“”„″", hint: "Names stand between back-ticks, texts between plain `'`." },
  { characters: "–—−", hint: "Write a plain `-`." },
  { characters: "；", hint: "Write a plain `;`." },
  { characters: "，、", hint: "Write a plain `,`." },
  { characters: "（）", hint: "Write plain parentheses." },
];
