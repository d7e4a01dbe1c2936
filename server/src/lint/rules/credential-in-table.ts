import { isCredential } from "../../text/credentials.ts";
import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Finding, Rule } from "../rule.ts";
import { writtenIn } from "../tables.ts";

/** A password, token or key in the options of a table. */
export const credentialInTable: Rule = {
  id: "credential-in-table",
  subject: "script",
  severity: "information",
  what: "A table's options hold a credential.",
  why: "Scripts are read by many and kept for long, and options reach catalogs and facets.",
  fix: "Put a placeholder into the script, and the credential where the deployment keeps secrets.",
  perStatement: "tables",
  check: ({ tables }) =>
    tables.flatMap(({ table, statement }) =>
      [...table.options.values()].flatMap((option) => {
        const { key, value } = option;
        const isSecret =
          value.kind === "constant" &&
          typeof value.value === "string" &&
          isCredential(key, value.value);
        const at = isSecret ? writtenIn(option, statement) : undefined;
        return at === undefined ? [] : [findingOf(key, at, value.at[0])];
      }),
    ),
};

function findingOf(key: string, at: Location, written: Location | undefined): Finding {
  return { at, message: `The option '${key}' holds a credential.`, fixes: fixesOf(key, written) };
}

function fixesOf(key: string, at: Location | undefined): readonly Fix[] {
  const name = `\${${key.replace(/\W+/g, "_").toUpperCase()}}`;
  return at === undefined
    ? []
    : [
        {
          title: `Put ${name} in its place (the deployment has to fill it in)`,
          reach: "alone",
          asks: [{ kind: "rename", at, name }],
        },
      ];
}
