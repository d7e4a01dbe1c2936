import { isAtLeast } from "../../connectors/versions.ts";
import { newestAdapter } from "../../openlineage/sent/versions.ts";
import type { Rule, Subject } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

const artifact = "io.openlineage:openlineage-flink";

/** A release of openlineage-flink with losses that later ones have mended. */
export const lossyOpenlineage: Rule = {
  id: "lossy-openlineage",
  subject: "build",
  // Known from OpenLineage's change log, not recorded.
  severity: "information",
  what: "The build holds a release of openlineage-flink that loses or misnames what later ones send.",
  why: "What is predicted here is what 1.53.0 sends; older releases send less. Known from OpenLineage's change log (2321, 3621, 3915, 4494, 4596, 4614).",
  fix: "Use the newest release.",
  check: (subject) => {
    const { buildFile: file, dependencies } = subject.target;
    const version = dependencies.get(artifact);
    const found = version === undefined ? [] : losses(subject, version);
    return file === undefined || version === undefined || found.length === 0
      ? []
      : [
          {
            at: { file, range: { start: 0, end: 0 } },
            message: `openlineage-flink ${version} is known to ${found.join("; to ")}. Use ${newestAdapter}.`,
            fixes: [
              {
                title: `Take openlineage-flink ${newestAdapter} (events change)`,
                reach: "alone",
                asks: [{ kind: "set-version", file, artifact, version: newestAdapter }],
              },
            ],
          },
        ];
  },
};

interface Loss {
  /** The release that mended it. */
  readonly mended: readonly [major: number, minor: number];
  readonly series: "1" | "2" | "both";
  readonly says: string;
}

const known: readonly Loss[] = [
  { mended: [1, 7], series: "both", says: "write Kafka's namespaces without kafka://" },
  { mended: [1, 31], series: "2", says: "send the job's name as its namespace" },
  { mended: [1, 36], series: "2", says: "misname tables of upsert-kafka" },
  { mended: [1, 47], series: "both", says: "fail on URLs of JDBC that it does not know" },
  { mended: [1, 50], series: "both", says: "tell cancelled jobs as failed" },
  { mended: [1, 50], series: "2", says: "send no end of detached jobs" },
];

function losses({ target }: Subject, version: string): readonly string[] {
  const series = isFlink1(target) ? "1" : "2";
  return known
    .filter((it) => it.series === "both" || it.series === series)
    .filter(({ mended }) => !isAtLeast(version, ...mended))
    .map((it) => it.says);
}
