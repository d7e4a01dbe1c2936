import type { Job } from "../job/job.ts";
import type { Target } from "../job/target.ts";
import type { UnseenJobs } from "../job/unseen-jobs.ts";
import type { Prediction } from "./prediction.ts";
import { assumptionsOf } from "./sent/assumptions.ts";
import { predictFlink1 } from "./sent/flink-1.ts";
import { predictFlink2 } from "./sent/flink-2.ts";

/** What is sent for one job of a SQL script, on the target's version of Flink. */
export function predictScriptJob(target: Target, job: Job): Prediction {
  if (!isFlink1(target) || job.failure !== undefined) {
    return predictFlink2(target, job);
  }
  return nothingToSend(target, job, "Flink 1.x sends nothing for SQL scripts.");
}

/** What is sent for one job of a program, on the target's version of Flink. */
export function predictProgramJob(target: Target, job: Job): Prediction {
  return isFlink1(target) ? predictFlink1(target, job) : predictFlink2(target, job);
}

/** What is said of a file that starts no job. */
export function predictNoJob(target: Target, place: Pick<Job, "main" | "at">): Prediction {
  return nothingToSend(target, place, "The script starts no job: it writes no table.");
}

/** What is said of a program of which no job is seen, and why none is. */
export function predictProgramWithoutJob(
  target: Target,
  place: Pick<Job, "main" | "at">,
  unseen: UnseenJobs | undefined,
): Prediction {
  switch (unseen?.kind) {
    case undefined:
      return nothingToSend(target, place, "The program starts no job: nothing is executed.");
    case "dataSet":
      return nothingToSend(
        target,
        place,
        "OpenLineage's listener reads streaming environments only: a job of the DataSet API sends nothing.",
      );
    case "open": {
      const { doubt } = unseen;
      const message = `No job of this program is seen: ${doubt.message}`;
      return {
        ...nothingToSend(target, place, message),
        unresolved: [{ what: "presence", pointer: undefined, ...doubt }],
      };
    }
  }
}

/** Whether the job runs on Flink 1.x, whose listener the job itself registers. */
function isFlink1({ flink }: Target): boolean {
  return /^1(\.|$)/.test(flink.value ?? "");
}

function nothingToSend(
  target: Target,
  { main, at }: Pick<Job, "main" | "at">,
  message: string,
): Prediction {
  return {
    main,
    at,
    flink: target.flink.value,
    assumed: assumptionsOf(target, { listener: false }),
    outcome: "no-event",
    cause: { kind: "nothing-to-send", exception: undefined, message, at: undefined },
    events: [],
    ifWired: [],
    inputs: [],
    unresolved: [],
    origins: new Map(),
    datasets: new Map(),
  };
}
