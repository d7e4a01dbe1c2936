import type { Range } from "./range.ts";

/** A change of one text: what stands at the range is replaced. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The changes of one file. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

/** The edit that puts a text at a place. */
export function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** The text with the edits made; they do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  // Of two insertions at one place the first stands first.
  const sorted = edits.map((it, index) => ({ ...it, index })).sort(byPlaceBackwards);
  for (const { range, newText } of sorted) {
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  }
  return result;
}

interface Placed {
  readonly range: Range;
  readonly index: number;
}

function byPlaceBackwards(one: Placed, other: Placed): number {
  return (
    other.range.start - one.range.start ||
    other.range.end - one.range.end ||
    other.index - one.index
  );
}

/** The one edit that makes a text of another: what they begin and end with in common stays. */
export function difference(from: string, to: string): TextEdit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) {
    start++;
  }
  let end = 0;
  while (
    end < shorter - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  return {
    range: { start, end: from.length - end },
    newText: to.slice(start, to.length - end),
  };
}

/** Whether two edits touch: made together, one could undo the other. */
export function collide({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}

/** The line break that a text uses. */
export function newLineOf(text: string): "\r\n" | "\n" {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  const end = next < 0 ? text.length : next;
  return end > offset && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** Where the line after that of an offset begins; the end of the text behind the last. */
export function nextLine(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  return next < 0 ? text.length : next + 1;
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

/** What stands at a range, and its whole line where nothing else is on it. */
export function withItsLine(text: string, { start, end }: Range): Range {
  const from = lineStart(text, start);
  const to = nextLine(text, end);
  const alone =
    text.slice(from, start).trim() === "" && text.slice(end, lineEnd(text, end)).trim() === "";
  return alone ? { start: from, end: to } : { start, end };
}

/** One step of a text's indentation: a tab, or the smallest number of blanks that a line begins with. */
export function indentUnit(text: string, usual = 4): string {
  if (/^\t/m.test(text)) {
    return "\t";
  }
  const widths = [...text.matchAll(/^( +)\S/gm)]
    .filter((it) => !/^ +\*/.test(it[0]))
    .map((it) => (it[1] ?? "").length)
    .filter((it) => it > 1);
  return " ".repeat(Math.min(usual, ...widths));
}
