import { grouped } from "../grouped.ts";
import type { Rule } from "../rule.ts";

/** A namespace resolver that no dataset of the workspace needs. */
export const idleResolver: Rule = {
  id: "idle-resolver",
  subject: "project",
  severity: "information",
  what: "A resolver of dataset.namespaceResolvers changes the namespace of no dataset of the workspace.",
  why: "Its hosts, its regular expression or its schema fit none: the datasets keep their own namespaces. Recorded: opt-namespace-resolvers.",
  fix: "Compare it with the namespaces that the jobs name, or take it out.",
  check: () => [],
  compare: (files) => {
    const places = grouped(
      files.flatMap((it) => it.resolvers),
      (it) => `${it.at.file} ${it.at.range.start}`,
    );
    return [...places.values()].flatMap((uses) => {
      const [first] = uses;
      return first === undefined || uses.some((it) => it.used)
        ? []
        : [
            {
              at: first.at,
              message: `The resolver '${first.name}' changes no namespace: no dataset of these jobs fits it.`,
            },
          ];
    });
  },
};
