import type { LibraryClass, LibraryClasses } from "../library.ts";

const datastream = "org.apache.flink.streaming.api.datastream";
const stream = `${datastream}.DataStream`;
const single = `${datastream}.SingleOutputStreamOperator`;
const source = `${datastream}.DataStreamSource`;
const keyed = `${datastream}.KeyedStream`;
const windowed = `${datastream}.WindowedStream`;
const allWindowed = `${datastream}.AllWindowedStream`;
const connected = `${datastream}.ConnectedStreams`;
const broadcastConnected = `${datastream}.BroadcastConnectedStream`;
const sink = `${datastream}.DataStreamSink`;
const environment = "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment";

/** Flink's environment and streams: what each method gives. */
export const flinkDatastream: LibraryClasses = [
  {
    name: environment,
    methods: {
      getExecutionEnvironment: environment,
      createLocalEnvironment: "org.apache.flink.streaming.api.environment.LocalStreamEnvironment",
      createLocalEnvironmentWithWebUI:
        "org.apache.flink.streaming.api.environment.LocalStreamEnvironment",
      createRemoteEnvironment: "org.apache.flink.streaming.api.environment.RemoteStreamEnvironment",
      ...gives(source, "fromSource addSource createInput fromElements fromData fromCollection"),
      ...gives(
        source,
        "fromParallelCollection fromSequence generateSequence readTextFile readFile readFileStream socketTextStream",
      ),
      ...gives("this", "setParallelism setMaxParallelism setRuntimeMode setBufferTimeout"),
      ...gives("this", "disableOperatorChaining enableCheckpointing setStateBackend"),
      ...gives("this", "setDefaultSavepointDirectory enableChangelogStateBackend"),
      ...gives("void", "configure registerJobListener clearJobListeners"),
      getStreamGraph: "org.apache.flink.streaming.api.graph.StreamGraph",
      getConfig: "org.apache.flink.api.common.ExecutionConfig",
      getConfiguration: "org.apache.flink.configuration.Configuration",
      execute: "org.apache.flink.api.common.JobExecutionResult",
      executeAsync: "org.apache.flink.core.execution.JobClient",
    },
  },
  {
    name: "org.apache.flink.streaming.api.environment.LocalStreamEnvironment",
    supers: [environment],
  },
  {
    name: "org.apache.flink.streaming.api.environment.RemoteStreamEnvironment",
    supers: [environment],
  },
  {
    name: stream,
    methods: {
      ...gives(
        single,
        "map flatMap filter process transform project assignTimestampsAndWatermarks",
      ),
      ...gives(single, "reduce sum min max minBy maxBy getSideOutput assignAscendingTimestamps"),
      ...gives(stream, "union rebalance rescale shuffle global forward partitionCustom"),
      broadcast: stream,
      keyBy: keyed,
      connect: connected,
      windowAll: allWindowed,
      countWindowAll: allWindowed,
      timeWindowAll: allWindowed,
      join: `${datastream}.JoinedStreams`,
      coGroup: `${datastream}.CoGroupedStreams`,
      iterate: `${datastream}.IterativeStream`,
      closeWith: stream,
      ...gives(sink, "sinkTo addSink print printToErr writeAsText writeAsCsv writeToSocket"),
      writeUsingOutputFormat: sink,
      executeAndCollect: "org.apache.flink.util.CloseableIterator",
      getExecutionEnvironment: environment,
    },
  },
  fluent(single, [stream]),
  fluent(source, [single]),
  fluent(`${datastream}.IterativeStream`, [single]),
  {
    name: keyed,
    supers: [stream],
    methods: {
      window: windowed,
      countWindow: windowed,
      timeWindow: windowed,
      intervalJoin: `${keyed}.IntervalJoin`,
    },
  },
  window(windowed),
  window(allWindowed),
  {
    name: connected,
    methods: { ...gives(single, "map flatMap process transform"), keyBy: connected },
  },
  { name: broadcastConnected, methods: gives(single, "process transform") },
  {
    name: `${keyed}.IntervalJoin`,
    methods: { between: `${keyed}.IntervalJoined` },
    otherwise: "this",
  },
  { name: `${keyed}.IntervalJoined`, methods: { process: single }, otherwise: "this" },
  // The chain `join(b).where(...).equalTo(...).window(...)` ends in `apply`.
  ...["JoinedStreams", "CoGroupedStreams"].map(
    (it): LibraryClass => ({
      name: `${datastream}.${it}`,
      methods: { apply: single, with: single },
      otherwise: "this",
    }),
  ),
  {
    name: `${datastream}.AsyncDataStream`,
    methods: gives(single, "unorderedWait orderedWait unorderedWaitWithRetry orderedWaitWithRetry"),
  },
  { name: sink, otherwise: "this" },
  {
    name: "org.apache.flink.streaming.api.graph.StreamGraph",
    methods: gives("void", "setJobName"),
  },
];

function gives(result: string, methods: string): Record<string, string> {
  return Object.fromEntries(methods.split(" ").map((it) => [it, result]));
}

/** Names, parallelism and the like give the operator itself. */
function fluent(name: string, supers: readonly string[]): LibraryClass {
  return {
    name,
    supers,
    methods: gives(
      "this",
      "name uid setUidHash returns setParallelism setMaxParallelism forceNonParallel slotSharingGroup setDescription disableChaining startNewChain setBufferTimeout cache",
    ),
  };
}

function window(name: string): LibraryClass {
  return {
    name,
    methods: gives(single, "reduce aggregate fold apply process sum min max minBy maxBy"),
    otherwise: "this",
  };
}
