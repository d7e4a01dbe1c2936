import { nearMisses } from "../text/near-miss.ts";

/** The keys that may stand at a place: `*` is any name, `true` any value with all below it. */
interface Keys {
  readonly [key: string]: Keys | true;
}

const leaf: Keys = {};

function leaves(names: string): Keys {
  return Object.fromEntries(names.split(" ").map((it) => [it, leaf]));
}

/** What openlineage-flink 1.53 reads (FlinkOpenLineageConfig and what it is made of); transports of other jars have keys of their own. */
const known: Keys = {
  transport: {
    ...leaves(
      "type name url endpoint timeout timeoutInMillis compression topicName messageKey localServerId location continueOnFailure withThreadPool transformerClass",
    ),
    auth: true,
    urlParams: true,
    headers: true,
    properties: true,
    sslContext: leaves("storePassword keyPassword keyStoreType keyStorePath"),
    transports: true,
    transport: true,
    transformerProperties: true,
  },
  facets: true,
  dataset: {
    namespaceResolvers: { "*": leaves("type hosts regex matchingGroup schema") },
    kafka: leaves("resolveTopicPattern"),
    ...leaves("disabledTrimmers extraTrimmers"),
  },
  circuitBreaker: leaves(
    "type memoryThreshold gcCpuThreshold circuitCheckIntervalInMillis timeoutInSeconds valuesReturned threadCount queueSize blockingTimeInSeconds shutdownTimeoutSeconds",
  ),
  metrics: true,
  job: { owners: true, tags: true, ...leaves("namespace name") },
  run: { tags: true },
  ...leaves(
    "trackingIntervalInSeconds detachedStartEventEmitTimeoutInSeconds enableDetachedJobTracking disableCheckpointTracking",
  ),
};

/** In Flink's configuration two keys have a second name. */
const knownToFlink: Keys = {
  ...known,
  flink: leaves("enableDetachedJobTracking disableCheckpointTracking"),
};

/** What nobody reads at a place: the last name of the path, and what it may have been meant for. */
export interface UnreadKey {
  readonly name: string;
  readonly near: readonly string[];
}

/** The key as one that nobody reads; undefined where it is read, or where one above it is not known either. */
export function unreadKey(
  where: "openlineage" | "flink",
  path: readonly string[],
): UnreadKey | undefined {
  let keys: Keys | true = where === "flink" ? knownToFlink : known;
  for (const [index, name] of path.entries()) {
    if (keys === true || /^\d+$/.test(name)) {
      return undefined;
    }
    const next: Keys | true | undefined = Object.hasOwn(keys, name) ? keys[name] : keys["*"];
    if (next === undefined) {
      // Levels of a flat key are not keys of their own: `openlineage.jobs.name` is told whole.
      return index === path.length - 1 || where === "flink"
        ? { name, near: nearMisses(name, Object.keys(keys)).filter((it) => it !== "*") }
        : undefined;
    }
    keys = next;
  }
  return undefined;
}
