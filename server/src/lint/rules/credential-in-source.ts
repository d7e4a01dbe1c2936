import type { Rule } from "../rule.ts";

/** A password, token or key among the sources of a program. */
export const credentialInSource: Rule = {
  id: "credential-in-source",
  subject: "job",
  severity: "information",
  what: "A program, or a file that it reads, holds a credential.",
  why: "Sources are read by many and kept for ever, and some connectors write their options into catalogs and facets.",
  fix: "Read it from where the deployment keeps secrets, and change it: what was committed is known.",
  check: ({ credentials = [] }) =>
    credentials.map(({ key, at }) => ({
      at,
      message:
        key === ""
          ? "This text holds a credential."
          : `'${key}' is given a credential in plain text.`,
    })),
};
