import type { Rule } from "../rule.ts";
import { isFlink1 } from "../wired-jobs.ts";

/** A SQL script that runs on Flink 1.x. */
export const scriptOnFlink1: Rule = {
  id: "script-on-flink-1",
  subject: "script",
  severity: "information",
  what: "A SQL script runs on Flink 1.x.",
  why: "There is no program that could register a listener: Flink 1.x sends no lineage for SQL scripts.",
  fix: "Move to Flink 2, whose listener sees SQL.",
  check: ({ target, script, jobs }) => {
    const [first] = jobs;
    const isScript = script?.steps.every((it) => it.text === undefined) === true;
    return isScript && script.steps.length > 0 && first !== undefined && isFlink1(target)
      ? [
          {
            at: first.job.at,
            message: "Flink 1.x sends no lineage for SQL scripts; Flink 2 would.",
          },
        ]
      : [];
  },
};
