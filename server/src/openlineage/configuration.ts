import type { Setting, Target, Tree, TreeMap } from "../job/target.ts";
import { type ConfigurationFault, configurationFaults } from "./configuration-faults.ts";
import {
  type NamespaceResolver,
  namespaceResolversOf,
  type ResolverSettings,
} from "./namespace-resolvers.ts";

/** The settings of OpenLineage that change an event. */
export interface OpenLineageConfiguration {
  readonly jobName: string | undefined;
  readonly jobNamespace: string | undefined;
  /** Type and name of each owner. */
  readonly owners: readonly (readonly [type: string, name: string])[];
  readonly disabledFacets: ReadonlySet<string>;
  readonly resolvers: readonly NamespaceResolver[];
  readonly resolveTopicPattern: boolean;
  /** Whether nothing is sent, with the setting that says so. */
  readonly disabledBy: string | undefined;
  /** What the listener itself fails with while it reads its settings; undefined where it does not. */
  readonly failure: ListenerFailure | undefined;
  /** Types that do not exist, in openlineage.yml: where one is certain, nothing of the file counts. */
  readonly fileFaults: readonly ConfigurationFault[];
  /** Types that do not exist, in Flink's configuration: where one is certain, the listener fails. */
  readonly flinkFaults: readonly ConfigurationFault[];
}

interface ListenerFailure {
  readonly exception: string;
  readonly message: string;
}

/**
 * What the listener of Flink 2.x reads: `openlineage.yml`, over it the `openlineage.*` keys of Flink's configuration as it stands at the
 * job (FlinkConfigParser.parse, OpenLineageConfig.mergeWith).
 */
export function openlineageConfiguration(
  target: Target,
  flink: ReadonlyMap<string, Setting>,
): OpenLineageConfiguration {
  const ofTarget = configurations.get(target) ?? new WeakMap();
  configurations.set(target, ofTarget);
  const configuration = ofTarget.get(flink) ?? readConfiguration(target, flink);
  ofTarget.set(flink, configuration);
  return configuration;
}

/** The jobs of a script mostly run under one configuration. */
const configurations = new WeakMap<
  Target,
  WeakMap<ReadonlyMap<string, Setting>, OpenLineageConfiguration>
>();

function readConfiguration(
  target: Target,
  flink: ReadonlyMap<string, Setting>,
): OpenLineageConfiguration {
  const written = mapOf(target.openlineageConfiguration?.tree);
  const fileFaults = configurationFaults(written);
  // FlinkConfigParser.extractOpenLineageConfFromFile: a file that Jackson refuses counts as none.
  const file = fileFaults.some((it) => it.certain) ? {} : written;
  const flags = treeOfKeys(flink);
  const flinkFaults = configurationFaults(flags);
  const job = [file, flags].map((it) => mapOf(it.job));
  const dataset = [file, flags].map((it) => mapOf(it.dataset));
  const resolvers = namespaceResolversOf(
    resolverSettings(merged(dataset.map((it) => mapOf(it.namespaceResolvers)))),
  );
  return {
    jobName: lastText(job.map((it) => it.name)),
    jobNamespace: lastText(job.map((it) => it.namespace)),
    owners: Object.entries(merged(job.map((it) => mapOf(it.owners)))).map(([type, name]) => [
      type,
      String(name),
    ]),
    disabledFacets: disabledFacets([file, clusterKeys(target)].map((it) => mapOf(it.facets))),
    resolvers: resolvers.resolvers,
    resolveTopicPattern: !dataset.some((it) => isFalse(mapOf(it.kafka).resolveTopicPattern)),
    disabledBy: disabledBy(target),
    failure: faultFailure(flinkFaults) ?? failureOf(job, file, flags),
    fileFaults,
    flinkFaults,
  };
}

/**
 * Facets are taken out by a filter that all clients of a JVM share, and the job manager's listener sets it last: what the job itself
 * sets (`SET`, a Configuration in code) has no effect.
 */
function clusterKeys({ flinkConfiguration }: Target): TreeMap {
  return treeOfKeys(flinkConfiguration?.values ?? new Map());
}

/** JobConfig.mergeWithNonNull reads the owners of both sides without asking whether there are any. */
function failureOf(
  job: readonly TreeMap[],
  file: TreeMap,
  flags: TreeMap,
): ListenerFailure | undefined {
  const bothSetJob = isMap(file.job) && isMap(flags.job);
  return bothSetJob && job.some((it) => !isMap(it.owners))
    ? {
        exception: "java.lang.NullPointerException",
        message:
          "openlineage.yml and Flink's configuration both set `job`, and not both name owners: OpenLineage's connector fails to merge them (NullPointerException).",
      }
    : undefined;
}

/** FlinkConfigParser.extractOpenLineageConfFromFlinkConf throws what Jackson throws. */
function faultFailure(faults: readonly ConfigurationFault[]): ListenerFailure | undefined {
  const fault = faults.find((it) => it.certain);
  return fault === undefined
    ? undefined
    : {
        exception: "io.openlineage.client.OpenLineageClientException",
        message: `OpenLineage has no ${fault.what} '${fault.written}', and fails to read Flink's configuration.`,
      };
}

function disabledBy(target: Target): string | undefined {
  // Clients.newClient: Boolean.parseBoolean of the variable.
  return target.environment.values.get("OPENLINEAGE_DISABLED")?.toLowerCase() === "true"
    ? "the environment variable OPENLINEAGE_DISABLED"
    : undefined;
}

function isMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}

function mapOf(tree: Tree | undefined): TreeMap {
  return isMap(tree) ? tree : {};
}

function merged(maps: readonly TreeMap[]): TreeMap {
  return Object.assign(Object.create(null), ...maps);
}

function lastText(values: readonly (Tree | undefined)[]): string | undefined {
  return values
    .map((it) => (it === undefined || it === null || typeof it === "object" ? "" : String(it)))
    .findLast((it) => it.trim() !== "");
}

function isFalse(tree: Tree | undefined): boolean {
  return String(tree).toLowerCase() === "false";
}

/** `a.b.c` = `v` as levels; `[x;y]` is a list (FlinkConfigParser). */
function treeOfKeys(flink: ReadonlyMap<string, Setting>): TreeMap {
  const root: { [key: string]: Tree } = Object.create(null);
  for (const [key, { value }] of flink) {
    if (key.startsWith("openlineage.") && value.trim() !== "") {
      put(root, key.slice("openlineage.".length).split("."), leafOf(value));
    }
  }
  return root;
}

function put(root: { [key: string]: Tree }, path: readonly string[], leaf: Tree): void {
  const last = path.at(-1);
  let level = root;
  for (const part of path.slice(0, -1)) {
    const next = level[part];
    const map: { [key: string]: Tree } = isMap(next) ? next : Object.create(null);
    level[part] = map;
    level = map;
  }
  if (last !== undefined) {
    level[last] = leaf;
  }
}

function leafOf(value: string): Tree {
  return value.startsWith("[") && value.endsWith("]")
    ? value
        .slice(1, -1)
        .split(";")
        .filter((it) => it.trim() !== "")
    : value;
}

/** FacetsConfig: `NAME.disabled` of any depth, `true` or `false`; what comes later wins. */
function disabledFacets(settings: readonly TreeMap[]): ReadonlySet<string> {
  const result = new Map<string, boolean>();
  for (const map of settings) {
    for (const [key, value] of Object.entries(map)) {
      if (isMap(value)) {
        collectDisabled(key, value, result);
      }
    }
  }
  return new Set([...result].flatMap(([name, disabled]) => (disabled ? [name] : [])));
}

function collectDisabled(prefix: string, map: TreeMap, result: Map<string, boolean>): void {
  for (const [key, value] of Object.entries(map)) {
    if (isMap(value)) {
      collectDisabled(`${prefix}.${key}`, value, result);
    } else if (key === "disabled" && /^(true|false)$/.test(String(value))) {
      result.set(prefix, String(value) === "true");
    }
  }
}

function resolverSettings(tree: TreeMap): ResolverSettings {
  return Object.fromEntries(Object.entries(tree).map(([name, it]) => [name, mapOf(it)]));
}
