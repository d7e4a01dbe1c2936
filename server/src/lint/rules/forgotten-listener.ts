import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A listener that is built and never registered. */
export const forgottenListener: Rule = {
  id: "forgotten-listener",
  subject: "job",
  severity: "warning",
  what: "An OpenLineageFlinkJobListener is built and never registered.",
  why: "Only env.registerJobListener(listener) makes Flink call it: no event is sent, and nothing says so. Recorded: wiring-not-registered.",
  fix: "Register it on the job's environment before execute().",
  programsOnly: true,
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job }) =>
      isFlink1(target) && job.program?.listeners.length === 0
        ? job.program.idleListeners
            .filter((it) => it.registered === undefined && it.late === undefined)
            .map((it) => ({
              at: it.built,
              message: "This listener is built and never registered: no lineage is sent.",
              fixes: [
                {
                  title: "Register it on its environment (the job will send lineage)",
                  reach: "alone" as const,
                  asks: [{ kind: "register-listener" as const, built: it.built }],
                },
              ],
            }))
        : [],
    ),
};
