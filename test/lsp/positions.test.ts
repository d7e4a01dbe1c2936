import fc from "fast-check";
import { expect, test } from "vitest";
import { positionsOf } from "../../server/src/features/support/positions.ts";
import { shiftedPositions } from "../../server/src/features/support/shifted.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "\u00e4", "\u4e16", "\u{1F600}", "\n", "\r", "\r\n"),
});

test.each(["utf-8", "utf-16", "utf-32"] as const)(
  "%s: a place leads back to its offset",
  (encoding) => {
    fc.assert(
      fc.property(text, (it) => {
        const positions = positionsOf(it, encoding);
        let offset = 0;
        for (const character of it) {
          // Between the two of a line break there is no place of its own.
          if (!(character === "\n" && it.charAt(offset - 1) === "\r")) {
            expect(positions.offsetOf(positions.positionOf(offset))).toBe(offset);
          }
          offset += character.length;
        }
      }),
    );
  },
);

test("a place beyond the end of a line is its end", () => {
  const positions = positionsOf("ab\r\ncd", "utf-16");
  expect(positions.offsetOf({ line: 0, character: 9 })).toBe(2);
  expect(positions.offsetOf({ line: 7, character: 0 })).toBe(6);
});

test("places of an earlier text are told in the text as it is", () => {
  const now = positionsOf("one\nNEW two\nthree", "utf-16");
  const positions = shiftedPositions("one\ntwo\nthree", now);
  expect(positions.positionOf("one\ntwo\n".length)).toEqual({ line: 2, character: 0 });
  expect(positions.offsetOf({ line: 2, character: 1 })).toBe("one\ntwo\nt".length);
  expect(positions.positionOf(4)).toEqual({ line: 1, character: 0 });
});
