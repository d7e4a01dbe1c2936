import type { StatementText } from "../../job/script.ts";
import type { Location, Range } from "../../text/range.ts";
import type { Document } from "../feature.ts";

/** The range of a place, where it is in the document itself. */
export function rangeHere({ file }: Document, at: Location): Range | undefined {
  return at.file === file ? at.range : undefined;
}

/**
 * The stretch of the document that a stretch of SQL text fills; undefined where it is in other files. Of a text that is put together
 * the part that is written in one go: between its pieces stands no end of a statement of the host language.
 */
export function stretchHere(
  { file, positions, program }: Document,
  text: StatementText,
  range: Range,
): Range | undefined {
  const here = text
    .placesOf(range)
    .flatMap((it) => (it.file === file ? [it.range] : []))
    .sort((one, other) => one.start - other.start);
  const runs: { start: number; end: number; filled: number }[] = [];
  for (const { start, end } of here) {
    const last = runs.at(-1);
    const between = last === undefined ? "" : positions.text.slice(last.end, start);
    if (last !== undefined && (program === undefined || !/[;{}]/.test(between))) {
      last.end = Math.max(last.end, end);
      last.filled += end - start;
    } else {
      runs.push({ start, end, filled: end - start });
    }
  }
  return runs.sort((one, other) => other.filled - one.filled)[0];
}
