import type { Positions } from "./positions.ts";

/**
 * The positions of an earlier text, told in the lines and columns of the text as it is now.
 * The two are taken to differ in one stretch; what lies inside it is where the stretch begins.
 */
export function shiftedPositions(earlier: string, now: Positions): Positions {
  const shared = sharedEnds(earlier, now.text);
  const moved = now.text.length - earlier.length;
  function toNow(offset: number): number {
    if (offset <= shared.start) {
      return offset;
    }
    return offset >= earlier.length - shared.end ? offset + moved : shared.start;
  }
  function toEarlier(offset: number): number {
    if (offset <= shared.start) {
      return offset;
    }
    return offset >= now.text.length - shared.end ? offset - moved : shared.start;
  }
  return {
    text: earlier,
    encoding: now.encoding,
    positionOf: (offset) => now.positionOf(toNow(offset)),
    offsetOf: (position) => toEarlier(now.offsetOf(position)),
    rangeOf: ({ start, end }) => now.rangeOf({ start: toNow(start), end: toNow(end) }),
  };
}

/** How long the beginnings and the ends of two texts are the same, without overlapping. */
function sharedEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) {
    start++;
  }
  let end = 0;
  while (
    end < shorter - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  ) {
    end++;
  }
  return { start, end };
}
