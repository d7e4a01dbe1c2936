import type { Target } from "../job/target.ts";
import { newestAdapter } from "../openlineage/sent/versions.ts";
import type { Fix } from "./fix.ts";

const artifact = "io.openlineage:openlineage-flink";

/** The fix that adds openlineage-flink to a build that lacks it: one jar serves Flink 1.15 and newer. */
export function dependencyFixes({
  buildFile,
  dependencies,
  flink,
}: Pick<Target, "buildFile" | "dependencies" | "flink">): readonly Fix[] {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(flink.value ?? "") ?? [];
  const suits = Number(major) > 1 || (major === "1" && Number(minor) >= 15);
  return buildFile === undefined || dependencies.has(artifact) || !suits
    ? []
    : [
        {
          title: `Add openlineage-flink ${newestAdapter} to ${buildFile} (the job is packed with it)`,
          reach: "alone",
          asks: [{ kind: "add-dependency", file: buildFile, artifact, version: newestAdapter }],
        },
      ];
}
