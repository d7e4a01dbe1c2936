import { connectorOf } from "../../connectors/find.ts";
import { constantOption, formatNames } from "../../connectors/table-facts.ts";
import { nearMisses, suggestion } from "../../text/near-miss.ts";
import { renames } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { writtenIn } from "../tables.ts";

/** A format that is not known: it may be one of your own. */
export const unknownFormat: Rule = {
  id: "unknown-format",
  subject: "script",
  severity: "information",
  what: "A table has a format that is none of the known ones.",
  why: "If nothing on the cluster's class path provides it, Flink refuses the table. A name that nearly is a known one is taken for a slip.",
  fix: "Correct the name, or see that the format's jar is there.",
  perStatement: "tables",
  check,
};

function check({ tables }: Subject): readonly Finding[] {
  return tables.flatMap(({ table, statement }) => {
    const formats = connectorOf(table.options)?.factory.options.formats ?? [];
    return formats.flatMap(({ key }): readonly Finding[] => {
      const option = table.options.get(key);
      const name = constantOption(table.options, key);
      const at = option && writtenIn(option, statement);
      if (at === undefined || name === undefined || formatNames().includes(name)) {
        return [];
      }
      const near = nearMisses(name, formatNames());
      const value = option?.value.at[0] ?? at;
      return near.length > 0
        ? [
            {
              at: value,
              severity: "error",
              message: `There is no format '${name}'.${suggestion(near)}`,
              fixes: renames(value, near, "save"),
            },
          ]
        : [{ at: value, message: `The format '${name}' is not known.` }];
    });
  });
}
