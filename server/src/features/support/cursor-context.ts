/** What stands before the cursor in a statement, as far as a half-typed text tells. */
export type CursorContext =
  /** Inside the parentheses of WITH or of an OPTIONS hint. `start`: where the text to replace begins. */
  | {
      readonly kind: "option-key" | "option-value";
      readonly start: number;
      /** Whether the cursor is inside quotes already. */
      readonly quoted: boolean;
      readonly key: string;
      /** The options before the cursor. */
      readonly options: ReadonlyMap<string, string>;
    }
  | { readonly kind: "table"; readonly start: number }
  /** Behind `qualifier.`, where there is one. */
  | { readonly kind: "expression"; readonly start: number; readonly qualifier: string | undefined }
  | { readonly kind: "statement"; readonly start: number }
  | { readonly kind: "nothing" };

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const token =
  /--[^\n]*|\/\*(?!\+)[\s\S]*?(?:\*\/|$)|\/\*\+|\*\/|'(?:[^']|'')*(?:'|$)|`(?:[^`]|``)*(?:`|$)|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s]/gu;

/** Words behind which a table is named. */
const tableWords: ReadonlySet<string> = new Set([
  "FROM",
  "JOIN",
  "INTO",
  "OVERWRITE",
  "DESCRIBE",
  "DESC",
  "UPDATE",
  "TABLE",
]);

/** Looks at a statement's text up to the cursor. Places are offsets in that text. */
export function cursorContext(before: string): CursorContext {
  const tokens = [...before.matchAll(token)].map(
    ({ 0: text, index }): Token => ({ text, start: index, end: index + text.length }),
  );
  const last = tokens.at(-1);
  if (
    last !== undefined &&
    isComment(last) &&
    (last.text.startsWith("--") || !last.text.endsWith("*/"))
  ) {
    return { kind: "nothing" };
  }
  const words = tokens.filter((it) => !isComment(it));
  const typed = words.at(-1);
  const inString = typed !== undefined && isOpenString(typed) && typed.end === before.length;
  const inWord =
    typed !== undefined && /^[\p{L}_$`]/u.test(typed.text) && typed.end === before.length;
  const behind = inString || inWord ? words.slice(0, -1) : words;
  const start = inString && typed ? typed.start + 1 : inWord && typed ? typed.start : before.length;
  const options = optionsAround(behind);
  if (options !== undefined) {
    return optionContext(behind, options, { start, quoted: inString });
  }
  return inString ? { kind: "nothing" } : wordContext(behind, start);
}

function isComment({ text }: Token): boolean {
  return text.startsWith("--") || (text.startsWith("/*") && !text.startsWith("/*+"));
}

function isOpenString({ text }: Token): boolean {
  return text.startsWith("'") && (text.length === 1 || !/^'(?:[^']|'')*'$/.test(text));
}

/** The options before the cursor, where it stands in the parentheses of WITH or OPTIONS. */
function optionsAround(words: readonly Token[]): ReadonlyMap<string, string> | undefined {
  const open = words.findLastIndex((it) => it.text === "(" || it.text === ")");
  const head = words[open - 1]?.text.toUpperCase();
  if (words[open]?.text !== "(" || (head !== "WITH" && head !== "OPTIONS")) {
    return undefined;
  }
  const options = new Map<string, string>();
  for (let at = open + 1; at < words.length; at++) {
    const [key, equal, value] = words.slice(at, at + 3);
    if (key?.text.startsWith("'") && equal?.text === "=" && value?.text.startsWith("'")) {
      options.set(contentOf(key), contentOf(value));
    }
  }
  return options;
}

function contentOf({ text }: Token): string {
  return text.slice(1, -1).replaceAll("''", "'");
}

function optionContext(
  behind: readonly Token[],
  options: ReadonlyMap<string, string>,
  place: { readonly start: number; readonly quoted: boolean },
): CursorContext {
  const before = behind.at(-1)?.text;
  if (before === "(" || before === ",") {
    return { kind: "option-key", key: "", options, ...place };
  }
  const key = behind.at(-2);
  return before === "=" && key?.text.startsWith("'")
    ? { kind: "option-value", key: contentOf(key), options, ...place }
    : { kind: "nothing" };
}

function wordContext(behind: readonly Token[], start: number): CursorContext {
  const before = behind.at(-1);
  if (before === undefined) {
    return { kind: "statement", start };
  }
  if (before.text === ".") {
    return { kind: "expression", start, qualifier: behind.at(-2)?.text.replace(/^`|`$/g, "") };
  }
  const word = before.text.toUpperCase();
  const creates =
    word === "TABLE" && /^(?:CREATE|TEMPORARY|REPLACE)$/i.test(behind.at(-2)?.text ?? "");
  if (tableWords.has(word) && !creates) {
    return { kind: "table", start };
  }
  return creates ? { kind: "nothing" } : { kind: "expression", start, qualifier: undefined };
}
