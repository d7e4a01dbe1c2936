import { distribute, plain, sliceOf, textOf } from "../texts.ts";
import type { Constant, Value } from "../value.ts";

/** What begins and ends a placeholder. */
export interface Marks {
  readonly open: string;
  readonly close: string;
}

const usualMarks: Marks = { open: "${", close: "}" };

/**
 * A text with every `${...}` replaced by what `lookup` gives for what stands between the braces, which may hold placeholders itself;
 * undefined leaves the placeholder as it is written. A text that is one placeholder is its value.
 */
export function withPlaceholders(
  text: Value,
  lookup: (inside: Constant) => Value | undefined,
  marks: Marks = usualMarks,
): Value {
  const constant = plain(text);
  if (constant.kind !== "constant" || typeof constant.value !== "string") {
    return text;
  }
  const whole = constant.value;
  const parts: Value[] = [];
  let from = 0;
  let start = whole.indexOf(marks.open);
  while (start !== -1) {
    const inside = start + marks.open.length;
    const close = closing(whole, inside, marks);
    if (close === -1) {
      break;
    }
    const end = close + marks.close.length;
    const value = lookup(sliceOf(constant, inside, close));
    if (value !== undefined && start === 0 && end === whole.length) {
      return value;
    }
    if (value !== undefined) {
      parts.push(sliceOf(constant, from, start), value);
      from = end;
    }
    start = whole.indexOf(marks.open, end);
  }
  return parts.length === 0
    ? constant
    : distribute([...parts, sliceOf(constant, from, whole.length)], textOf);
}

/** Where the name of a placeholder ends and its default begins: the first separator that is not inside another placeholder. */
export function separatorIn(inside: string, separator: string): number {
  let open = 0;
  for (let index = 0; index < inside.length; index++) {
    if (inside[index] === "{") {
      open += 1;
    } else if (inside[index] === "}") {
      open -= 1;
    } else if (open === 0 && inside.startsWith(separator, index)) {
      return index;
    }
  }
  return -1;
}

/** The mark that closes the one before this place; in braces, braces of any kind may stand. */
function closing(text: string, from: number, { open, close }: Marks): number {
  const inner = open.endsWith("{") && close === "}" ? "{" : open;
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text.startsWith(close, index)) {
      depth -= 1;
      if (depth === 0) {
        return index;
      }
    } else if (text.startsWith(inner, index)) {
      depth += 1;
    }
  }
  return -1;
}
