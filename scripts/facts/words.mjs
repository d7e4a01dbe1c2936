// Writes server/src/syntax/sql/words.gen.ts, the token kind of every word of Flink SQL, from server/src/facts/keywords.json.
import { readFileSync, writeFileSync } from "node:fs";

const { words } = JSON.parse(
  readFileSync(new URL("../../server/src/facts/keywords.json", import.meta.url), "utf8"),
);
const first = 64; // FIRST_WORD of tokens.ts
const names = Object.keys(words).sort();

const text = [
  "// Written by `npm run facts` from facts/keywords.json. Do not edit.",
  ...names.map((name, index) => `export const ${name} = ${first + index};`),
  "",
  "/** All words in the order of their kinds. */",
  "export const words =",
  `  "${names.join(" ")}";`,
  "",
  "/** Of each word and each version of `versions`: `.` not a word there, `n` also a name, `R` reserved. */",
  "export const reservations =",
  `  "${names.map((name) => words[name]).join(" ")}";`,
  "",
].join("\n");
writeFileSync(new URL("../../server/src/syntax/sql/words.gen.ts", import.meta.url), text);
