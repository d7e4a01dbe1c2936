import type { Value } from "../../value.ts";

/** The text of a value that is a constant text. */
export function textOfConstant(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}
