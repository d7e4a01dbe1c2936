import { connectorOf } from "../../connectors/find.ts";
import { knownOptions } from "../../connectors/known-options.ts";
import { asked } from "../../connectors/open-options.ts";
import { constantOption } from "../../connectors/table-facts.ts";
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

function check({ tables }: Subject): readonly Finding[] {
  return tables.flatMap(({ table, statement }) => {
    const options = asked(table.options);
    const factory = connectorOf(options)?.factory;
    const known = factory === undefined ? undefined : knownOptions(factory, options);
    if (known === undefined) {
      return [];
    }
    return [...options.values()].flatMap((option): readonly Finding[] => {
      const at = known.has(option.key) ? undefined : writtenIn(option, statement);
      if (at === undefined) {
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
