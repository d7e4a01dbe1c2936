import type { Series } from "../connectors/api.ts";
import { met } from "../connectors/calls.ts";
import { attachingCalls } from "../connectors/find-api.ts";
import { isAgainstDefault } from "../values/conditions.ts";
import { type Call, type Frame, identitiesOf } from "../values/log.ts";
import type { Run } from "../values/run.ts";
import { foreignCalls } from "./foreign-calls.ts";
import { jobOfEffect } from "./from-effect.ts";
import type { Job, JobFailure, Listener, Operator, ProgramJob } from "./job.ts";
import { type Endpoints, endpointsOf } from "./program-endpoint.ts";
import {
  type BuiltListener,
  builtListeners,
  listenerFailure,
  listenerOf,
} from "./program-listeners.ts";
import { programNames } from "./program-names.ts";
import { programSettings } from "./program-settings.ts";
import { withoutSides } from "./same-entries.ts";
import type { ScriptAnalysis } from "./script.ts";
import {
  type GraphEntry,
  type GraphExecution,
  type StreamGraph,
  streamGraphOf,
} from "./stream-graph.ts";
import { streamCall } from "./stream-operators.ts";
import { newHoles } from "./tables-in-program/holes.ts";
import { type TablesReader, tablesReader } from "./tables-in-program/read-tables.ts";
import { type StartedJob, scriptsOf } from "./tables-in-program/scripts.ts";
import type { ProgramTables, TableJob } from "./tables-in-program/state.ts";
import { withoutHoles } from "./tables-in-program/without-holes.ts";
import type { Target } from "./target.ts";

const noTables: ProgramTables = {
  holes: newHoles(),
  streams: new Map(),
  jobs: [],
  failures: [],
  steps: [],
  files: new Set(),
  problems: [],
  open: [],
};

/** The jobs of a program, and its tables for the rules. */
export interface ProgramJobs {
  readonly jobs: readonly Job[];
  readonly tables: ProgramTables;
  /** The SQL of each table environment, as a script. */
  readonly scripts: readonly ScriptAnalysis[];
}

/** The jobs that a program starts, in order: one for each `execute`, `executeAsync` and `executeAndCollect`. */
export function jobsOfProgram(target: Target, run: Run): ProgramJobs {
  const series: Series = /^1(\.|$)/.test(target.flink.value ?? "") ? "1" : "2";
  let reader: TablesReader | undefined;
  const graph = streamGraphOf(run.log, run.ask, attachingCalls(), (access) => {
    reader = tablesReader({ target, run, series }, access);
    return reader;
  });
  const program: Program = {
    target,
    run,
    series,
    graph,
    endpoints: endpointsOf({ target, run, series }),
    listeners: builtListeners(run.ask),
    tables: reader?.result() ?? noTables,
  };
  const executions = executionsByDefault(
    graph.executions.filter((it) => it.kind !== "streamGraph"),
  );
  const { tables } = program;
  const jobs: Job[] = [];
  const started: StartedJob[] = [];
  const harmless = new Set<Job>();
  for (const execution of executions) {
    const failure = failureBefore(program, execution.call.seq);
    if (failure !== undefined) {
      break;
    }
    const found = tables.jobs.find((it) => it.call === execution.call);
    if (execution.kind !== "table") {
      const job = withoutHoles(tables.holes, jobOf(program, execution));
      jobs.push(job);
      if (job.failure !== undefined && execution.call.caught === true) {
        harmless.add(job);
      }
    } else if (found !== undefined) {
      const job = withoutHoles(tables.holes, tableJob(program, execution, found));
      jobs.push(job);
      started.push({ job, effect: found.effect });
    }
    if (jobs.at(-1)?.failure !== undefined && endsProgram(execution.call)) {
      return { jobs, tables, scripts: scriptsOf(run.entry.file, tables, started) };
    }
  }
  const failure = failureBefore(program, Number.POSITIVE_INFINITY);
  return {
    jobs: [
      ...withoutHarmless(jobs, harmless),
      ...(failure === undefined ? [] : [failedJob(program, failure)]),
    ],
    tables,
    scripts: scriptsOf(run.entry.file, tables, started),
  };
}

/** An `execute` with nothing to execute, beside the jobs that tables start, is none where its exception is caught. */
function withoutHarmless(jobs: readonly Job[], harmless: ReadonlySet<Job>): readonly Job[] {
  const others = jobs.filter((it) => !harmless.has(it));
  return others.length === 0 ? jobs : others;
}

/** Whether the program is over where this call throws. */
function endsProgram({ conditions, caught }: Call): boolean {
  return conditions.length === 0 && caught !== true;
}

/** A job that only another value than a default would start is left out, unless there is no other. */
function executionsByDefault(executions: readonly GraphExecution[]): readonly GraphExecution[] {
  const expected = executions.filter((it) => !it.call.conditions.some(isAgainstDefault));
  return onePerPlace(expected.length > 0 ? expected : executions);
}

/** One call on an environment that may be one of several (local, or the cluster's) starts one job. */
function onePerPlace(executions: readonly GraphExecution[]): readonly GraphExecution[] {
  return executions.filter(({ call }, index) =>
    executions
      .slice(0, index)
      .every(
        ({ call: other }) =>
          other.caller !== call.caller ||
          other.name.file !== call.name.file ||
          other.name.range.start !== call.name.range.start ||
          met(other.conditions, call.conditions) !== "no",
      ),
  );
}

interface Program {
  readonly target: Target;
  readonly run: Run;
  readonly series: Series;
  readonly graph: StreamGraph;
  readonly endpoints: Endpoints;
  readonly listeners: readonly BuiltListener[];
  readonly tables: ProgramTables;
}

/** What makes the program throw before a call of it: for the end of the run, what it ends with. */
function failureBefore(program: Program, seq: number): JobFailure | undefined {
  const listener = program.listeners.find(
    (it) =>
      it.build.seq < seq &&
      it.build.conditions.length === 0 &&
      listenerFailure(program.target, it) !== undefined,
  );
  if (listener !== undefined) {
    return listenerFailure(program.target, listener);
  }
  const attached = program.endpoints.failureBefore(program.graph, seq);
  if (attached !== undefined) {
    return attached;
  }
  const ofTables = program.tables.failures.find((it) => it.call.seq < seq && endsProgram(it.call));
  if (ofTables !== undefined) {
    return ofTables.failure;
  }
  const { end } = program.run;
  return seq === Number.POSITIVE_INFINITY && end.kind === "throws"
    ? {
        exception: end.class,
        message: end.message ?? `The program throws ${end.class}.`,
        at: end.at,
      }
    : undefined;
}

/** What stands for the program where it throws before it starts a (further) job. */
function failedJob(program: Program, failure: JobFailure): Job {
  const { run } = program;
  return {
    main: run.entry.file,
    at: failure.at ?? run.entry.at,
    start: "execute",
    names: programNames(run.ask.log(), undefined),
    sources: [],
    sinks: [],
    settings: new Map(),
    failure,
  };
}

function jobOf(program: Program, execution: GraphExecution): Job {
  const { run, graph, endpoints } = program;
  const { call } = execution;
  const entries = withoutSides(entriesAt(graph, execution));
  const operators = entries.flatMap((it) => endpoints.operatorOf(it, call));
  const used = program.series === "1" ? undefined : new Set(entries.flatMap((it) => it.sources));
  const job = {
    main: run.entry.file,
    at: call.name,
    start: "execute" as const,
    names: programNames(run.ask.log(), execution),
    sources: graph.sources
      .filter((it) => used?.has(it) ?? operators.length > 0)
      .flatMap((it) => endpoints.sourceOf(it, call) ?? []),
    sinks: operators.flatMap((it) => it.sink ?? []),
    settings: programSettings({
      ask: run.ask,
      environments: execution.environments,
      before: call.seq,
      conditions: call.conditions,
    }),
    failure: entries.length === 0 ? nothingToExecute(program, execution) : undefined,
    doubts: foreignCalls(run.ask, execution.environments, call.seq),
  };
  return { ...job, program: programJob(program, execution, operators) };
}

/** A job that a table environment starts by itself. On 1.x the listener reads the stream environment's list, which has no part in it. */
function tableJob(program: Program, execution: GraphExecution, found: TableJob): Job {
  const { target, tables, endpoints, run } = program;
  const { call } = execution;
  const { job } = jobOfEffect(target, found.effect, call.name, {
    isStream: (table) => tables.streams.has(table.path[2]),
    endpointsOf: (table) =>
      (tables.streams.get(table.path[2]) ?? []).flatMap((it) => endpoints.sourceOf(it, call) ?? []),
  });
  const argument = programNames(run.ask.log(), execution).argument;
  const open = call.conditions.filter((it) => it.byDefault === undefined);
  const doubts = [
    ...(job.doubts ?? []),
    ...found.doubts,
    ...(open.length === 0
      ? []
      : [
          {
            reason: open.some((it) => it.each) ? "run-time-data" : "branch",
            message:
              "Whether this job is started is decided by a condition that only the run knows.",
            at: call.name,
          },
        ]),
  ];
  const isOldExecute = call.method === "execute" && call.class.endsWith("TableEnvironment");
  return {
    ...job,
    main: run.entry.file,
    names: isOldExecute ? { ...job.names, argument } : job.names,
    doubts,
    program: programJob(program, execution, []),
  };
}

/** StreamExecutionEnvironment.getStreamGraph refuses an environment without operators; a text of SQL that is not known may add some. */
function nothingToExecute(
  program: Program,
  { call, environments }: GraphExecution,
): JobFailure | undefined {
  const { run, tables } = program;
  // Code that is not read may have added some, where it got the environment or a stream of it.
  const followed = new Set(program.graph.entries.map((it) => it.call));
  const isHandedOut = run.log.calls.some(
    (it) =>
      it.seq < call.seq &&
      ((!it.class.startsWith("org.apache.flink.") &&
        it.arguments.some((argument) => concerns(program, argument, environments))) ||
        // A stream that nobody followed may be the receiver.
        (/(^|Stream|Operator)$/.test(it.class) &&
          !followed.has(it) &&
          streamCall(it.method, it.class).adds !== "nothing")),
  );
  return environments.length === 0 || tables.open.length > 0 || isHandedOut
    ? undefined
    : {
        exception: "java.lang.IllegalStateException",
        message: "No operators are defined in the streaming topology: there is nothing to execute.",
        at: call.name,
      };
}

function concerns(
  { graph }: Program,
  argument: Call["arguments"][number],
  environments: readonly number[],
): boolean {
  const ids = identitiesOf(argument);
  return (
    ids.some((it) => environments.includes(it)) ||
    graph.sources.some((it) => identitiesOf(it.call.result).some((id) => ids.includes(id)))
  );
}

/** The list of transformations that a job takes: what was added since the list was emptied last. */
function entriesAt(graph: StreamGraph, execution: GraphExecution): readonly GraphEntry[] {
  const { call, environments } = execution;
  const [graphGiven] = call.arguments;
  const made =
    graphGiven?.kind === "object"
      ? graph.executions.find((it) => it.kind === "streamGraph" && it.call.seq === graphGiven.made)
      : undefined;
  return made === undefined
    ? listAt(graph, environments, call)
    : listAt(graph, environments, made.call);
}

/** The list of an environment at a call; `execute` and `getStreamGraph` empty it. */
function listAt(
  graph: StreamGraph,
  environments: readonly number[],
  at: Call,
): readonly GraphEntry[] {
  const emptied = lastEmptied(graph, environments, at.seq)?.call.seq ?? -1;
  return graph.entries.filter(
    (it) =>
      it.call.seq > emptied &&
      it.call.seq <= at.seq &&
      meets(it.environments, environments) &&
      met(it.call.conditions, at.conditions) !== "no",
  );
}

function lastEmptied(
  graph: StreamGraph,
  environments: readonly number[],
  before: number,
): GraphExecution | undefined {
  return graph.executions.findLast(
    (it) => it.kind !== "table" && it.call.seq < before && meets(it.environments, environments),
  );
}

/** Streams whose environment is not known may belong to any. */
function meets(one: readonly number[], other: readonly number[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((it) => other.includes(it));
}

function programJob(
  program: Program,
  execution: GraphExecution,
  operators: readonly Operator[],
): ProgramJob {
  const { call, environments } = execution;
  const all = program.listeners.filter((it) => met(it.build.conditions, call.conditions) !== "no");
  const isRegistered = (it: BuiltListener) =>
    it.registrations.some(
      (registration) =>
        registration.seq < call.seq &&
        overlaps(registration.receiver, environments) &&
        happensByDefault(registration, call),
    );
  const model = (it: BuiltListener): Listener =>
    listenerOf(program.run.ask, it, call, reportedOperators(program, it, execution, operators));
  const registered = all.filter(isRegistered);
  return {
    operators,
    listeners: inOrderOfRegistration(registered).map(model),
    idleListeners: all
      .filter((it) => !isRegistered(it) && !isOfAnotherJob(program, it, environments))
      .map(model),
    otherListener: otherListener(program, execution),
    async: call.method === "executeAsync",
    environments,
    via: callsTo(call.caller),
  };
}

/** A listener that is built with another environment, and registered there, is that one's, if it executes a job. */
function isOfAnotherJob(
  { graph }: Program,
  listener: BuiltListener,
  environments: readonly number[],
): boolean {
  const own = listener.environments;
  return (
    !meets(own, environments) &&
    listener.registrations.some((it) => overlaps(it.receiver, own)) &&
    graph.executions.some((it) => it.environments.some((id) => own.includes(id)))
  );
}

function callsTo(frame: Frame | undefined): readonly Job["at"][] {
  return frame === undefined ? [] : [frame.at, ...callsTo(frame.caller)];
}

/** What is registered but was not followed to a listener's builder or to a class: reflection, a factory of another module. */
function otherListener(
  { run }: Program,
  { call, environments }: GraphExecution,
): Job["at"] | undefined {
  const registration = run.log.calls.find((it) => {
    if (it.method !== "registerJobListener") {
      return false;
    }
    const [listener] = it.arguments;
    return (
      it.seq < call.seq &&
      overlaps(it.receiver, environments) &&
      (listener?.kind === "unknown" ||
        (listener?.kind === "object" && /(^|\.)JobListener$/.test(listener.class ?? "JobListener")))
    );
  });
  return registration?.name;
}

/** Where only the run decides it, the defaults do. */
function happensByDefault(registration: Call, execution: Call): boolean {
  return registration.conditions.every(
    (it) =>
      execution.conditions.find((other) => other.id === it.id)?.side === it.side ||
      !isAgainstDefault(it),
  );
}

function overlaps(value: Call["receiver"], environments: readonly number[]): boolean {
  return (
    value !== undefined &&
    "id" in value &&
    (environments.length === 0 || environments.includes(value.id))
  );
}

function inOrderOfRegistration(listeners: readonly BuiltListener[]): readonly BuiltListener[] {
  // One listener registered twice is asked twice.
  return listeners
    .flatMap((it) => it.registrations.map((registration) => ({ it, seq: registration.seq })))
    .sort((a, b) => a.seq - b.seq)
    .map(({ it }) => it);
}

/**
 * The operators that a listener reports. Its builder puts an ArchivedList in place of its environment's list: that holds a copy of the
 * list from then, and whenever the list is emptied a copy from just before.
 */
function reportedOperators(
  program: Program,
  listener: BuiltListener,
  execution: GraphExecution,
  own: readonly Operator[],
): readonly Operator[] {
  const { graph, endpoints } = program;
  const { call, environments } = execution;
  if (execution.kind !== "table" && meets(listener.environments, environments)) {
    return own;
  }
  const emptied = lastEmptied(graph, listener.environments, call.seq);
  const given = listener.given;
  const at =
    emptied !== undefined && given !== undefined && emptied.call.seq > given.seq
      ? emptied.call
      : given;
  return at === undefined
    ? []
    : listAt(graph, listener.environments, at).flatMap((it) => endpoints.operatorOf(it, call));
}
