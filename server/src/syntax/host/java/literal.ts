import type { ConstantExpression, Stretch } from "../program.ts";

/** The constant of a literal as it is written, quotes included. */
export function literalOf(type: string, text: string, start: number): ConstantExpression {
  const range = { start, end: start + text.length };
  switch (type) {
    case "true":
    case "false":
      return { kind: "constant", value: type === "true", type: "boolean", range, stretches: [] };
    case "null_literal":
      return { kind: "constant", value: null, type: "null", range, stretches: [] };
    case "string_literal":
    case "character_literal": {
      const chars = text.startsWith('"""') ? textBlock(text, start) : quoted(text, start);
      return {
        kind: "constant",
        value: chars.map((it) => it.text).join(""),
        type: type === "string_literal" ? "string" : "char",
        range,
        stretches: stretchesOf(chars),
      };
    }
    default:
      return { kind: "constant", ...numberOf(type, text), range, stretches: [] };
  }
}

function numberOf(type: string, text: string): Pick<ConstantExpression, "value" | "type"> {
  const digits = text.replaceAll("_", "");
  if (type.includes("floating_point")) {
    const isFloat = /f$/i.test(digits) && !/^0x/i.test(digits);
    return { value: Number.parseFloat(digits), type: isFloat ? "float" : "double" };
  }
  const isLong = /l$/i.test(digits);
  const plain = isLong ? digits.slice(0, -1) : digits;
  const octal = /^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain;
  if (!/^(0x[0-9a-f]+|0b[01]+|0o[0-7]+|[0-9]+)$/i.test(octal)) {
    return { value: 0, type: "int" };
  }
  const exact = BigInt(octal);
  const wrapped = isLong ? BigInt.asIntN(64, exact) : BigInt.asIntN(32, exact);
  const isSafe =
    wrapped <= BigInt(Number.MAX_SAFE_INTEGER) && wrapped >= BigInt(Number.MIN_SAFE_INTEGER);
  return { value: isSafe ? Number(wrapped) : wrapped, type: isLong ? "long" : "int" };
}

/** One decoded stretch: characters that stand as they are, or an escaped one, "" for a line end that is escaped. */
interface Decoded {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function quoted(text: string, start: number): readonly Decoded[] {
  const quote = text[0] ?? '"';
  const end = text.length > 1 && text.endsWith(quote) ? text.length - 1 : text.length;
  const result: Decoded[] = [];
  decode(text, { start: 1, end }, start, result);
  return result;
}

/** Adds what a part of a literal's text is decoded to; `offset` is where the literal begins. */
function decode(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  offset: number,
  result: Decoded[],
): void {
  let at = start;
  while (at < end) {
    const rest = text.slice(at, end);
    const length = rest.indexOf("\\");
    const plain = length < 0 ? rest : rest.slice(0, length);
    const next = plain === "" ? escapeAt(text, at, end) : { text: plain, end: at + plain.length };
    result.push({ text: next.text, start: offset + at, end: offset + next.end });
    at = next.end;
  }
}

const simpleEscapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  s: " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

/** The character at an offset, escaped or not, and where it ends. */
function escapeAt(
  text: string,
  at: number,
  end: number,
): { readonly text: string; readonly end: number } {
  const first = text[at] ?? "";
  if (first !== "\\" || at + 1 >= end) {
    return { text: first, end: at + 1 };
  }
  const second = text[at + 1] ?? "";
  const unicode = /^\\u+([0-9a-fA-F]{4})/.exec(text.slice(at, at + 16));
  if (unicode !== null) {
    return {
      text: String.fromCharCode(Number.parseInt(unicode[1] ?? "0", 16)),
      end: at + unicode[0].length,
    };
  }
  const octal = /^\\([0-3]?[0-7]{1,2})/.exec(text.slice(at, at + 4));
  if (octal !== null) {
    return {
      text: String.fromCharCode(Number.parseInt(octal[1] ?? "0", 8)),
      end: at + octal[0].length,
    };
  }
  if (second === "\n" || second === "\r") {
    return { text: "", end: at + (text.startsWith("\r\n", at + 1) ? 3 : 2) };
  }
  return { text: simpleEscapes[second] ?? second, end: at + 2 };
}

/** A text block (JLS 3.10.6): line ends become `\n`, common indentation and trailing blanks go, then escapes are read. */
function textBlock(text: string, start: number): readonly Decoded[] {
  const opening = /^"""[ \t\f]*(\r\n|\r|\n)/.exec(text);
  const from = opening === null ? 3 : opening[0].length;
  const to = text.endsWith('"""') && text.length >= from + 3 ? text.length - 3 : text.length;
  const lines = linesOf(text, from, to);
  const indentation = commonIndentation(text, lines);
  const result: Decoded[] = [];
  for (const [index, line] of lines.entries()) {
    let end = line.end;
    while (end > line.start && isBlank(text.charCodeAt(end - 1))) {
      end--;
    }
    decode(text, { start: Math.min(line.start + indentation, end), end }, start, result);
    // A backslash right before the line end joins the lines.
    const last = result[result.length - 1];
    if (
      last !== undefined &&
      last.text === "\\" &&
      last.end === start + end &&
      last.end - last.start === 1
    ) {
      result.pop();
    } else if (index < lines.length - 1) {
      result.push({ text: "\n", start: start + line.end, end: start + line.next });
    }
  }
  return result;
}

/** A blank, a tab or a form feed. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  const result: Line[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === "\n" || char === "\r") {
      const next = char === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
      result.push({ start, end: at, next });
      start = next;
      at = next - 1;
    }
  }
  result.push({ start, end: to, next: to });
  return result;
}

function commonIndentation(text: string, lines: readonly Line[]): number {
  let result = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    const isLast = index === lines.length - 1;
    if (isLast || content.trim() !== "") {
      result = Math.min(result, content.length - content.trimStart().length);
    }
  }
  return Number.isFinite(result) ? result : 0;
}

function stretchesOf(chars: readonly Decoded[]): readonly Stretch[] {
  const result: { at: number; length: number; range: { start: number; end: number } }[] = [];
  let at = 0;
  for (const it of chars) {
    const last = result[result.length - 1];
    const isPlain = it.end - it.start === it.text.length;
    if (
      isPlain &&
      last !== undefined &&
      last.range.end === it.start &&
      last.range.end - last.range.start === last.length
    ) {
      last.length += it.text.length;
      last.range.end = it.end;
    } else if (it.text.length > 0) {
      result.push({ at, length: it.text.length, range: { start: it.start, end: it.end } });
    }
    at += it.text.length;
  }
  return result;
}
