import type { OptionTable, TableOptions } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/find.ts";
import { asked } from "../../connectors/open-options.ts";
import { constantOption, formatOptions } from "../../connectors/table-facts.ts";
import { nearMisses, suggestion } from "../../text/near-miss.ts";
import { renames } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { writtenIn } from "../tables.ts";

/** An option that the connector does not have. */
export const unknownOption: Rule = {
  id: "unknown-option",
  subject: "script",
  severity: "error",
  what: "A table has an option that its connector and its formats do not know.",
  why: "Flink refuses the table when it is read or written. It is said only of connectors whose options are all known.",
  fix: "Correct the option's name, or take it out.",
  perStatement: "tables",
  check,
};

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

function check({ tables }: Subject): readonly Finding[] {
  return tables.flatMap(({ table, statement }) => {
    const options = asked(table.options);
    const factory = connectorOf(options)?.factory;
    const known = factory === undefined ? undefined : knownOptions(factory.options, options);
    if (known === undefined) {
      return [];
    }
    return [...options.values()].flatMap((option): readonly Finding[] => {
      const at = writtenIn(option, statement);
      if (at === undefined || known.has(option.key)) {
        return [];
      }
      const near = nearMisses(option.key, known.keys());
      return [
        {
          at,
          message: `The connector '${constantOption(options, "connector")}' has no option '${option.key}'.${suggestion(near)}`,
          fixes: [
            ...renames(at, near, "save"),
            {
              title: `Remove '${option.key}'`,
              reach: near.length > 0 ? "alone" : "rule",
              asks: [{ kind: "remove-option", at }],
            },
          ],
        },
      ];
    });
  });
}

interface KnownOptions {
  has(key: string): boolean;
  keys(): ReadonlySet<string>;
}

/** All keys that may stand there; undefined where that is not known. */
function knownOptions(table: OptionTable, options: TableOptions): KnownOptions | undefined {
  if (!table.complete) {
    return undefined;
  }
  const formats: { readonly before: string; readonly options: OptionTable["options"] }[] = [];
  const prefixes = [...table.prefixes];
  for (const { key, prefix } of table.formats) {
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
    prefixes.push(...freeIn(name).map((it) => `${prefix}${it}`));
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
