import { distribute, plain, sliceOf, textOf } from "./texts.ts";
import type { Constant, Value } from "./value.ts";

/**
 * A text with every `${...}` replaced by what `lookup` gives for what stands between the braces, which may hold placeholders itself;
 * undefined leaves the placeholder as it is written. A text that is one placeholder is its value.
 */
export function withPlaceholders(
  text: Value,
  lookup: (inside: Constant) => Value | undefined,
): Value {
  const constant = plain(text);
  if (constant.kind !== "constant" || typeof constant.value !== "string") {
    return text;
  }
  const whole = constant.value;
  const parts: Value[] = [];
  let from = 0;
  let start = whole.indexOf("${");
  while (start !== -1) {
    const end = closing(whole, start + 2);
    if (end === -1) {
      break;
    }
    const value = lookup(sliceOf(constant, start + 2, end));
    if (value !== undefined && start === 0 && end === whole.length - 1) {
      return value;
    }
    if (value !== undefined) {
      parts.push(sliceOf(constant, from, start), value);
      from = end + 1;
    }
    start = whole.indexOf("${", end + 1);
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

/** The brace that closes the one before this place; braces of any kind may stand between. */
function closing(text: string, from: number): number {
  let open = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "{") {
      open += 1;
    } else if (text[index] === "}" && --open === 0) {
      return index;
    }
  }
  return -1;
}
