import type { AttachingCall } from "../connectors/api.ts";
import type { Ask } from "../values/ask.ts";
import { type Call, identitiesOf, type Log } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { Endpoint } from "./job.ts";
import {
  builtInSources,
  environmentClass,
  objectSources,
  type StreamCall,
  streamCall,
} from "./stream-operators.ts";

/** All streams, sources and operators of a run, read off its log. */
export interface StreamGraph {
  readonly sources: readonly GraphSource[];
  /** What is added to the environments' lists of transformations, in order. */
  readonly entries: readonly GraphEntry[];
  /** Calls that start a job or empty the list of transformations. */
  readonly executions: readonly GraphExecution[];
}

export interface GraphSource {
  readonly call: Call;
  /** The source object; undefined for what the environment makes by itself (`fromElements`). */
  readonly object: Value | undefined;
  readonly environments: readonly number[];
  /** What it is, where it is a table's source and no object of the program. */
  readonly endpoint?: Endpoint;
}

export interface GraphEntry {
  readonly call: Call;
  readonly kind: "oneInput" | "sink" | "other";
  /** The object that is the sink; undefined where there is none or Flink makes it (`print`). */
  readonly sink: Value | undefined;
  /** What the sink is, where it is a table's. */
  readonly endpoint?: Endpoint | undefined;
  readonly sources: readonly GraphSource[];
  /** Sources that it reads, but of which what is made of it knows nothing: those behind a broadcast state. */
  readonly hidden?: readonly GraphSource[];
  readonly environments: readonly number[];
}

export interface GraphExecution {
  readonly call: Call;
  /** `table`: a table environment starts a job of its own; the list of transformations stays as it is. */
  readonly kind: "execute" | "collect" | "streamGraph" | "table";
  readonly environments: readonly number[];
}

interface Node {
  readonly sources: readonly GraphSource[];
  /** Of these the sources whose own stream it is, with no operator, partitioning or union between. */
  readonly direct: readonly GraphSource[];
  /** It is a stream of broadcast state (`broadcast(descriptor)`), or is connected with one. */
  readonly broadcast: boolean;
  readonly environments: readonly number[];
}

interface Builder {
  readonly ask: Ask;
  readonly attaching: readonly AttachingCall[];
  readonly nodes: Map<number, Node>;
  readonly sources: GraphSource[];
  readonly entries: GraphEntry[];
  readonly executions: GraphExecution[];
}

/** Reads what is no call on a stream; true where it was one of its own. */
export interface GraphReader {
  read(call: Call): boolean;
}

/** What a reader of other calls may ask of the graph and add to it. */
export interface GraphAccess {
  sourcesOf(stream: Value): readonly GraphSource[];
  addSource(call: Call, environments: readonly number[], endpoint: Endpoint): GraphSource;
  connect(stream: Value, sources: readonly GraphSource[], environments: readonly number[]): void;
  addEntry(
    call: Call,
    entry: Pick<GraphEntry, "kind" | "sources" | "environments" | "endpoint">,
  ): void;
  addExecution(call: Call, environments: readonly number[]): void;
}

/** The streams of a run. */
export function streamGraphOf(
  log: Log,
  ask: Ask,
  attaching: readonly AttachingCall[],
  readerOf: (graph: GraphAccess) => GraphReader = () => ({ read: () => false }),
): StreamGraph {
  const builder: Builder = {
    ask,
    attaching,
    nodes: new Map(),
    sources: [],
    entries: [],
    executions: [],
  };
  const reader = readerOf(accessOf(builder));
  for (const call of log.calls) {
    if (!reader.read(call)) {
      readCall(builder, call);
    }
  }
  return builder;
}

function accessOf(builder: Builder): GraphAccess {
  return {
    sourcesOf: (stream) => [
      ...new Set(identitiesOf(stream).flatMap((id) => builder.nodes.get(id)?.sources ?? [])),
    ],
    addSource: (call, environments, endpoint) => {
      const source: GraphSource = { call, object: undefined, environments, endpoint };
      builder.sources.push(source);
      return source;
    },
    connect: (stream, sources, environments) =>
      connect(builder, stream, { sources, direct: [], broadcast: false, environments }),
    addEntry: (call, entry) => {
      builder.entries.push({ call, sink: undefined, ...entry });
    },
    addExecution: (call, environments) => {
      builder.executions.push({ call, kind: "table", environments });
    },
  };
}

function readCall(builder: Builder, call: Call): void {
  if (isEnvironment(builder, call)) {
    readEnvironmentCall(builder, call);
    return;
  }
  const made = builder.attaching.find((it) => it.class === call.class && it.method === call.method);
  if (made?.role === "source") {
    addSource(builder, call, call.receiver, environmentsGiven(builder, call));
    return;
  }
  const upstream = upstreamOf(builder, call);
  if (upstream === undefined) {
    return;
  }
  const stream = madeFrom(builder, call, upstream);
  connect(builder, call.result, stream);
  if (made !== undefined) {
    addEntry(builder, call, stream, { kind: "sink", sink: call.result });
    return;
  }
  const hidden = upstream.sources.filter((it) => !stream.sources.includes(it));
  readStreamCall(builder, call, { ...stream, hidden });
}

/**
 * The stream that a call gives. What processes a stream with a broadcast state knows only its two inputs, not what these are made
 * of (AbstractBroadcastStateTransformation.getTransitivePredecessors): of their sources it keeps the one that it reads with nothing between.
 */
function madeFrom({ nodes }: Builder, call: Call, upstream: Node): Node {
  const nodesOf = (value: Value | undefined): readonly Node[] =>
    identitiesOf(value).flatMap((id) => nodes.get(id) ?? []);
  const received = nodesOf(call.receiver);
  const direct = received.flatMap((it) => it.direct);
  switch (call.method) {
    case "broadcast":
      return { ...upstream, direct: [], broadcast: call.arguments.length > 0 };
    case "connect":
      return {
        ...upstream,
        direct,
        broadcast: nodesOf(call.arguments[0]).some((it) => it.broadcast),
      };
    case "process":
      return received.some((it) => it.broadcast)
        ? { ...upstream, sources: direct, direct: [], broadcast: false }
        : { ...upstream, direct: [], broadcast: false };
    default:
      return { ...upstream, direct: [], broadcast: false };
  }
}

function isEnvironment({ ask }: Builder, { receiver }: Call): boolean {
  return receiver !== undefined && ask.isA(receiver, environmentClass) === true;
}

function readEnvironmentCall(builder: Builder, call: Call): void {
  const environments = identitiesOf(call.receiver);
  const { method } = call;
  if (objectSources.has(method)) {
    addSource(builder, call, call.arguments[0], environments);
  } else if (method in builtInSources) {
    addSource(builder, call, undefined, environments);
  } else if (method === "execute" || method === "executeAsync") {
    builder.executions.push({ call, kind: "execute", environments });
  } else if (method === "getStreamGraph" && call.arguments.length === 0) {
    builder.executions.push({ call, kind: "streamGraph", environments });
  }
}

function addSource(
  builder: Builder,
  call: Call,
  object: Value | undefined,
  environments: readonly number[],
): void {
  const source: GraphSource = { call, object, environments };
  builder.sources.push(source);
  connect(builder, call.result, {
    sources: [source],
    direct: [source],
    broadcast: false,
    environments,
  });
}

function connect({ nodes }: Builder, stream: Value, node: Node): void {
  for (const id of identitiesOf(stream)) {
    const before = nodes.get(id);
    nodes.set(id, before === undefined ? node : joined([before, node]));
  }
}

/** The streams that a call is made on or gets, in lists too; undefined where there is none. */
function upstreamOf(builder: Builder, call: Call): Node | undefined {
  const given = [call.receiver, ...call.arguments].flatMap((it) =>
    it?.kind === "list" ? builder.ask.items(it, call.seq).items.map((item) => item.value) : [it],
  );
  const found = given
    .flatMap((it) => identitiesOf(it))
    .flatMap((id) => builder.nodes.get(id) ?? []);
  return found.length === 0 ? undefined : joined(found);
}

function joined(nodes: readonly Node[]): Node {
  return {
    sources: [...new Set(nodes.flatMap((it) => it.sources))],
    direct: [...new Set(nodes.flatMap((it) => it.direct))],
    broadcast: nodes.some((it) => it.broadcast),
    environments: [...new Set(nodes.flatMap((it) => it.environments))],
  };
}

function readStreamCall(
  builder: Builder,
  call: Call,
  upstream: Node & Pick<GraphEntry, "hidden">,
): void {
  const does = streamCall(call.method, call.class);
  if (does.adds === "nothing" || !concernsStream(builder, call, does)) {
    return;
  }
  const sink = does.sink === undefined ? undefined : call.arguments[does.sink];
  addEntry(builder, call, upstream, { kind: does.adds, sink, hidden: upstream.hidden ?? [] });
  if (call.method === "executeAndCollect") {
    builder.executions.push({ call, kind: "collect", environments: upstream.environments });
  }
}

/** A method of the same name on something else that merely got a stream (`print(stream)` of a helper) is none. */
function concernsStream({ nodes }: Builder, call: Call, does: StreamCall): boolean {
  const isStatic = call.receiver === undefined;
  const onStream = identitiesOf(call.receiver).some((id) => nodes.has(id));
  return (
    onStream || (isStatic && does.adds === "oneInput" && call.class.endsWith("AsyncDataStream"))
  );
}

function addEntry(
  builder: Builder,
  call: Call,
  { sources, environments }: Pick<Node, "sources" | "environments">,
  what: Pick<GraphEntry, "kind" | "sink" | "hidden">,
): void {
  builder.entries.push({ call, sources, environments, ...what });
}

/** `FlinkSource.forRowData().env(env)....build()`: the environment is an argument on the way. */
function environmentsGiven({ ask }: Builder, call: Call): readonly number[] {
  const ids = identitiesOf(call.receiver);
  return ids
    .flatMap((id) => ask.log().byReceiver.get(id) ?? [])
    .filter((it) => it.seq < call.seq)
    .flatMap((it) => it.arguments)
    .filter((it) => ask.isA(it, environmentClass) === true)
    .flatMap((it) => identitiesOf(it));
}
