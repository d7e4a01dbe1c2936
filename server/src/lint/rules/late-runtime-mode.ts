import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

const key = "execution.runtime-mode";

/** A runtime mode that is set after the listener was built. */
export const lateRuntimeMode: Rule = {
  id: "late-runtime-mode",
  subject: "job",
  severity: "warning",
  what: "The runtime mode is set after the listener was built.",
  why: "The listener reads the mode in build(): the event says STREAMING for a job that runs as BATCH. Recorded: batch-mode-after-listener.",
  fix: "Set the runtime mode before the listener is built.",
  programsOnly: true,
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job, prediction }) => {
      const mode = job.settings.get(key);
      const late = (job.program?.listeners ?? []).find(
        (it) => (it.settings.get(key)?.value ?? "STREAMING") !== (mode?.value ?? "STREAMING"),
      );
      // Built under AUTOMATIC, the listener may say what the later mode says as well.
      const said = [...prediction.events, ...prediction.ifWired].map(
        (it) => it.job.facets.jobType?.processingType,
      );
      const isSaid = mode !== undefined && said.includes(mode.value);
      return isFlink1(target) && late !== undefined && mode !== undefined && !isSaid
        ? [
            {
              at: mode.at ?? job.at,
              message: `The listener was built before this: its event does not say ${mode.value}.`,
              fixes:
                mode.at === undefined
                  ? []
                  : [
                      {
                        title: `Move it before the listener is built (the event will say ${mode.value})`,
                        reach: "alone" as const,
                        asks: [
                          { kind: "move-statement" as const, at: mode.at, before: late.built },
                        ],
                      },
                    ],
            },
          ]
        : [];
    }),
};
