import type { Finding, LintedJob, Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** Several jobs of one file under one name. */
export const sharedJobName: Rule = {
  id: "shared-job-name",
  severity: "warning",
  what: "Several jobs of one script or program are sent under one namespace and name.",
  why: "Backends take them for runs of one job, whose inputs and outputs change each time. Recorded: sql-two-inserts-and-set, lifecycle-two-executes.",
  fix: "Put the INSERTs into one statement set, or give each job a name of its own.",
  check: (subject) => shared(sendingJobs(subject)),
};

function shared(jobs: readonly LintedJob[]): readonly Finding[] {
  const names = new Set<string>();
  return jobs.flatMap(({ job, prediction }) => {
    const event = prediction.events[0];
    const name = JSON.stringify([event?.job.namespace, event?.job.name]);
    const earlier = names.has(name);
    names.add(name);
    return earlier
      ? [
          {
            at: job.at,
            message: `An earlier job of this file is sent under the name '${event?.job.name}' too.`,
          },
        ]
      : [];
  });
}
