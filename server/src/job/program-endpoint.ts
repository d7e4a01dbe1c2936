import type { Lineage, ReportedDataset, Series } from "../connectors/api.ts";
import { met, preferred } from "../connectors/calls.ts";
import type { Derived } from "../connectors/derived.ts";
import { lineageOf, type ObjectLineage } from "../connectors/lineage.ts";
import { isAgainstDefault } from "../values/conditions.ts";
import { type Call, identityOf, type Log, makingCalls } from "../values/log.ts";
import type { Run } from "../values/run.ts";
import type { Condition, Unknown, Value } from "../values/value.ts";
import type { Endpoint, JobDataset, JobFailure, Operator, Presence } from "./job.ts";
import type { GraphEntry, GraphSource, StreamGraph } from "./stream-graph.ts";
import { builtInData, builtInSources } from "./stream-operators.ts";
import type { Target } from "./target.ts";

/** The sources and sinks of a run's streams, each read once. */
export interface Endpoints {
  /** A source as a job sees it; undefined where it is there under none of the job's conditions. */
  sourceOf(source: GraphSource, execution: Call): Endpoint | undefined;
  /** An operator as a job sees it. */
  operatorOf(entry: GraphEntry, execution: Call): readonly Operator[];
  /** What the program throws while it attaches a source or sink, before a call. */
  failureBefore(graph: StreamGraph, seq: number): JobFailure | undefined;
}

interface Context {
  readonly target: Target;
  readonly run: Run;
  readonly series: Series;
}

/** Reads the sources and sinks of a run. */
export function endpointsOf(context: Context): Endpoints {
  const lineages = new Map<Call, ObjectLineage>();
  const read = (call: Call, object: Value): ObjectLineage => {
    const known = lineages.get(call) ?? objectLineage(context, call, object);
    lineages.set(call, known);
    return known;
  };
  const reading: Reading = { read, log: context.run.log };
  const sources = new Map<string, Endpoint>();
  const tableSources = new Map<GraphSource, Map<number, Endpoint>>();
  const tableSource = (
    source: GraphSource,
    endpoint: Endpoint,
    presence: Presence,
    { seq }: Call,
  ): Endpoint => {
    const ofSource = tableSources.get(source) ?? new Map<number, Endpoint>();
    const known = ofSource.get(seq) ?? placed(endpoint, presence);
    tableSources.set(source, ofSource.set(seq, known));
    return known;
  };
  const sourceOf = (source: GraphSource, execution: Call): Endpoint | undefined => {
    const presence = presenceOf(source.call, execution, "The source");
    if (presence === undefined) {
      return undefined;
    }
    if (source.endpoint !== undefined) {
      return tableSource(source, source.endpoint, presence, execution);
    }
    const key = sourceKey(context.series, source, execution);
    const known = sources.get(key) ?? {
      ...sourceEndpoint(context.series, source, reading),
      presence,
    };
    sources.set(key, known);
    return known;
  };
  return {
    sourceOf,
    operatorOf: (entry, execution) => {
      const presence = presenceOf(entry.call, execution, "The sink");
      return presence === undefined
        ? []
        : [
            {
              kind: entry.kind,
              sink:
                entry.endpoint !== undefined
                  ? placed(entry.endpoint, presence)
                  : entry.kind === "sink"
                    ? { ...sinkEndpoint(entry, reading), presence }
                    : undefined,
              sources: entry.sources.flatMap((it) => sourceOf(it, execution) ?? []),
              hidden: (entry.hidden ?? []).flatMap((it) => sourceOf(it, execution) ?? []),
              at: entry.call.name,
            },
          ];
    },
    failureBefore: (graph, seq) => programFailure(graph, seq, read),
  };
}

/** A table's endpoint has a presence of its own; the call's doubt comes on top. */
function placed(endpoint: Endpoint, presence: Presence): Endpoint {
  return presence.kind === "certain" ? endpoint : { ...endpoint, presence };
}

/** On 1.x one source object is one source however often it is attached; on 2.x each attachment counts. */
function sourceKey(series: Series, source: GraphSource, execution: Call): string {
  const id = source.object === undefined ? undefined : identityOf(preferred(source.object));
  const own = series === "1" && id !== undefined ? `object ${id}` : `call ${source.call.seq}`;
  return `${execution.seq} ${own}`;
}

function objectLineage({ target, run, series }: Context, call: Call, object: Value): ObjectLineage {
  return lineageOf({
    object,
    attached: call,
    series,
    ask: run.ask,
    dependencies: target.dependencies,
  });
}

type ReadLineage = (call: Call, object: Value) => ObjectLineage;

interface Reading {
  readonly read: ReadLineage;
  readonly log: Log;
}

type Unplaced = Omit<Endpoint, "presence">;

function sourceEndpoint(
  series: Series,
  { call, object }: GraphSource,
  { read, log }: Reading,
): Unplaced {
  if (object === undefined) {
    if (series === "2" && readsElements(call)) {
      return { ...nothingSeen("source"), ...elements(), at: [call.name] };
    }
    const boundedness = series === "2" ? "none" : builtInBoundedness(call);
    return { ...nothingSeen("source"), ...builtInUnseen(call), boundedness, at: [call.name] };
  }
  const { connector, class: objectClass, lineage, boundedness: own } = read(call, object);
  const seen = seenOf(lineage);
  // On 2.x only lineage tells whether a source ends: one without does not count.
  const boundedness = series === "2" && lineage.kind === "invisible" ? "none" : own;
  return {
    ...nothingSeen("source"),
    ...seen,
    ...(objectClass === undefined ? {} : { class: objectClass }),
    connector,
    boundedness,
    at: [call.name, ...object.at],
    calls: makingCalls(log, object).map((it) => it.name),
  };
}

/** `fromCollection(iterator, type)` reads an iterator, of which nothing is told; the form with a class is always one. */
function readsElements({ method, arguments: args }: Call): boolean {
  const [data, type] = args;
  return (
    method === "fromElements" ||
    (method === "fromCollection" && (data?.kind === "list" || type === undefined))
  );
}

/** FromElementsFunction.getLineageVertex of Flink 2: a dataset without a name, of a source that ends. */
function elements(): Pick<Endpoint, "datasets" | "boundedness"> {
  const text = (it: string): Derived => ({ kind: "derived", text: it, from: [] });
  const dataset: ReportedDataset = {
    namespace: text("values://FromElementsFunction"),
    name: text(""),
    schema: undefined,
    facets: new Map(),
  };
  return { datasets: [jobDataset(dataset)], boundedness: "bounded" };
}

function builtInUnseen({ method }: Call): Pick<Endpoint, "invisible"> {
  const data = builtInData[method];
  return data === undefined
    ? {}
    : { invisible: `OpenLineage's listener does not see the ${data} of ${method}.` };
}

/** `readFile(format, path, FileProcessingMode.PROCESS_CONTINUOUSLY, interval)` never ends. */
function builtInBoundedness({ method, arguments: args }: Call): Endpoint["boundedness"] {
  const watches = args.some((it) => it.kind === "object" && it.constant === "PROCESS_CONTINUOUSLY");
  return watches ? "unbounded" : (builtInSources[method] ?? "unknown");
}

function sinkEndpoint({ call, sink }: GraphEntry, { read, log }: Reading): Unplaced {
  if (sink === undefined) {
    return { ...nothingSeen("sink"), ...builtInUnseen(call), at: [call.name] };
  }
  const { connector, class: objectClass, lineage } = read(call, sink);
  return {
    ...nothingSeen("sink"),
    ...seenOf(lineage),
    ...(objectClass === undefined ? {} : { class: objectClass }),
    connector,
    at: [call.name, ...sink.at],
    calls: makingCalls(log, sink).map((it) => it.name),
  };
}

function nothingSeen(role: Endpoint["role"]): Omit<Unplaced, "at"> {
  return { role, connector: undefined, table: undefined, datasets: [], boundedness: "none" };
}

type Seen = Pick<Endpoint, "datasets"> & {
  readonly failure?: JobFailure;
  readonly undecided?: Unknown;
  readonly invisible?: string;
};

function seenOf(lineage: Lineage): Seen {
  switch (lineage.kind) {
    case "reported":
      return { datasets: lineage.datasets.map(jobDataset) };
    case "listenerFails":
    case "programFails":
      return { datasets: [], failure: failureOf(lineage) };
    case "undecided":
      return { datasets: [], undecided: lineage.why };
    case "invisible":
      return { datasets: [], invisible: lineage.why };
  }
}

function failureOf({ exception, message, at, mistake }: JobFailure): JobFailure {
  return { exception, message, at, ...(mistake === undefined ? {} : { mistake }) };
}

function jobDataset(reported: ReportedDataset): JobDataset {
  return { ...reported, documentation: undefined, symlinks: [] };
}

/** Undefined where the call never happens together with the job. */
function presenceOf(call: Call, execution: Call, what: string): Presence | undefined {
  const happens = met(call.conditions, execution.conditions);
  if (happens === "no") {
    return undefined;
  }
  const open = call.conditions.filter((it) => !execution.conditions.some((e) => e.id === it.id));
  return open.length === 0 ? { kind: "certain" } : uncertain(open, what);
}

function uncertain(open: readonly Condition[], what: string): Presence {
  if (open.some(isAgainstDefault)) {
    return {
      kind: "byInput",
      reason: "condition",
      message: `${what} is attached only if a run-time input has another value than its default.`,
    };
  }
  return {
    kind: "uncertain",
    reason: open.some((it) => it.each) ? "run-time-data" : "condition",
    message: open.some((it) => it.each)
      ? `${what} is attached for each element of something that only the run knows.`
      : `${what} is attached under a condition that only the run knows.`,
  };
}

function programFailure(
  graph: StreamGraph,
  seq: number,
  read: ReadLineage,
): JobFailure | undefined {
  const attached = [
    ...graph.sources.map((it) => ({ call: it.call, object: it.object })),
    ...graph.entries.map((it) => ({ call: it.call, object: it.sink })),
  ]
    .filter((it) => it.call.seq < seq && it.call.conditions.length === 0)
    .sort((a, b) => a.call.seq - b.call.seq);
  for (const { call, object } of attached) {
    const lineage = object === undefined ? undefined : read(call, object).lineage;
    if (lineage?.kind === "programFails") {
      return failureOf(lineage);
    }
  }
  return undefined;
}
