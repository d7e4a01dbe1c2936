import type { Option } from "../syntax/sql/ast.ts";
import type { CatalogContext } from "./context.ts";
import type { OptionValue } from "./table.ts";

/**
 * The options of WITH, SET or a hint by key; a key written twice has its last value. A key without a value is half typed, or
 * unknown text of a program that stands for more options.
 */
export function readOptions(
  context: CatalogContext,
  options: readonly Option[],
): ReadonlyMap<string, OptionValue> {
  const source = context.source;
  const read = new Map<string, OptionValue>();
  for (const { key, value } of options) {
    const name = value === undefined || unwritten.test(key.text) ? source.valueOf(key) : undefined;
    const isOpen = name !== undefined && name.kind !== "constant";
    const found = value === undefined ? (isOpen ? name : undefined) : source.valueOf(value);
    if (found !== undefined) {
      const option = { key: key.text, value: found, keyAt: [source.locate(key.range)] };
      read.set(key.text, isOpen ? { ...option, isOpen } : option);
    }
  }
  return read;
}

/** The characters that stand for values of a program's run. */
const unwritten = /[\uE000-\uF8FF]/u;

/** The text of an option that is written as one constant. */
export function constantOption(
  options: ReadonlyMap<string, OptionValue>,
  key: string,
): string | undefined {
  const value = options.get(key)?.value;
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}
