import type { ConfigurationProblem } from "../../job/target.ts";
import type { Finding, Rule } from "../rule.ts";

/** An openlineage.yml or config.yaml that is no YAML. */
export const unreadableConfiguration: Rule = {
  id: "unreadable-configuration",
  subject: "configuration",
  severity: "warning",
  what: "openlineage.yml or Flink's config.yaml is not written as YAML is.",
  why: "OpenLineage passes over the whole openlineage.yml, in the log alone: no transport, no names, no resolvers of it count (FlinkConfigParser.extractOpenLineageConfFromFile). Flink does not start with such a config.yaml (GlobalConfiguration.loadYAMLResource).",
  fix: "Mend what the message names.",
  check: ({ target: { openlineageConfiguration, flinkConfigurationProblem } }) => [
    ...found(openlineageConfiguration?.problem, "nothing of the file counts"),
    ...found(flinkConfigurationProblem, "Flink does not start with it"),
  ],
};

function found(problem: ConfigurationProblem | undefined, follows: string): readonly Finding[] {
  return problem === undefined
    ? []
    : [{ at: problem.at, message: `This is no YAML: ${follows}. ${problem.message}` }];
}
