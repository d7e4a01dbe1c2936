import { plain } from "./texts.ts";
import type { Value } from "./value.ts";

/** The truth of a value that is known for certain. */
export function truthOfConstant(value: Value): boolean | undefined {
  const it = plain(value);
  return it.kind === "constant" && typeof it.value === "boolean" ? it.value : undefined;
}
