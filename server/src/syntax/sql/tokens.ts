/**
 * Kinds of tokens that are no word. The words' kinds stand in `words.gen.ts` and begin at `FIRST_WORD`.
 * Plain constants, not a union of strings: the scanner writes them into an array of numbers.
 */
export const EOF = 0;
export const BAD = 1;
export const IDENTIFIER = 2;
export const QUOTED_IDENTIFIER = 3;
export const UNICODE_IDENTIFIER = 4;
/** `a.b$c`: Calcite's name of a collation, which Flink's lexer prefers to a name with a dot. */
export const COLLATION = 5;
export const STRING = 6;
export const PREFIXED_STRING = 7;
export const UNICODE_STRING = 8;
export const C_STRING = 9;
export const BINARY_STRING = 10;
export const INTEGER = 11;
export const DECIMAL_NUMBER = 12;
export const APPROXIMATE_NUMBER = 13;
export const LEFT_PAREN = 14;
export const RIGHT_PAREN = 15;
export const LEFT_BRACE = 16;
export const RIGHT_BRACE = 17;
/** `{d`, `{t`, `{ts` of JDBC. */
export const DATE_BRACE = 18;
export const TIME_BRACE = 19;
export const TIMESTAMP_BRACE = 20;
export const FUNCTION_BRACE = 21;
export const LEFT_BRACKET = 22;
export const RIGHT_BRACKET = 23;
export const SEMICOLON = 24;
export const DOT = 25;
export const COMMA = 26;
export const EQUAL = 27;
export const GREATER = 28;
export const LESS = 29;
export const QUESTION = 30;
export const COLON = 31;
export const LESS_EQUAL = 32;
export const GREATER_EQUAL = 33;
export const NOT_EQUAL = 34;
export const BANG_EQUAL = 35;
export const PLUS = 36;
export const MINUS_SIGN = 37;
export const STAR = 38;
export const SLASH = 39;
export const PERCENT_SIGN = 40;
export const CONCAT = 41;
export const ARROW = 42;
export const DOUBLE_DOT = 43;
export const SINGLE_QUOTE = 44;
export const DOUBLE_QUOTE = 45;
export const BAR = 46;
export const CARET = 47;
export const DOLLAR = 48;
export const HINT_BEGIN = 49;
export const COMMENT_END = 50;

export const FIRST_WORD = 64;
