import { newestAdapter } from "../../openlineage/sent/versions.ts";
import type { Rule } from "../rule.ts";

const flinkArtifact = "io.openlineage:openlineage-flink";
const javaArtifact = "io.openlineage:openlineage-java";

/** Versions of OpenLineage in the build file that do not work together, or with Flink. */
export const mismatchedVersions: Rule = {
  id: "mismatched-versions",
  subject: "build",
  // Known from OpenLineage's issues (2840, 4007), not recorded.
  severity: "information",
  what: "The build has versions of OpenLineage that do not go together, or not with its Flink.",
  why: "openlineage-flink brings its own openlineage-java, and 1.32.0 to 1.43.0 take Flink 1.20 for Flink 2.",
  fix: "Remove openlineage-java; use openlineage-flink 1.44.0 or newer.",
  check: ({ target }) => {
    const { buildFile: file, dependencies } = target;
    const [own, client] = [dependencies.get(flinkArtifact), dependencies.get(javaArtifact)];
    if (file === undefined || own === undefined) {
      return [];
    }
    const at = { file, range: { start: 0, end: 0 } };
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(own) ?? [];
    const refuses =
      major === "1" &&
      Number(minor) >= 32 &&
      Number(minor) <= 43 &&
      /^1\.20(\.|$)/.test(target.flink.value ?? "");
    return [
      ...(client !== undefined && client !== own
        ? [
            {
              at,
              message: `openlineage-java ${client} stands beside openlineage-flink ${own}.`,
              fixes: [
                {
                  title: "Remove openlineage-java (the build takes the one of openlineage-flink)",
                  reach: "alone" as const,
                  asks: [{ kind: "remove-dependency" as const, file, artifact: javaArtifact }],
                },
              ],
            },
          ]
        : []),
      ...(refuses
        ? [
            {
              at,
              message: `openlineage-flink ${own} does not work on Flink 1.20. Use 1.44.0 or newer.`,
              fixes: [
                {
                  title: `Take openlineage-flink ${newestAdapter} (the job will send lineage)`,
                  reach: "alone" as const,
                  asks: [
                    {
                      kind: "set-version" as const,
                      file,
                      artifact: flinkArtifact,
                      version: newestAdapter,
                    },
                  ],
                },
              ],
            },
          ]
        : []),
    ];
  },
};
