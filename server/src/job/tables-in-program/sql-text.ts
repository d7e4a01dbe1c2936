import type { StatementSource } from "../../catalog/context.ts";
import type { StringLiteral } from "../../syntax/sql/ast.ts";
import type { Location, Range } from "../../text/range.ts";
import { rendered } from "../../values/rendered.ts";
import { constantOf, plain, sliceOf, textOf } from "../../values/texts.ts";
import type { Constant, Input, Unknown, Value } from "../../values/value.ts";
import type { Place, StatementText, TextOffset } from "../script.ts";
import type { Holes } from "./holes.ts";

/** A text of SQL as a program makes it. */
export interface SqlText extends StatementText {
  readonly source: StatementSource;
  /** Whether it is one of several texts, that of the defaults. */
  readonly several: boolean;
  /** Where one character stands; a character that is computed stands where its value does. */
  placeOf(offset: number): Location;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  /** What fills it: a constant with its pieces, or a value that only the run knows. */
  readonly value: Constant | Input | Unknown;
}

/**
 * The text of a value: constants as they are, inputs with what they are given or their default, all else as a hole.
 * Undefined where no part of it is known.
 */
export function sqlTextOf(value: Value, holes: Holes, at: Location): SqlText | undefined {
  const text = textValue(value);
  if (text === undefined) {
    return undefined;
  }
  const segments: Segment[] = [];
  let written = "";
  for (const part of text.kind === "text" ? text.parts : [text]) {
    const piece = writtenPart(part, holes);
    segments.push({ start: written.length, end: written.length + piece.length, value: part });
    written += piece;
  }
  const stretches = stretchesOf(segments);
  const placeOf = (offset: number): Location => placeIn(stretches, offset) ?? at;
  const locate = (range: Range): Location => inStretch(stretches, range) ?? located(range, placeOf);
  return {
    text: written,
    several: value.kind === "oneOf" && value.values.length > 1,
    placeOf,
    locate,
    placesOf: (range) => placesIn(stretches, range),
    offsetAt: (place) => offsetIn(stretches, place),
    inputAt: (offset) => {
      const hole = segments.find((it) => it.start <= offset && offset < it.end)?.value;
      return hole?.kind === "constant" ? undefined : hole;
    },
    source: {
      locate,
      valueOf: (literal) => literalValue({ text: written, segments, holes }, literal, placeOf),
    },
  };
}

function textValue(value: Value): TextLike {
  const settled = plain(value);
  if (settled.kind === "oneOf") {
    const [first] = settled.values;
    return first === undefined ? undefined : textValue(first.value);
  }
  if (settled.kind === "input" && settled.default !== undefined) {
    return settled;
  }
  return settled.kind === "text" || (settled.kind === "constant" && settled.value !== null)
    ? settled
    : undefined;
}

type TextLike = Constant | Input | Extract<Value, { kind: "text" }> | undefined;

function writtenPart(part: Constant | Input | Unknown, holes: Holes): string {
  if (part.kind === "constant") {
    return String(part.value);
  }
  const known = part.kind === "input" ? (part.given ?? part.default) : undefined;
  const text = known === undefined ? undefined : rendered(known);
  return text === undefined || "kind" in text ? holes.of(part) : text.text;
}

/** A stretch of the text that stands at one place, or of which each character stands at its own. */
interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly location: Location;
}

/** In order of the text; found by halves, since each node of a tree asks twice. */
function stretchesOf(segments: readonly Segment[]): readonly Stretch[] {
  return segments.flatMap(({ start, end, value }): readonly Stretch[] => {
    const pieces = value.kind === "constant" ? (value.pieces ?? []) : [];
    if (pieces.length > 0) {
      return pieces.map((it) => ({
        start: start + it.at,
        length: it.length,
        location: it.location,
      }));
    }
    const [location] = value.at;
    return location === undefined ? [] : [{ start, length: end - start, location }];
  });
}

/** The stretch that holds the character, else the one behind it, else the last. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const it = stretches[middle];
    if (it !== undefined && it.start + it.length <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return stretches[low] ?? stretches.at(-1);
}

/** A range within a stretch whose characters stand each at its own place, as nearly all ranges do. */
function inStretch(stretches: readonly Stretch[], { start, end }: Range): Location | undefined {
  const stretch = stretchAt(stretches, start);
  if (stretch === undefined || standsApart(stretch) || start >= end) {
    return undefined;
  }
  const { file, range } = stretch.location;
  const shift = range.start - stretch.start;
  return stretch.start <= start && end <= stretch.start + stretch.length
    ? { file, range: { start: start + shift, end: end + shift } }
    : undefined;
}

function placeIn(stretches: readonly Stretch[], offset: number): Location | undefined {
  const stretch = stretchAt(stretches, offset);
  if (stretch === undefined) {
    return undefined;
  }
  const { file, range } = stretch.location;
  if (standsApart(stretch)) {
    return stretch.location;
  }
  const from = range.start + Math.min(stretch.length, Math.max(0, offset - stretch.start));
  return { file, range: { start: from, end: Math.min(range.end, from + 1) } };
}

/** Where the parts of a stretch of the text stand, in its order. */
function placesIn(stretches: readonly Stretch[], { start, end }: Range): readonly Location[] {
  return stretches
    .filter((it) => it.start < end && it.start + it.length > start)
    .map((it) => {
      const { file, range } = it.location;
      const from = Math.max(0, start - it.start);
      const to = Math.min(it.length, end - it.start);
      return standsApart(it)
        ? it.location
        : { file, range: { start: range.start + from, end: range.start + to } };
    });
}

/** What is computed, or written as an escape, stands at its place as a whole. */
function standsApart({ length, location: { range } }: Stretch): boolean {
  return range.end - range.start !== length;
}

/** The character of the text that stands at a place, else the end of the last one that stands before it. */
function offsetIn(stretches: readonly Stretch[], { file, offset }: Place): TextOffset | undefined {
  let before: TextOffset | undefined;
  for (const it of stretches) {
    const { start, end } = it.location.range;
    if (it.location.file !== file || start > offset) {
      continue;
    }
    if (offset < end) {
      return { offset: it.start + (standsApart(it) ? 0 : offset - start), behind: 0 };
    }
    if (before === undefined || offset - end < before.behind) {
      before = { offset: it.start + it.length, behind: offset - end };
    }
  }
  return before;
}

/** From the place of the first character to that of the last, where both are in one file and in order. */
function located(range: Range, placeOf: (offset: number) => Location): Location {
  const first = placeOf(range.start);
  const last = placeOf(Math.max(range.start, range.end - 1));
  return first.file === last.file && last.range.end >= first.range.start
    ? { file: first.file, range: { start: first.range.start, end: last.range.end } }
    : first;
}

interface Written {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly holes: Holes;
}

/** The value of a literal with the run-time values in it. */
function literalValue(
  { text, segments, holes }: Written,
  literal: StringLiteral,
  placeOf: (offset: number) => Location,
): Value {
  const at = [located(literal.range, placeOf)];
  const within = segments.filter(
    (it) => it.start < literal.range.end && it.end > literal.range.start,
  );
  if (within.every((it) => it.value.kind === "constant")) {
    return { kind: "constant", value: literal.text, at };
  }
  const start = text.indexOf("'", literal.range.start) + 1;
  const end = literal.range.end - 1;
  const parts = within.flatMap((it): readonly Value[] => {
    const from = Math.max(it.start, start);
    const to = Math.min(it.end, end);
    if (it.value.kind !== "constant") {
      return [it.value];
    }
    return from < to ? [unquoted(sliceOf(it.value, from - it.start, to - it.start))] : [];
  });
  const result = textOf(parts);
  return writtenAs(result, holes) === literal.text ? result : holes.valueOf(literal.text, at);
}

function writtenAs(value: Value, holes: Holes): string {
  const parts = value.kind === "text" ? value.parts : [value];
  return parts
    .map((it) =>
      it.kind === "constant" || it.kind === "input" || it.kind === "unknown"
        ? writtenPart(it, holes)
        : "",
    )
    .join("");
}

function unquoted(constant: Constant): Constant {
  const text = String(constant.value);
  return text.includes("''") ? constantOf(text.replaceAll("''", "'"), constant.at) : constant;
}
