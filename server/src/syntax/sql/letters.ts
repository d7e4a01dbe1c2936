import { FIRST_WORD, IDENTIFIER } from "./tokens.ts";
import { words } from "./words.gen.ts";

/** LETTER and DIGIT of Calcite's grammar, which are not those of Unicode. */
const letterRanges = [
  [0x24, 0x24],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x1fff],
  [0x3040, 0x318f],
  [0x3300, 0x337f],
  [0x3400, 0x3d2d],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
] as const;
const digitRanges = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0x1040,
] as const;

const LETTER = 1;
const DIGIT = 2;
const classes = new Uint8Array(0x10000);
for (const [first, last] of letterRanges) {
  classes.fill(LETTER, first, last + 1);
}
for (const zero of digitRanges) {
  for (let code = zero; code < zero + 10; code++) {
    classes[code] = (classes[code] ?? 0) | DIGIT;
  }
}

export function letter(code: number): boolean {
  return ((classes[code] ?? 0) & LETTER) !== 0;
}

export function letterOrDigit(code: number): boolean {
  return (classes[code] ?? 0) !== 0;
}

/** The words in the order of their kinds. */
export const wordList: readonly string[] = words.split(" ");

const TABLE_SIZE = 4096;
const LONGEST = Math.max(...wordList.map((it) => it.length));
const table = new Uint16Array(TABLE_SIZE);
for (const [index, text] of wordList.entries()) {
  let slot = hash(text, 0, text.length);
  while (table[slot] !== 0) {
    slot = (slot + 1) % TABLE_SIZE;
  }
  table[slot] = FIRST_WORD + index;
}

function hash(text: string, start: number, end: number): number {
  let result = end - start;
  for (let index = start; index < end; index++) {
    // Clearing the bit that tells cases apart also merges some characters that are no letters: `same` looks again.
    result = (Math.imul(result, 31) + (text.charCodeAt(index) & ~32)) | 0;
  }
  return (result ^ (result >>> 12)) & (TABLE_SIZE - 1);
}

/** The kind of a word: its own, in any letter case, or IDENTIFIER. */
export function wordKind(text: string, start: number, end: number): number {
  if (end - start > LONGEST) {
    return IDENTIFIER;
  }
  let slot = hash(text, start, end);
  for (;;) {
    const kind = table[slot] ?? 0;
    if (kind === 0) {
      return IDENTIFIER;
    }
    if (same(text, start, end, wordList[kind - FIRST_WORD] ?? "")) {
      return kind;
    }
    slot = (slot + 1) % TABLE_SIZE;
  }
}

function same(text: string, start: number, end: number, wanted: string): boolean {
  if (wanted.length !== end - start) {
    return false;
  }
  for (let index = 0; index < wanted.length; index++) {
    const code = text.charCodeAt(start + index);
    const upper = code >= 97 && code <= 122 ? code - 32 : code;
    if (upper !== wanted.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}
