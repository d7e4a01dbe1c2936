import { scansOf } from "../../catalog/relations-in.ts";
import { fullName } from "../../catalog/table.ts";
import type { Endpoint, Job } from "../../job/job.ts";
import { jobsOf, type ScriptJob } from "../../job/script.ts";
import { holdsNoData } from "../data-free.ts";
import type { Rule, Subject } from "../rule.ts";
import { shortName } from "../short-name.ts";
import { sendingJobs } from "../wired-jobs.ts";

/** Pipelines of one job that have nothing to do with each other. */
export const joinedPipelines: Rule = {
  id: "joined-pipelines",
  subject: "job",
  severity: "information",
  what: "One job runs several pipelines that share no source and no sink.",
  why: "The event lists all inputs and all outputs of the job, and does not say which belong together: a reader takes each output for one of each input (OpenLineage issue 4359).",
  fix: "Run each pipeline as a job of its own.",
  perStatement: "jobs",
  check: (subject) =>
    sendingJobs(subject).flatMap(({ job }) => {
      const groups = joined(pipelinesOf(subject, job));
      return groups.length < 2
        ? []
        : [
            {
              at: job.at,
              message: `${groups.length} pipelines of this job share nothing, and look joined in the event: ${groups.map(shown).join("; ")}.`,
            },
          ];
    }),
};

/** What one sink writes and the sources that feed it, by names for people. */
interface Pipeline {
  readonly sources: readonly string[];
  readonly sinks: readonly string[];
}

function pipelinesOf({ script }: Subject, job: Job): readonly Pipeline[] {
  // A statement set of a program is a job of several statements.
  const parts = script === undefined ? [] : jobsOf(script).filter((it) => it.job === job);
  const pipelines = parts.length === 0 ? ofProgram(job) : parts.flatMap(ofScript);
  return pipelines.filter((it) => it.sources.length > 0 && it.sinks.length > 0);
}

function ofProgram({ program }: Job): readonly Pipeline[] {
  return (program?.operators ?? []).map(({ sink, sources }) => ({
    sources: sources.flatMap(named),
    sinks: sink === undefined ? [] : named(sink),
  }));
}

function ofScript({ job, effect }: ScriptJob): readonly Pipeline[] {
  const sinks = effect?.sinks ?? [];
  if (sinks.length < 2) {
    return [];
  }
  const seen = new Set(
    [...job.sources, ...job.sinks].filter((it) => named(it).length > 0).map((it) => it.table),
  );
  const tables = (names: readonly string[]) =>
    [...new Set(names)].filter((it) => seen.has(it)).map(shortName);
  return sinks.map((it) => ({
    sources: tables(scansOf(it.query).map(({ table }) => fullName(table.path))),
    sinks: tables([fullName(it.table.path)]),
  }));
}

function named(endpoint: Endpoint): readonly string[] {
  return endpoint.presence.kind !== "certain" || holdsNoData(endpoint)
    ? []
    : endpoint.datasets.flatMap(({ name }) =>
        name?.kind === "derived"
          ? [name.text]
          : name?.kind === "topicPattern" && name.pattern.kind === "derived"
            ? [name.pattern.text]
            : [],
      );
}

/** Pipelines with a name in common are one. */
function joined(pipelines: readonly Pipeline[]): readonly Pipeline[] {
  let groups: readonly Pipeline[] = [];
  for (const pipeline of pipelines) {
    const names = [...pipeline.sources, ...pipeline.sinks];
    const touches = (it: Pipeline) =>
      [...it.sources, ...it.sinks].some((name) => names.includes(name));
    const together = [...groups.filter(touches), pipeline];
    groups = [
      ...groups.filter((it) => !touches(it)),
      {
        sources: [...new Set(together.flatMap((it) => it.sources))],
        sinks: [...new Set(together.flatMap((it) => it.sinks))],
      },
    ];
  }
  return groups;
}

function shown({ sources, sinks }: Pipeline): string {
  return `${sources.join(", ")} to ${sinks.join(", ")}`;
}
