import type { Rule } from "../rule.ts";
import { isFlink1, sendingJobs } from "../wired-jobs.ts";

/** A job on 1.x whose end nobody waits for. */
export const asyncExecution: Rule = {
  id: "async-execution",
  subject: "job",
  severity: "information",
  what: "A job on Flink 1.x is started by executeAsync, or with execution.attached set to false.",
  why: "The listener hears of the end of a job only from execute(): START is sent, COMPLETE never. Recorded: lifecycle-execute-async, lifecycle-detached.",
  fix: "Start it by execute(), attached.",
  check: (subject) =>
    sendingJobs(subject)
      .filter(
        ({ job }) =>
          isFlink1(subject.target) &&
          (job.program?.async === true ||
            job.settings.get("execution.attached")?.value === "false"),
      )
      .map(({ job }) => ({
        at: job.at,
        message: "Nobody waits for the end of this job: its COMPLETE event is never sent.",
      })),
};
