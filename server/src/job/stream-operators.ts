import type { Operator } from "./job.ts";

/** What a call on a stream, or with one, adds to its environment's list of transformations (`addOperator`). */
export interface StreamCall {
  readonly adds: Operator["kind"] | "nothing";
  /** The place of the argument that is the sink's object. */
  readonly sink?: number;
}

/** What a method does, by its name; `receiver` is the class of what it is called on, where that is known. */
export function streamCall(method: string, receiver: string): StreamCall {
  const family = familyOf(receiver);
  if (family !== undefined && method in family) {
    return family[method] ?? nothing;
  }
  return onAny[method] ?? nothing;
}

const nothing: StreamCall = { adds: "nothing" };
const oneInput: StreamCall = { adds: "oneInput" };
const other: StreamCall = { adds: "other" };
const builtInSink: StreamCall = { adds: "sink" };

/**
 * DataStream, KeyedStream and what follows from them. Recorded for 1.x with one source before each: a keyed `reduce`
 * (ReduceTransformation), timestamps (TimestampsAndWatermarksTransformation) and operators with two inputs are in the list but no OneInputTransformation.
 */
const onAny: Readonly<Record<string, StreamCall>> = {
  map: oneInput,
  flatMap: oneInput,
  filter: oneInput,
  process: oneInput,
  transform: oneInput,
  project: oneInput,
  asQueryableState: oneInput,
  // AsyncDataStream
  unorderedWait: oneInput,
  orderedWait: oneInput,
  unorderedWaitWithRetry: oneInput,
  orderedWaitWithRetry: oneInput,
  // Joins and co-groups map both sides first.
  apply: oneInput,
  aggregate: oneInput,
  fold: oneInput,
  reduce: other,
  sum: other,
  min: other,
  max: other,
  minBy: other,
  maxBy: other,
  assignTimestampsAndWatermarks: other,
  assignAscendingTimestamps: other,
  closeWith: other,
  sinkTo: { adds: "sink", sink: 0 },
  addSink: { adds: "sink", sink: 0 },
  writeUsingOutputFormat: { adds: "sink", sink: 0 },
  print: builtInSink,
  printToErr: builtInSink,
  writeAsText: builtInSink,
  writeAsCsv: builtInSink,
  writeToSocket: builtInSink,
  executeAndCollect: builtInSink,
  collectAsync: builtInSink,
};

/** WindowedStream, AllWindowedStream: each ends in one window operator. */
const onWindows: Readonly<Record<string, StreamCall>> = Object.fromEntries(
  ["reduce", "aggregate", "fold", "apply", "process", "sum", "min", "max", "minBy", "maxBy"].map(
    (it) => [it, oneInput],
  ),
);

/** ConnectedStreams, BroadcastConnectedStream, IntervalJoined: operators with two inputs. */
const onPairs: Readonly<Record<string, StreamCall>> = Object.fromEntries(
  ["map", "flatMap", "process", "transform", "keyedProcess"].map((it) => [it, other]),
);

function familyOf(receiver: string): Readonly<Record<string, StreamCall>> | undefined {
  if (/Window(ed)?Stream$|WithWindow$/.test(receiver)) {
    return onWindows;
  }
  return /Connected\w*Streams?$|IntervalJoin(ed)?$/.test(receiver) ? onPairs : undefined;
}

/** Methods of the environment that make a stream without an object of a source class; whether it ends. */
export const builtInSources: Readonly<Record<string, "bounded" | "unbounded">> = {
  fromElements: "bounded",
  fromData: "bounded",
  fromCollection: "bounded",
  fromParallelCollection: "bounded",
  fromSequence: "bounded",
  generateSequence: "bounded",
  readTextFile: "bounded",
  readFile: "bounded",
  readFileStream: "unbounded",
  socketTextStream: "unbounded",
};

/** What a built-in source or sink reads or writes outside of Flink, in words: no listener sees any of them. */
export const builtInData: Readonly<Record<string, string>> = {
  readTextFile: "file",
  readFile: "file",
  readFileStream: "file",
  socketTextStream: "socket",
  writeAsText: "file",
  writeAsCsv: "file",
  writeToSocket: "socket",
};

/** Methods of the environment that take a source object, by the place of the argument. */
export const objectSources: ReadonlySet<string> = new Set([
  "fromSource",
  "addSource",
  "createInput",
]);

export const environmentClass =
  "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment";
