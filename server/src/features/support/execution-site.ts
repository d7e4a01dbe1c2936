import type { Job } from "../../job/job.ts";
import type { Prediction } from "../../openlineage/prediction.ts";
import { placesBefore, type StatementPlace } from "../../syntax/host/java/edits.ts";
import type { Unit } from "../../syntax/host/program.ts";
import type { Location } from "../../text/range.ts";
import { type Call, type Log, makerOf } from "../../values/log.ts";
import type { Document } from "../feature.ts";
import { positionsFor } from "./places.ts";

/** Where a program executes a job, in its text and in its run. */
export interface ExecutionSite {
  readonly file: string;
  readonly main: string;
  readonly unit: Unit;
  readonly text: string;
  readonly job: Job;
  readonly prediction: Prediction;
  /** The jobs that are executed at this very place. */
  readonly jobs: readonly Job[];
  /** The call that executes it. */
  readonly call: Call;
  readonly log: Log;
  readonly environments: readonly number[];
  /** Other jobs of the same environment that are executed before it, and after it. */
  readonly earlier: readonly Job[];
  readonly later: readonly Job[];
  /** Statements before which a statement runs before the job, the nearest first. */
  readonly places: readonly StatementPlace[];
}

/** The place of the job that a diagnostic at this offset is about; in another file, where the job is executed there. */
export function executionSiteOf(document: Document, offset: number): ExecutionSite | undefined {
  const here = (it: Location) => it.file === document.file && it.range.start === offset;
  const { program, predictions } = document;
  const all = program?.runs.flatMap(({ run, jobs }) => jobs.map((job) => ({ run, job }))) ?? [];
  const index = all.findIndex(({ job }) => here(job.at) || job.program?.via.some(here) === true);
  const found = all[index];
  const prediction = predictions[index];
  const unit = program?.unitOf(found?.job.at.file ?? "");
  const text = positionsFor(document, found?.job.at.file ?? "")?.text;
  if (found === undefined || prediction === undefined || unit === undefined || text === undefined) {
    return undefined;
  }
  const { run, job } = found;
  const call = run.log.calls.find((it) => isSame(it.name, job.at));
  if (call === undefined) {
    return undefined;
  }
  const registered = graphOf(run.log, call) ?? call;
  const environments = job.program?.environments ?? [];
  const ofEnvironment = all
    .filter(
      (it) =>
        it.run === run && it.job.program?.environments.some((id) => environments.includes(id)),
    )
    .map((it) => it.job);
  const elsewhere = (it: Job) => !isSame(it.at, job.at);
  const own = ofEnvironment.indexOf(job);
  return {
    file: job.at.file,
    main: job.main,
    unit,
    text,
    job,
    prediction,
    jobs: all.map((it) => it.job).filter((it) => isSame(it.at, job.at)),
    call,
    log: run.log,
    environments,
    earlier: ofEnvironment.slice(0, own).filter(elsewhere),
    later: ofEnvironment.slice(own + 1).filter(elsewhere),
    places: placesBefore(unit, registered.name.range),
  };
}

/** Where the job is a graph, the environment's list is emptied when the graph is made: a listener has to be built before. */
function graphOf(log: Log, { name, arguments: [argument] }: Call): Call | undefined {
  const made = makerOf(log, argument);
  return made?.method === "getStreamGraph" && made.name.file === name.file ? made : undefined;
}

function isSame(one: Location, other: Location): boolean {
  return one.file === other.file && one.range.start === other.range.start;
}
