import { wordList } from "./letters.ts";
import * as T from "./tokens.ts";
import * as W from "./words.gen.ts";
import { IS_RESERVED } from "./words.ts";

interface Place {
  readonly text: string;
  readonly kinds: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
}

const images: Readonly<Record<number, string>> = {
  [T.EOF]: "the end",
  [T.STRING]: "a text in single quotes",
  [T.INTEGER]: "a number",
  [T.LEFT_PAREN]: "`(`",
  [T.RIGHT_PAREN]: "`)` or `,`",
  [T.RIGHT_BRACE]: "`}`",
  [T.RIGHT_BRACKET]: "`]`",
  [T.LESS]: "`<`",
  [T.GREATER]: "`>`",
  [T.SEMICOLON]: "`;`",
  [T.DOT]: "`.`",
  [T.COMMA]: "`,`",
  [T.EQUAL]: "`=`",
  [T.COMMENT_END]: "`*/`",
  [T.MINUS_SIGN]: "`-`",
};

/** A kind of token as a person reads it. */
export function imageOf(kind: number): string {
  return images[kind] ?? `\`${wordList[kind - T.FIRST_WORD] ?? "?"}\``;
}

/** What to write instead, where the slip at the token is a known one. */
export function hintFor(place: Place, index: number, fitting: string): string | undefined {
  const kind = place.kinds[index] ?? T.EOF;
  const before = place.kinds[index - 1] ?? T.EOF;
  const after = place.kinds[index + 1] ?? T.EOF;
  if (kind === T.BANG_EQUAL) {
    return "Write `<>`.";
  }
  if (kind === T.EQUAL && (after === T.EQUAL || before === T.EQUAL)) {
    return "Write a single `=`.";
  }
  if (kind === T.DOUBLE_QUOTE) {
    return "Write texts in single quotes and names in back-ticks.";
  }
  if (kind === T.SINGLE_QUOTE) {
    return "This text is not closed with a second `'`.";
  }
  if (kind === T.COMMA && after === T.RIGHT_PAREN) {
    return "Remove the last comma.";
  }
  if (before === T.COMMA && (kind === T.RIGHT_PAREN || kind === W.FROM)) {
    return "Remove the comma before it.";
  }
  if (kind === T.COLON && after === T.COLON) {
    return "Write `CAST(value AS type)`.";
  }
  if ((kind === W.INSERT || kind === W.UPSERT) && isBehindWith(place, index)) {
    return "Write WITH behind the target: `INSERT INTO t WITH ... SELECT ...`.";
  }
  const isAtEnd = fitting.startsWith("`;`");
  if (isAtEnd && beginsStatement(kind)) {
    return "Is the `;` missing that ends the statement before?";
  }
  const wantsName = isAtEnd || /^an? (name|alias|column|expression)/.test(fitting);
  const isReserved = ((place.flags[kind] ?? 0) & IS_RESERVED) !== 0;
  if (wantsName && isReserved && !structure.has(kind)) {
    const word = place.text.slice(place.starts[index], place.ends[index]);
    return `${word.toUpperCase()} is a reserved word. If it is meant as a name, put it in back-ticks.`;
  }
  return undefined;
}

/** Reserved words that hardly anybody means as a name. */
const structure: ReadonlySet<number> = new Set([
  W.ALTER,
  W.AND,
  W.AS,
  W.BY,
  W.CREATE,
  W.DROP,
  W.ELSE,
  W.FROM,
  W.GROUP,
  W.HAVING,
  W.IN,
  W.INSERT,
  W.INTO,
  W.IS,
  W.JOIN,
  W.NOT,
  W.NULL,
  W.ON,
  W.OR,
  W.SELECT,
  W.SET,
  W.THEN,
  W.UNION,
  W.VALUES,
  W.WHEN,
  W.WHERE,
  W.WITH,
]);

function beginsStatement(kind: number): boolean {
  return (
    kind === W.INSERT ||
    kind === W.CREATE ||
    kind === W.DROP ||
    kind === W.ALTER ||
    kind === W.SELECT ||
    kind === W.USE ||
    kind === W.SET ||
    kind === W.EXECUTE ||
    kind === W.SHOW
  );
}

/** Whether the statement that holds the token began with WITH. */
function isBehindWith(place: Place, index: number): boolean {
  for (let before = index - 1; before >= 0 && index - before < 5000; before--) {
    if (place.kinds[before] === T.SEMICOLON) {
      return place.kinds[before + 1] === W.WITH;
    }
  }
  return place.kinds[0] === W.WITH;
}
