import type { Range } from "../../text/range.ts";
import { letter, letterOrDigit, wordKind } from "./letters.ts";
import { characterShown } from "./odd-character.ts";
import * as T from "./tokens.ts";

/** A text that is no token: where the lexer of Flink says that it cannot go on. */
export interface LexicalError {
  readonly token: number;
  readonly range: Range;
  readonly message: string;
}

/** The tokens of a text, as three arrays of one length; the last one is EOF. White space and comments are left out. */
export interface Tokens {
  readonly text: string;
  readonly kinds: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly count: number;
  readonly lexicalErrors: readonly LexicalError[];
}

export interface ScanOptions {
  /** E'...' is a string from Flink 2.0 on. */
  readonly escapedStrings: boolean;
  /** Private-use characters are letters. */
  readonly holes: boolean;
}

interface Scan {
  readonly text: string;
  readonly length: number;
  readonly options: ScanOptions;
  readonly hasDollar: boolean;
  kinds: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
  readonly lexicalErrors: LexicalError[];
}

/** How far the lexer looks for the end of a character set or a collation: no real one is longer, and time stays linear. */
const LONGEST_RUN = 200;

const APOSTROPHE = 39;
const BACK_TICK = 96;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Cuts a text into tokens, as the lexer that Flink generates from Calcite's grammar does (`Lex.JAVA`). */
export function scan(text: string, options: ScanOptions, from = 0): Tokens {
  const size = ((text.length - from) >> 2) + 16;
  const state: Scan = {
    text,
    length: text.length,
    options,
    hasDollar: text.indexOf("$", from) >= 0,
    kinds: new Uint16Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
    count: 0,
    lexicalErrors: [],
  };
  let position = from;
  while (position < state.length) {
    position = next(state, position);
  }
  // Flink reports an error at the end of the text at its last character.
  add(state, T.EOF, Math.max(0, state.length - 1), state.length);
  return state;
}

function add(state: Scan, kind: number, start: number, end: number): number {
  const { count } = state;
  if (count === state.kinds.length) {
    state.kinds = grown(state.kinds, new Uint16Array(count * 2));
    state.starts = grown(state.starts, new Uint32Array(count * 2));
    state.ends = grown(state.ends, new Uint32Array(count * 2));
  }
  state.kinds[count] = kind;
  state.starts[count] = start;
  state.ends[count] = end;
  state.count = count + 1;
  return end;
}

function grown<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** Adds the token at the position, if one is there, and returns where the next may begin. */
function next(state: Scan, position: number): number {
  const { text } = state;
  const code = text.charCodeAt(position);
  if (code === 32 || (code <= 13 && code >= 9 && code !== 11)) {
    return position + 1;
  }
  if (letter(code) || (state.options.holes && isHole(code))) {
    return word(state, position, code);
  }
  if (code >= 48 && code <= 57) {
    return number(state, position);
  }
  switch (code) {
    case APOSTROPHE:
      return quoted(state, T.STRING, position, position);
    case BACK_TICK:
      return backQuoted(state, position);
    case 34:
      return add(state, T.DOUBLE_QUOTE, position, position + 1);
    case 40:
      return add(state, T.LEFT_PAREN, position, position + 1);
    case 41:
      return add(state, T.RIGHT_PAREN, position, position + 1);
    case 44:
      return add(state, T.COMMA, position, position + 1);
    case 46:
      return dot(state, position);
    case 59:
      return add(state, T.SEMICOLON, position, position + 1);
    case 61:
      return either(state, position, 62, T.ARROW, T.EQUAL);
    case 42:
      return either(state, position, 47, T.COMMENT_END, T.STAR);
    case 43:
      return add(state, T.PLUS, position, position + 1);
    case 45:
      return text.charCodeAt(position + 1) === 45
        ? lineEnd(state, position)
        : add(state, T.MINUS_SIGN, position, position + 1);
    case 47:
      return slash(state, position);
    case 37:
      return add(state, T.PERCENT_SIGN, position, position + 1);
    case 60:
      return text.charCodeAt(position + 1) === 62
        ? add(state, T.NOT_EQUAL, position, position + 2)
        : either(state, position, 61, T.LESS_EQUAL, T.LESS);
    case 62:
      return either(state, position, 61, T.GREATER_EQUAL, T.GREATER);
    case 63:
      return add(state, T.QUESTION, position, position + 1);
    case 58:
      return add(state, T.COLON, position, position + 1);
    case 33:
      return text.charCodeAt(position + 1) === 61
        ? add(state, T.BANG_EQUAL, position, position + 2)
        : bad(state, position, position + 1);
    case 124:
      return either(state, position, 124, T.CONCAT, T.BAR);
    case 94:
      return add(state, T.CARET, position, position + 1);
    case 91:
      return add(state, T.LEFT_BRACKET, position, position + 1);
    case 93:
      return add(state, T.RIGHT_BRACKET, position, position + 1);
    case 123:
      return brace(state, position);
    case 125:
      return add(state, T.RIGHT_BRACE, position, position + 1);
    default:
      return bad(state, position, position);
  }
}

function isHole(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

function either(state: Scan, position: number, second: number, two: number, one: number): number {
  return state.text.charCodeAt(position + 1) === second
    ? add(state, two, position, position + 2)
    : add(state, one, position, position + 1);
}

function word(state: Scan, start: number, first: number): number {
  const { text, length } = state;
  const { holes } = state.options;
  let end = start + 1;
  while (end < length) {
    const code = text.charCodeAt(end);
    if (!letterOrDigit(code) && !(holes && isHole(code))) {
      break;
    }
    end++;
  }
  if (first === 36 && end === start + 1) {
    return add(state, T.DOLLAR, start, end);
  }
  const following = text.charCodeAt(end);
  if (end - start === 1 && (following === APOSTROPHE || following === 38)) {
    const prefixed = prefixedLiteral(state, start, first, following);
    if (prefixed >= 0) {
      return prefixed;
    }
  }
  if (first === 95) {
    const prefixed = characterSetLiteral(state, start);
    if (prefixed >= 0) {
      return prefixed;
    }
  }
  if (state.hasDollar) {
    const collation = collationEnd(text, start);
    if (collation > end) {
      return add(state, T.COLLATION, start, collation);
    }
  }
  return add(state, wordKind(text, start, end), start, end);
}

/** N'...', X'...', E'...', U&'...' and U&"...": a letter and the quote without space between. -1 where it is none. */
function prefixedLiteral(state: Scan, start: number, first: number, following: number): number {
  const { text } = state;
  const upper = first & ~32;
  if (following === 38) {
    if (upper !== 85) {
      return -1;
    }
    const quote = text.charCodeAt(start + 2);
    if (quote === APOSTROPHE) {
      return closed(text, start + 2, APOSTROPHE) < 0
        ? -1
        : quoted(state, T.UNICODE_STRING, start, start + 2);
    }
    const end = quote === 34 ? closed(text, start + 2, 34) : -1;
    return end < 0 ? -1 : add(state, T.UNICODE_IDENTIFIER, start, end);
  }
  if (upper === 69 && state.options.escapedStrings) {
    const end = escapedEnd(text, start + 1);
    return end < 0 ? -1 : add(state, T.C_STRING, start, end);
  }
  const kind = upper === 78 ? T.PREFIXED_STRING : upper === 88 ? T.BINARY_STRING : -1;
  return kind < 0 || closed(text, start + 1, APOSTROPHE) < 0
    ? -1
    : quoted(state, kind, start, start + 1);
}

function characterSetLiteral(state: Scan, start: number): number {
  const { text } = state;
  let end = start + 1;
  while (end - start < LONGEST_RUN && /[a-zA-Z0-9:.\-_]/.test(text.charAt(end))) {
    end++;
  }
  const begins = /[a-zA-Z0-9]/.test(text.charAt(start + 1));
  return begins && text.charCodeAt(end) === APOSTROPHE && closed(text, end, APOSTROPHE) >= 0
    ? quoted(state, T.PREFIXED_STRING, start, end)
    : -1;
}

/** The end of a literal whose quote stands doubled inside, or -1 where it is not closed. */
function closed(text: string, open: number, quote: number): number {
  const mark = String.fromCharCode(quote);
  let end = open + 1;
  for (;;) {
    end = text.indexOf(mark, end);
    if (end < 0) {
      return -1;
    }
    if (text.charCodeAt(end + 1) !== quote) {
      return end + 1;
    }
    end += 2;
  }
}

function escapedEnd(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 92) {
      index++;
    } else if (code === APOSTROPHE) {
      if (text.charCodeAt(index + 1) !== APOSTROPHE) {
        return index + 1;
      }
      index++;
    }
  }
  return -1;
}

/** A literal in single quotes; a quote that is never closed is a token of its own. */
function quoted(state: Scan, kind: number, start: number, open: number): number {
  const end = closed(state.text, open, APOSTROPHE);
  return end < 0 ? add(state, T.SINGLE_QUOTE, open, open + 1) : add(state, kind, start, end);
}

function backQuoted(state: Scan, start: number): number {
  const { text, length } = state;
  let end = start + 1;
  for (; end < length; end++) {
    const code = text.charCodeAt(end);
    if (code === BACK_TICK) {
      if (text.charCodeAt(end + 1) !== BACK_TICK) {
        if (end > start + 1) {
          return add(state, T.QUOTED_IDENTIFIER, start, end + 1);
        }
        end++;
        break;
      }
      end++;
    } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      break;
    }
  }
  const at = Math.min(end, length);
  state.lexicalErrors.push({
    token: state.count,
    range: { start: at, end: at + 1 },
    message: "This name in back-ticks is not closed.",
  });
  return add(state, T.BAD, start, Math.max(at, start + 1));
}

function number(state: Scan, start: number): number {
  const { text } = state;
  let end = digitsEnd(text, start);
  let kind = T.INTEGER;
  if (text.charCodeAt(end) === 46) {
    kind = T.DECIMAL_NUMBER;
    end = digitsEnd(text, end + 1);
  }
  const exponent = exponentEnd(text, end);
  if (exponent > end) {
    kind = T.APPROXIMATE_NUMBER;
    end = exponent;
  }
  if (state.hasDollar) {
    const collation = collationEnd(text, start);
    if (collation > end) {
      return add(state, T.COLLATION, start, collation);
    }
  }
  return add(state, kind, start, end);
}

function dot(state: Scan, start: number): number {
  const { text } = state;
  const digits = digitsEnd(text, start + 1);
  if (digits === start + 1) {
    return either(state, start, 46, T.DOUBLE_DOT, T.DOT);
  }
  const end = exponentEnd(text, digits);
  return add(state, end > digits ? T.APPROXIMATE_NUMBER : T.DECIMAL_NUMBER, start, end);
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (!(code >= 48 && code <= 57)) {
      return end;
    }
  }
}

function exponentEnd(text: string, start: number): number {
  if ((text.charCodeAt(start) & ~32) !== 69) {
    return start;
  }
  const sign = text.charCodeAt(start + 1);
  const digits = sign === 43 || sign === 45 ? start + 2 : start + 1;
  const end = digitsEnd(text, digits);
  return end > digits ? end : start;
}

/** `{` and, with blanks only between, d, t, ts or fn. */
function brace(state: Scan, start: number): number {
  const { text } = state;
  let end = start + 1;
  while (text.charCodeAt(end) === 32) {
    end++;
  }
  const first = text.charCodeAt(end) & ~32;
  const second = text.charCodeAt(end + 1) & ~32;
  if (first === 68) {
    return add(state, T.DATE_BRACE, start, end + 1);
  }
  if (first === 84) {
    return second === 83
      ? add(state, T.TIMESTAMP_BRACE, start, end + 2)
      : add(state, T.TIME_BRACE, start, end + 1);
  }
  return first === 70 && second === 78
    ? add(state, T.FUNCTION_BRACE, start, end + 2)
    : add(state, T.LEFT_BRACE, start, start + 1);
}

function slash(state: Scan, start: number): number {
  const { text } = state;
  const second = text.charCodeAt(start + 1);
  if (second === 47) {
    return lineEnd(state, start);
  }
  if (second !== 42) {
    return add(state, T.SLASH, start, start + 1);
  }
  const third = text.charCodeAt(start + 2);
  if (third === 43) {
    return add(state, T.HINT_BEGIN, start, start + 3);
  }
  // The lexer takes `/**` with any character after it as one, so that `/***/` does not end there.
  const isFormal = third === 42 && start + 3 < state.length && text.charCodeAt(start + 3) !== 47;
  const end = text.indexOf("*/", isFormal ? start + 4 : start + 2);
  if (end >= 0) {
    return end + 2;
  }
  state.lexicalErrors.push({
    token: state.count,
    range: { start: state.length, end: state.length + 1 },
    message: "This comment is not closed with `*/`.",
  });
  return add(state, T.BAD, start, state.length);
}

function lineEnd(state: Scan, start: number): number {
  const { text, length } = state;
  for (let end = start + 2; end < length; end++) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      return end + 1;
    }
  }
  return length;
}

/** A character that begins no token. `died` is where Flink's lexer gave up. */
function bad(state: Scan, start: number, died: number): number {
  const { text, length } = state;
  const at = start + 1 >= length ? length : died;
  state.lexicalErrors.push({
    token: state.count,
    range: { start: at, end: at + 1 },
    message: `The character ${characterShown(String.fromCodePoint(text.codePointAt(start) ?? 0))} is no part of Flink SQL.`,
  });
  return add(state, T.BAD, start, start + 1);
}

/**
 * The longest match of Calcite's COLLATION_ID at the start, or -1:
 * letters and digits, then those with `:.-_`, a `$` and letters, and perhaps one more `$` with letters and digits.
 */
function collationEnd(text: string, start: number): number {
  let longest = -1;
  const last = Math.min(text.length, start + LONGEST_RUN);
  for (let index = start + 1; index < last; index++) {
    const code = text.charCodeAt(index);
    if (code === 36) {
      longest = Math.max(longest, afterDollar(text, index));
    }
    if (!letterOrDigit(code) && code !== 58 && code !== 46 && code !== 45) {
      break;
    }
  }
  return longest;
}

function afterDollar(text: string, dollar: number): number {
  let end = dollar + 1;
  let second = -1;
  while (letter(text.charCodeAt(end))) {
    if (second < 0 && end > dollar + 1 && text.charCodeAt(end) === 36) {
      second = end;
    }
    end++;
  }
  if (end === dollar + 1) {
    return -1;
  }
  if (second < 0) {
    return end;
  }
  let tail = second + 1;
  while (letterOrDigit(text.charCodeAt(tail))) {
    tail++;
  }
  return Math.max(end, tail);
}
