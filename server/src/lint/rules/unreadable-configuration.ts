import type { Rule } from "../rule.ts";

/** An openlineage.yml that is no YAML. */
export const unreadableConfiguration: Rule = {
  id: "unreadable-configuration",
  subject: "configuration",
  severity: "warning",
  what: "openlineage.yml is not written as YAML is.",
  why: "OpenLineage passes over the whole file, in the log alone: no transport, no names, no resolvers of it count (FlinkConfigParser.extractOpenLineageConfFromFile).",
  fix: "Mend what the message names.",
  check: ({ target: { openlineageConfiguration: file } }) =>
    file?.problem === undefined
      ? []
      : [
          {
            at: file.problem.at,
            message: `This is no YAML: nothing of the file counts. ${file.problem.message}`,
          },
        ],
};
