import type { Job } from "../../job/job.ts";
import { effectiveConfiguration, listItems } from "../../job/listeners.ts";
import type { Fix } from "../fix.ts";
import type { Rule, Subject } from "../rule.ts";
import { sendingJobs } from "../wired-jobs.ts";

const listenersKey = "execution.job-status-changed-listeners";

/** Two listeners of OpenLineage at one job. */
export const duplicateListener: Rule = {
  id: "duplicate-listener",
  subject: "job",
  severity: "warning",
  what: "A job has more than one listener of OpenLineage.",
  why: "Each sends its own events with a run of its own: the job is seen twice. Recorded: wiring-twice, ds-two-listeners.",
  fix: "Register, or name, the listener once.",
  check: (subject) =>
    sendingJobs(subject)
      .filter(({ prediction }) => prediction.events.length > 1)
      .map(({ job, prediction }) => ({
        at:
          job.program?.listeners.at(-1)?.registered ??
          effectiveConfiguration(subject.target, job.settings).get(listenersKey)?.at ??
          job.at,
        fixes: fixesOf(subject, job),
        message: `${prediction.events.length} OpenLineage listeners report this job: each sends a run of its own.`,
      })),
};

const title = "Keep one of them (the job is reported once)";

function fixesOf({ target }: Subject, { program, settings }: Job): readonly Fix[] {
  const registered = program?.listeners.at(-1)?.registered;
  if (registered !== undefined) {
    return [{ title, reach: "alone", asks: [{ kind: "remove-statement", at: registered }] }];
  }
  const setting = effectiveConfiguration(target, settings).get(listenersKey);
  const at = setting?.at;
  if (at === undefined) {
    return [];
  }
  const once = [...new Set(listItems(setting))];
  return [
    { title, reach: "alone", asks: [{ kind: "set-list", at, key: listenersKey, items: once }] },
  ];
}
