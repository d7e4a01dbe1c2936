import { projectPlace } from "../project-place.ts";
import type { Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** Jobs in the namespace that all projects share. */
export const defaultJobNamespace: Rule = {
  id: "default-job-namespace",
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
      : [{ at, message: `Jobs of this project are sent under the default namespace '${found}'.` }];
  },
};
