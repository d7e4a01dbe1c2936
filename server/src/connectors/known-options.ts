import type { OptionTable, TableFactory, TableFailure, TableOptions } from "./connector.ts";
import { constantOption, formatOptions, validationException } from "./table-facts.ts";

/** Options of every table, whatever the connector (FactoryUtil). */
const ofEveryTable: readonly string[] = [
  "connector",
  "property-version",
  "scan.watermark.emit.strategy",
  "scan.watermark.alignment.group",
  "scan.watermark.alignment.max-drift",
  "scan.watermark.alignment.update-interval",
  "scan.watermark.idle-timeout",
];

export interface KnownOptions {
  has(key: string): boolean;
  keys(): ReadonlySet<string>;
}

/** All keys that may stand there; undefined where that is not known. */
export function knownOptions(
  { options: table, validates }: Pick<TableFactory, "options" | "validates">,
  options: TableOptions,
): KnownOptions | undefined {
  if (!table.complete || !validates) {
    return undefined;
  }
  const formats: { readonly before: string; readonly options: OptionTable["options"] }[] = [];
  const prefixes = [...table.prefixes];
  for (const { key, prefix, isFree } of table.formats) {
    if (!options.has(key)) {
      continue;
    }
    const name = constantOption(options, key);
    const format = name === undefined ? undefined : formatOptions(name);
    if (name === undefined || format === undefined) {
      return undefined;
    }
    formats.push({ before: `${prefix}${name}.`, options: format.options });
    // Formats hand some options on to a library: parquet.*, orc.*, avro-confluent.properties.*.
    prefixes.push(...(isFree ? [`${name}.`] : freeIn(name)).map((it) => `${prefix}${it}`));
  }
  return {
    has: (key) =>
      table.options.has(key) ||
      ofEveryTable.includes(key) ||
      formats.some(
        (it) => key.startsWith(it.before) && it.options.has(key.slice(it.before.length)),
      ) ||
      prefixes.some((it) => key.startsWith(it)),
    keys: () =>
      new Set([
        ...ofEveryTable,
        ...table.options.keys(),
        ...formats.flatMap((it) => [...it.options.keys()].map((key) => `${it.before}${key}`)),
      ]),
  };
}

function freeIn(format: string): readonly string[] {
  return format === "parquet" || format === "orc" ? [`${format}.`] : [`${format}.properties.`];
}

/** FactoryUtil.validateUnconsumedKeys refuses a table with an option that nobody reads. */
export function unknownOptions(
  factory: Pick<TableFactory, "options" | "validates">,
  options: TableOptions,
): readonly TableFailure[] {
  const known = knownOptions(factory, options);
  return known === undefined
    ? []
    : [...options.keys()]
        .filter((it) => !known.has(it))
        .map((it) => ({
          exception: validationException,
          message: `The connector '${constantOption(options, "connector")}' has no option '${it}'.`,
          option: it,
          rule: "unknown-option",
        }));
}
