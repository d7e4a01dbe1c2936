import type { Fix } from "../fix.ts";
import { projectPlace } from "../project-place.ts";
import type { Rule, Subject } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** Jobs in the namespace that all projects share. */
export const defaultJobNamespace: Rule = {
  id: "default-job-namespace",
  subject: "project",
  severity: "information",
  what: "Jobs are sent under the default namespace, flink_jobs on Flink 1.x and flink-jobs on 2.x.",
  why: "All projects that set none share it: jobs of one name become one. Recorded: name-defaults.",
  fix: "Set job.namespace in openlineage.yml, or the builder's jobNamespace on Flink 1.x.",
  check: (subject) => {
    const at = projectPlace(subject);
    const namespaces = sendingJobs(subject).map((it) => it.prediction.events[0]?.job.namespace);
    const found = namespaces.find((it) => it === "flink_jobs" || it === "flink-jobs");
    return at === undefined || found === undefined
      ? []
      : [
          {
            at,
            message: `Jobs of this project are sent under the default namespace '${found}'.`,
            fixes: fixesOf(subject),
          },
        ];
  },
};

/** The project's name, in the file that says something of the job already: two files that do are in each other's way. */
function fixesOf({ target }: Subject): readonly Fix[] {
  const { flinkConfiguration: flink, openlineageConfiguration: own, project } = target;
  const value = project.jobNamespace ?? project.name;
  const flinkKey = isFlink1(target)
    ? "execution.job-listener.openlineage.namespace"
    : "openlineage.job.namespace";
  const flinkSetsJob = [...(flink?.values.keys() ?? [])].some((it) =>
    it.startsWith("openlineage.job."),
  );
  const inFlink = isFlink1(target) || own === undefined || flinkSetsJob;
  const from = (inFlink ? flink : own)?.from;
  return value === undefined || from?.kind !== "file"
    ? []
    : [
        {
          title: `Set the job namespace to ${value} (jobs are then sent under it)`,
          reach: "alone",
          asks: [
            {
              kind: "set-keys",
              file: from.file,
              values: [[inFlink ? flinkKey : "job.namespace", value]],
            },
          ],
        },
      ];
}
