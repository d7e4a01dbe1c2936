import type { Option } from "../syntax/sql/ast.ts";
import type { CatalogContext } from "./context.ts";
import type { OptionValue } from "./table.ts";

/** The options of WITH, SET or a hint by key; a key written twice has its last value. */
export function readOptions(
  context: CatalogContext,
  options: readonly Option[],
): ReadonlyMap<string, OptionValue> {
  const source = context.source;
  const read = new Map<string, OptionValue>();
  for (const { key, value } of options) {
    if (value !== undefined) {
      const keyAt = [source.locate(key.range)];
      read.set(key.text, { key: key.text, value: source.valueOf(value), keyAt });
    }
  }
  return read;
}

/** The text of an option that is written as one constant. */
export function constantOption(
  options: ReadonlyMap<string, OptionValue>,
  key: string,
): string | undefined {
  const value = options.get(key)?.value;
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}
