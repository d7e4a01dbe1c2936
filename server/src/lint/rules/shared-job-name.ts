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
  return jobs.flatMap(({ job, prediction }, index) => {
    const event = prediction.events[0];
    const earlier = jobs
      .slice(0, index)
      .some(
        ({ prediction: { events } }) =>
          events[0]?.job.name === event?.job.name &&
          events[0]?.job.namespace === event?.job.namespace,
      );
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
