import type { Location } from "../../text/range.ts";
import type { Fix } from "../fix.ts";
import type { Rule } from "../rule.ts";

/** A listener's builder that is given no environment. */
export const listenerWithoutEnvironment: Rule = {
  id: "listener-without-environment",
  subject: "job",
  severity: "error",
  what: "An OpenLineageFlinkJobListener is built without executionEnvironment(...).",
  why: 'build() throws a NullPointerException, "StreamExecutionEnvironment has to be provided": the job does not start. Recorded: wiring-no-environment.',
  fix: "Add .executionEnvironment(env) before build().",
  check: ({ jobs }) =>
    jobs.flatMap(({ job }) =>
      job.failure?.mistake === "listener-without-environment"
        ? [
            {
              at: job.failure.at ?? job.at,
              fixes: job.failure.at === undefined ? [] : [environmentFix(job.failure.at)],
              message:
                "The listener is built without executionEnvironment(...): build() throws, and the job does not start.",
            },
          ]
        : [],
    ),
};

function environmentFix(build: Location): Fix {
  return {
    title: "Give it the environment of the job (the job will start and send lineage)",
    reach: "alone",
    asks: [
      {
        kind: "add-call",
        chain: build,
        name: "executionEnvironment",
        argument: { kind: "environment", of: build },
      },
    ],
  };
}
