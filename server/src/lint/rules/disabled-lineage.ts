import type { Rule } from "../rule.ts";

/** Lineage that is switched off. */
export const disabledLineage: Rule = {
  id: "disabled-lineage",
  subject: "configuration",
  severity: "information",
  what: "OpenLineage is switched off by a setting.",
  why: "Nothing is sent, by intent or by a setting that was left behind. Recorded: opt-env-disabled.",
  fix: "Take the setting back.",
  perStatement: "jobs",
  check: ({ jobs }) =>
    jobs.flatMap(({ job, prediction: { cause } }) =>
      cause?.kind === "disabled" ? [{ at: cause.at ?? job.at, message: cause.message }] : [],
    ),
};
