import { connectorIdentifiers, connectorNamed } from "../../connectors/find.ts";
import { constantOption } from "../../connectors/table-facts.ts";
import { nearMisses, suggestion } from "../../text/near-miss.ts";
import { renames } from "../fix.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { writtenIn } from "../tables.ts";

/** A connector that is not known: it may be one of your own. */
export const unknownConnector: Rule = {
  id: "unknown-connector",
  subject: "script",
  severity: "information",
  what: "A table has a connector that is none of the known ones.",
  why: "If nothing on the cluster's class path provides it, Flink refuses the table when it is read or written. A name that nearly is a known one is taken for a slip.",
  fix: "Correct the name, or see that the connector's jar is there.",
  perStatement: "tables",
  check,
};

function check({ tables }: Subject): readonly Finding[] {
  return tables.flatMap(({ table, statement }) => {
    const option = table.options.get("connector");
    const name = constantOption(table.options, "connector");
    const at = option && writtenIn(option, statement);
    if (at === undefined || name === undefined || connectorNamed(name) !== undefined) {
      return [];
    }
    const near = nearMisses(name, connectorIdentifiers());
    const value = option?.value.at[0] ?? at;
    return near.length > 0
      ? [
          {
            at: value,
            severity: "error" as const,
            message: `There is no connector '${name}'.${suggestion(near)}`,
            fixes: renames(value, near, "save"),
          },
        ]
      : [
          {
            at: value,
            message: `The connector '${name}' is not known here: Flink finds it only where a jar on the class path provides it.`,
          },
        ];
  });
}
