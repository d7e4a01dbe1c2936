import type { Build } from "../syntax/files/build.ts";
import type { Snapshot } from "../text/snapshot.ts";

/** The newest version of Flink that has what a job is built with or imports, where that is not the newest of all. */
export interface OlderFlink {
  readonly version: string;
  readonly why: string;
}

/** What tells that a job is not one of Flink 2, where nothing tells the version. */
export function olderFlink(
  snapshot: Snapshot,
  entry: string,
  build: Build | undefined,
): OlderFlink | undefined {
  return (build === undefined ? undefined : inBuild(build)) ?? inImports(snapshot, entry);
}

const group = "org.apache.flink:";

/** Artifacts by the last version that has them; the oldest first. `withScala`: only under a name with Scala's suffix, which it lost then (FLINK-14105). */
const lastIn: readonly {
  readonly version: string;
  readonly artifact: RegExp;
  readonly withScala?: true;
}[] = [
  { version: "1.11", artifact: /^flink-(?:sql-)?connector-kafka-0\.\d+$/ },
  { version: "1.13", artifact: /^flink-table-(?:planner|runtime|uber)-blink$/ },
  {
    version: "1.14",
    withScala: true,
    artifact:
      /^flink-(?:streaming-java|clients|cep|runtime|runtime-web|table-api-java-bridge|statebackend-rocksdb|connector-(?:kafka|jdbc))$/,
  },
  { version: "1.20", artifact: /^flink-(?:java|streaming-scala|gelly)$/ },
];

function inBuild({ file, dependencies, withScala }: Build): OlderFlink | undefined {
  const own = [...dependencies.keys()].filter((it) => it.startsWith(group));
  for (const last of lastIn) {
    const found = own.find(
      (it) =>
        last.artifact.test(it.slice(group.length)) &&
        (last.withScala === undefined || withScala.has(it)),
    );
    if (found !== undefined) {
      const name = `${found.slice(group.length)}${last.withScala ? " with Scala's suffix" : ""}`;
      return {
        version: last.version,
        why: `${file} does not tell the version of Flink; ${name}, which it names, was last in ${last.version}.`,
      };
    }
  }
  return undefined;
}

/** Classes that are imported often and that Flink 2 does not have at this place. */
const notInFlink2 =
  /^import\s+(org\.apache\.flink\.(?:api\.java\.(?:DataSet|ExecutionEnvironment|utils\.(?:Multiple)?ParameterTool)|api\.common\.(?:time\.Time|restartstrategy\.RestartStrategies)|streaming\.api\.(?:TimeCharacteristic|windowing\.time\.Time|functions\.(?:AssignerWithPeriodicWatermarks|source\.(?:Rich)?(?:Parallel)?SourceFunction|sink\.(?:(?:Rich)?SinkFunction|PrintSinkFunction|DiscardingSink|filesystem\.StreamingFileSink)))|streaming\.connectors\.kafka\.FlinkKafka(?:Consumer|Producer)|runtime\.state\.(?:filesystem\.FsStateBackend|memory\.MemoryStateBackend)|table\.api\.TableSchema))\s*;/m;

function inImports(snapshot: Snapshot, entry: string): OlderFlink | undefined {
  const file = entry.endsWith(".sql") ? undefined : snapshot.file(entry);
  const name = file?.kind === "file" ? notInFlink2.exec(file.text)?.[1] : undefined;
  return name === undefined
    ? undefined
    : {
        version: "1.20",
        why: `Nothing tells the version of Flink; ${name}, which is imported, was last in 1.20.`,
      };
}
