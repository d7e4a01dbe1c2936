import type { Fix } from "../fix.ts";
import { projectPlace } from "../project-place.ts";
import type { Rule, Subject } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A configuration for Flink 2 that does not name the listener. */
export const unnamedListener: Rule = {
  id: "unnamed-listener",
  subject: "project",
  severity: "warning",
  what: "The project's configuration of Flink 2 does not name OpenLineage's listener.",
  why: "Flink 2 sends lineage only through the listeners of execution.job-status-changed-listeners. Recorded: ds-no-listener.",
  fix: "Set execution.job-status-changed-listeners to io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory.",
  check: (subject) =>
    subject.jobs.flatMap(({ job, prediction }) =>
      !isFlink1(subject.target) && prediction.cause?.kind === "wiring"
        ? [
            {
              // Once, at the configuration; what a script or program sets over it stands in the job.
              at: (job.settings.has(key) ? undefined : projectPlace(subject)) ?? job.at,
              message: `OpenLineage's listener is not named under '${key}': no lineage is sent.`,
              fixes: fixesOf(subject),
            },
          ]
        : [],
    ),
};

const key = "execution.job-status-changed-listeners";
const factory = "io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory";

/** In the configuration; or, in a script, in the script itself. */
function fixesOf({ target, script, file }: Subject): readonly Fix[] {
  const from = target.flinkConfiguration?.from;
  const inFile: readonly Fix[] =
    from?.kind !== "file"
      ? []
      : [
          {
            title: `Name the listener in ${from.file} (jobs will send lineage)`,
            reach: "alone",
            asks: [{ kind: "add-to-list", file: from.file, key, item: factory }],
          },
        ];
  // SET in a script takes the place of the list: one that names others is the author's to write again.
  const inScript: readonly Fix[] =
    script === undefined || target.flinkConfiguration?.values.has(key) === true
      ? []
      : [
          {
            title: "SET the listener at the head of the script (its jobs will send lineage)",
            reach: "alone",
            asks: [{ kind: "set-in-script", file, key, value: factory }],
          },
        ];
  return [...inFile, ...inScript];
}
