import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A listener that is registered when the job is already executed. */
export const lateListener: Rule = {
  id: "late-listener",
  subject: "job",
  severity: "warning",
  what: "An OpenLineage listener is registered after the job was executed.",
  why: "execute() has submitted the job by then: no event is sent. Recorded: wiring-after-execute.",
  fix: "Register the listener before execute().",
  programsOnly: true,
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job }) =>
      isFlink1(target) && job.program?.listeners.length === 0
        ? job.program.idleListeners.flatMap((it) =>
            it.registered === undefined && it.late !== undefined
              ? [
                  {
                    at: it.late,
                    message:
                      "The listener is registered after the job is executed: no lineage is sent.",
                    fixes: [
                      {
                        title: "Move it before the job is executed (the job will send lineage)",
                        reach: "alone" as const,
                        asks: [{ kind: "move-statement" as const, at: it.late, before: job.at }],
                      },
                    ],
                  },
                ]
              : [],
          )
        : [],
    ),
};
