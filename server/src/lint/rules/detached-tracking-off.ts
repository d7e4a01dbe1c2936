import { effectiveConfiguration } from "../../job/listeners.ts";
import { projectPlace } from "../project-place.ts";
import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A project on 2.x whose jobs are seen to start and never to end. */
export const detachedTrackingOff: Rule = {
  id: "detached-tracking-off",
  subject: "project",
  severity: "information",
  what: "The configuration of Flink 2 does not set openlineage.flink.enableDetachedJobTracking.",
  why: "Only START arrives: the job manager's listener does not know the job and skips its end. Recorded: opt-detached-tracking, mode-local-bounded.",
  fix: "Set openlineage.flink.enableDetachedJobTracking to true.",
  check: (subject) => {
    const [first] = sendingJobs(subject);
    const at = projectPlace(subject);
    const { target } = subject;
    if (
      first === undefined ||
      at === undefined ||
      isFlink1(target) ||
      target.flinkConfiguration === undefined
    ) {
      return [];
    }
    const key = "openlineage.flink.enableDetachedJobTracking";
    const value = effectiveConfiguration(target, first.job.settings).get(key)?.value;
    return value?.toLowerCase() === "true"
      ? []
      : [
          {
            at,
            message: `Only START is sent of each job: '${key}' is not set.`,
            fixes: [
              {
                title: `Set ${key} (the end of each job is sent too)`,
                reach: "alone",
                asks: [{ kind: "set-keys", file: at.file, values: [[key, "true"]] }],
              },
            ],
          },
        ];
  },
};
