import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A listener that is built with one environment and registered on another. */
export const listenerOnOtherEnvironment: Rule = {
  id: "listener-on-other-environment",
  subject: "job",
  severity: "warning",
  what: "A listener is built with one environment and registered on another, or registered where the job does not run.",
  why: "It reports the operators of the environment that it was built with: the event of the job has other inputs and outputs, or none. Recorded: wiring-other-environment.",
  fix: "Give executionEnvironment(...) the environment that executes the job, and register the listener there.",
  programsOnly: true,
  check: ({ target, jobs }) =>
    jobs.flatMap(({ job: { program, start } }) =>
      // A job of the Table API has transformations of its own, which no listener sees.
      program === undefined || start !== "execute" || !isFlink1(target)
        ? []
        : [
            ...program.listeners
              .filter((it) => it.operators !== program.operators)
              .map((it) => ({
                at: it.built,
                message:
                  "This listener is built with another environment than the one it is registered on: the event shows that one's inputs and outputs.",
              })),
            ...(program.listeners.length > 0 ? [] : program.idleListeners)
              .filter((it) => it.registered !== undefined)
              .map((it) => ({
                at: it.registered ?? it.built,
                message:
                  "The listener is registered on another environment than the job's: no lineage is sent.",
              })),
          ],
    ),
};
