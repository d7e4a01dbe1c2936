import type {
  FormatOption,
  OptionFacts,
  OptionTable,
  TableOptions,
} from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/find.ts";
import { constantOption, formatOptions } from "../../connectors/table-facts.ts";

/** The options that a table with these options may have, by key: those of its connector, then those of its formats. */
export function optionsFor(options: TableOptions): ReadonlyMap<string, OptionFacts> {
  const table = connectorOf(options)?.factory.options;
  if (table === undefined) {
    return new Map();
  }
  return new Map([...table.options, ...table.formats.flatMap((it) => ofFormat(it, options))]);
}

function ofFormat(
  { key, prefix }: FormatOption,
  options: TableOptions,
): readonly (readonly [string, OptionFacts])[] {
  const name = constantOption(options, key);
  const format: OptionTable | undefined = name === undefined ? undefined : formatOptions(name);
  return [...(format?.options ?? [])].map(([option, facts]) => {
    const full = `${prefix}${name}.${option}`;
    return [full, { ...facts, key: full }];
  });
}
