/** A stretch of one document: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch of one file. `file` is a path with forward slashes, relative to the workspace root. */
export interface Location {
  readonly file: string;
  readonly range: Range;
}

/** The smallest range that holds both. */
export function cover(first: Range, last: Range): Range {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether the offset lies in the range, its end included, as a cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
