import type { Position, Range as ProtocolRange } from "vscode-languageserver-types";
import { type LineIndex, lineIndexOf } from "../../text/line-index.ts";
import type { Range } from "../../text/range.ts";

/** How a client counts the columns of a line. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** Turns the offsets of one text into the protocol's lines and columns, and back. */
export interface Positions {
  readonly text: string;
  readonly encoding: Encoding;
  positionOf(offset: number): Position;
  /** The offset of a position; beyond a line's end, that end. */
  offsetOf(position: Position): number;
  rangeOf(range: Range): ProtocolRange;
}

export function positionsOf(text: string, encoding: Encoding): Positions {
  const index = lineIndexOf(text);
  function positionOf(offset: number): Position {
    const line = lineOf(index, offset);
    const start = index.starts[line] ?? 0;
    return { line, character: lengthIn(encoding, text.slice(start, offset)) };
  }
  return {
    text,
    encoding,
    positionOf,
    offsetOf({ line, character }) {
      const start = index.starts[line] ?? text.length;
      const content = text.slice(start, endOfLine(index, line));
      return start + unitsOf(encoding, content, character);
    },
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
  };
}

function lineOf({ starts }: LineIndex, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** Where a line's text ends, its line break left out. */
function endOfLine({ text, starts }: LineIndex, line: number): number {
  const next = starts[line + 1];
  if (next === undefined) {
    return text.length;
  }
  return text.charAt(next - 1) === "\n" && text.charAt(next - 2) === "\r" ? next - 2 : next - 1;
}

function lengthIn(encoding: Encoding, text: string): number {
  if (encoding === "utf-16") {
    return text.length;
  }
  let length = 0;
  for (const character of text) {
    length += sizeIn(encoding, character);
  }
  return length;
}

/** How many UTF-16 units of the text fill a length in the encoding. */
function unitsOf(encoding: Encoding, text: string, length: number): number {
  if (encoding === "utf-16") {
    return Math.min(length, text.length);
  }
  let left = length;
  let units = 0;
  for (const character of text) {
    left -= sizeIn(encoding, character);
    if (left < 0) {
      break;
    }
    units += character.length;
  }
  return units;
}

function sizeIn(encoding: Encoding, character: string): number {
  switch (encoding) {
    case "utf-16":
      return character.length;
    case "utf-32":
      return 1;
    case "utf-8": {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
  }
}
