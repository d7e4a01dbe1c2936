import type { Rule } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** Two listeners of OpenLineage at one job. */
export const duplicateListener: Rule = {
  id: "duplicate-listener",
  severity: "warning",
  what: "A job has more than one listener of OpenLineage.",
  why: "Each sends its own events with a run of its own: the job is seen twice. Recorded: wiring-twice, ds-two-listeners.",
  fix: "Register, or name, the listener once.",
  check: (subject) =>
    sendingJobs(subject)
      .filter(({ prediction }) => prediction.events.length > 1)
      .map(({ job, prediction }) => ({
        at: job.program?.listeners.at(-1)?.registered ?? job.at,
        message: `${prediction.events.length} OpenLineage listeners report this job: each sends a run of its own.`,
      })),
};
