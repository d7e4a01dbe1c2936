import { hasHoles } from "../../syntax/sql/holes.ts";
import type { Location } from "../../text/range.ts";
import { rendered } from "../../values/rendered.ts";
import { constantOf, keyOf, textOf } from "../../values/texts.ts";
import type { Input, Unknown, Value } from "../../values/value.ts";

/**
 * The characters that stand in SQL for values of the run, U+E000 to U+F8FF: one for each value,
 * so that two names made of one value are one name.
 */
export interface Holes {
  of(value: Input | Unknown): string;
  /** The value of a text with holes. */
  valueOf(text: string, at: readonly Location[]): Value;
}

const first = 0xe000;
const last = 0xf8ff;

/** Holes of one program. */
export function newHoles(): Holes {
  const values: (Input | Unknown)[] = [];
  const known = new Map<string, string>();
  return {
    of(value) {
      const key = keyOf(value);
      const earlier = key === undefined ? undefined : known.get(key);
      if (earlier !== undefined) {
        return earlier;
      }
      const hole = String.fromCharCode(Math.min(first + values.length, last));
      values.push(value);
      if (key !== undefined) {
        known.set(key, hole);
      }
      return hole;
    },
    valueOf(text, at) {
      const parts = text.split(/([\uE000-\uF8FF])/u).map((part): Value => {
        const value = isHole(part) ? values[part.charCodeAt(0) - first] : undefined;
        return value ?? constantOf(part, at);
      });
      return textOf(parts);
    },
  };
}

function isHole(part: string): boolean {
  const code = part.charCodeAt(0);
  return part.length === 1 && code >= first && code <= last;
}

/** Where the first run-time value stands that may bring any words along: not in quotes, and no part of a name. */
export function firstOpenHole(text: string): number {
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (
      /^[\uE000-\uF8FF]+$/u.test(token) &&
      text[index - 1] !== "." &&
      text[index + token.length] !== "."
    ) {
      return index;
    }
  }
  return Number.POSITIVE_INFINITY;
}

const tokens =
  /'(?:[^']|'')*(?:'|$)|`(?:[^`]|``)*(?:`|$)|--[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[\w$\uE000-\uF8FF]+/gu;

/** A text as it stands in an event; undefined where a part of it is not known. */
export function shownText(holes: Holes, text: string): string | Unknown {
  if (!hasHoles(text)) {
    return text;
  }
  const shown = rendered(holes.valueOf(text, []));
  return "kind" in shown ? shown : shown.text;
}
