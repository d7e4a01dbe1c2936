import type {
  Broker,
  ConfigurationTree,
  Environment,
  Origin,
  Setting,
  Target,
  Tree,
  TreeKey,
  Version,
} from "../job/target.ts";
import { newestAdapter, newestFlink } from "../openlineage/sent/versions.ts";
import {
  type Build,
  folderOf,
  foldersUp,
  inFolder,
  pathFrom,
  readableVersion,
} from "../syntax/files/build.ts";
import { flinkConfigurationParser } from "../syntax/files/flink-configuration.ts";
import { gradleBuild } from "../syntax/files/gradle.ts";
import { mavenBuild } from "../syntax/files/maven.ts";
import { type YamlNode, yamlFile } from "../syntax/files/yaml.ts";
import type { Snapshot } from "../text/snapshot.ts";
import { olderFlink } from "./older-flink.ts";
import { type Settings, settingsParser, settingsPath } from "./settings.ts";

/** What the user says on the command line or in the editor's settings; it wins over files. */
export interface Given {
  readonly flink?: string | undefined;
  /** The file of settings, in place of `.flink-lineage.json`. */
  readonly settings?: string | undefined;
  readonly flinkConf?: string | undefined;
  readonly openlineageConfig?: string | undefined;
  readonly environment?: ReadonlyMap<string, string> | undefined;
  readonly environmentComplete?: boolean | undefined;
  readonly broker?: Broker | undefined;
  readonly arguments?: readonly string[] | undefined;
}

/** Where the job of this file will run, from the files around it. */
export function targetOf(snapshot: Snapshot, entry: string, given: Given): Target {
  const settings = settingsOf(snapshot, given.settings);
  const build = buildOf(snapshot, folderOf(entry));
  const module = build === undefined ? folderOf(entry) : folderOf(build.file);
  const environment: Environment = {
    values: new Map([...Object.entries(settings.environment ?? {}), ...(given.environment ?? [])]),
    complete: given.environmentComplete ?? settings.environmentComplete ?? false,
  };
  return {
    flink: flinkVersion(snapshot, entry, { given, settings, build }),
    openlineage: openlineageVersion(settings, build),
    dependencies: build?.dependencies ?? new Map(),
    buildFile: build?.file,
    ...flinkConfiguration(snapshot, given.flinkConf ?? settings.flinkConf, module),
    openlineageConfiguration: openlineageConfiguration(
      snapshot,
      given.openlineageConfig ?? settings.openlineageConfig,
      { environment, module, entry },
    ),
    environment,
    arguments: given.arguments ?? settings.arguments,
    broker: given.broker ?? brokerOf(settings),
    project: { name: build?.name, jobNamespace: settings.jobNamespace },
  };
}

/** The settings of the workspace; without a file, or with one that cannot be read, there are none. */
export function settingsOf(snapshot: Snapshot, file = settingsPath): Settings {
  const read = snapshot.parsed(settingsParser, file);
  return read.kind === "parsed" ? read.value.settings : {};
}

function brokerOf({ topics }: Settings): Broker {
  if (topics === undefined) {
    return { kind: "unknown" };
  }
  return topics === "unreachable" ? { kind: "unreachable" } : { kind: "topics", topics };
}

/** The build file of the folder or of the nearest one above. */
function buildOf(snapshot: Snapshot, folder: string): Build | undefined {
  for (const it of foldersUp(folder)) {
    const build =
      mavenBuild(snapshot, inFolder(it, "pom.xml")) ??
      gradleBuild(snapshot, inFolder(it, "build.gradle")) ??
      gradleBuild(snapshot, inFolder(it, "build.gradle.kts"));
    if (build !== undefined) {
      return build;
    }
  }
  return undefined;
}

function flinkVersion(
  snapshot: Snapshot,
  entry: string,
  { given, settings, build }: Sources,
): Version {
  if (given.flink !== undefined) {
    return { value: given.flink, from: { kind: "given", by: "--flink" } };
  }
  if (settings.flink !== undefined) {
    return { value: settings.flink, from: { kind: "file", file: settingsPath } };
  }
  const written = build === undefined ? undefined : flinkInBuild(build);
  if (build !== undefined && written?.version !== undefined) {
    return { value: written.version, from: { kind: "file", file: build.file } };
  }
  const older = olderFlink(snapshot, entry, build);
  if (older !== undefined) {
    return { value: older.version, from: { kind: "assumed", why: older.why } };
  }
  if (build === undefined || written === undefined) {
    const why =
      build === undefined
        ? "There is no build file that names Flink's version; the newest recorded one is taken."
        : build.problem === undefined
          ? `${build.file} names no version of Flink; the newest recorded one is taken.`
          : `${build.file} cannot be read (${build.problem.replace(/\.$/, "")}); the newest recorded version of Flink is taken.`;
    return { value: newestFlink, from: { kind: "assumed", why } };
  }
  return { value: undefined, from: { kind: "file", file: build.file } };
}

interface Sources {
  readonly given: Given;
  readonly settings: Settings;
  readonly build: Build | undefined;
}

const flinkGroup = "org.apache.flink:";
/** Artifacts with versions of their own: connectors, and what stands outside Flink's release. */
const ownVersion =
  /:flink-(?:sql-)?connector-(?!base$|files$|datagen|print)|:flink-(?:shaded|statefun|cdc|ml|table-store|kubernetes-operator)/;

/** The version of Flink's own artifacts; undefined where the build names none, `version: undefined` where it cannot be read. */
function flinkInBuild(build: Build): { readonly version: string | undefined } | undefined {
  const own = [...build.dependencies].filter(
    ([artifact]) => artifact.startsWith(flinkGroup) && !ownVersion.test(artifact),
  );
  const dependency = own.find(([, version]) => version !== undefined)?.[1];
  const property = [...build.properties].find(([key]) =>
    /^(?:apache)?[._-]?flink[._-]?version$|^version[._-]?flink$|^flink$/i.test(key),
  )?.[1];
  const version = dependency ?? readableVersion(property);
  if (version !== undefined) {
    return { version };
  }
  return own.length > 0 || property !== undefined ? { version: undefined } : undefined;
}

function openlineageVersion(settings: Settings, build: Build | undefined): Version {
  if (settings.openlineage !== undefined) {
    return { value: settings.openlineage, from: { kind: "file", file: settingsPath } };
  }
  const artifact = "io.openlineage:openlineage-flink";
  if (build?.dependencies.has(artifact)) {
    const value = build.dependencies.get(artifact);
    return { value, from: { kind: "file", file: build.file } };
  }
  const where = build === undefined ? "There is no build file" : `${build.file} does not name it`;
  return {
    value: newestAdapter,
    from: { kind: "assumed", why: `${where}; the newest recorded openlineage-flink is taken.` },
  };
}

function flinkConfiguration(
  snapshot: Snapshot,
  named: string | undefined,
  module: string,
): Pick<Target, "flinkConfiguration" | "flinkConfigurationProblem"> {
  const places =
    named === undefined
      ? foldersUp(module).flatMap((it) => [
          inFolder(it, "conf/config.yaml"),
          inFolder(it, "conf/flink-conf.yaml"),
        ])
      : [named];
  for (const file of places) {
    const read = snapshot.parsed(flinkConfigurationParser(file), file);
    if (read.kind === "parsed") {
      const { problem } = read.value;
      if (problem !== undefined) {
        const { message, range } = problem;
        return {
          flinkConfiguration: undefined,
          flinkConfigurationProblem: { message, at: { file, range } },
        };
      }
      const values = new Map<string, Setting>();
      for (const { key, value, items, range, keyRange } of read.value.entries) {
        const setting = { value, at: { file, range }, keyAt: { file, range: keyRange } };
        values.set(key, items === undefined ? setting : { ...setting, items });
      }
      return { flinkConfiguration: { from: { kind: "file", file }, values } };
    }
  }
  return { flinkConfiguration: undefined };
}

function openlineageConfiguration(
  snapshot: Snapshot,
  named: string | undefined,
  at: { readonly environment: Environment; readonly module: string; readonly entry: string },
): ConfigurationTree | undefined {
  const variable = at.environment.values.get("OPENLINEAGE_CONFIG");
  const fromVariable = variable === undefined ? [] : [pathFrom("", variable) ?? variable];
  const beside = [at.module, folderOf(at.entry), ""].map((it) => inFolder(it, "openlineage.yml"));
  const places = named === undefined ? [...fromVariable, ...new Set(beside)] : [named];
  for (const file of places) {
    const read = snapshot.parsed(yamlFile, file);
    if (read.kind === "parsed") {
      const from: Origin = { kind: "file", file };
      const { root, problem } = read.value;
      // A file that OpenLineage cannot read counts as none (FlinkConfigParser.extractOpenLineageConfFromFile).
      return problem !== undefined
        ? { from, tree: {}, keys: [], problem: { ...problem, at: { file, range: problem.range } } }
        : { from, tree: root === undefined ? {} : treeOf(root), keys: keysOf(file, [], root) };
    }
  }
  return undefined;
}

function treeOf(node: YamlNode): Tree {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(treeOf);
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, treeOf(value)]));
  }
}

function keysOf(
  file: string,
  path: readonly string[],
  node: YamlNode | undefined,
): readonly TreeKey[] {
  if (node?.kind === "list") {
    return node.items.flatMap((it, index) => keysOf(file, [...path, String(index)], it));
  }
  return node?.kind !== "map"
    ? []
    : node.entries.flatMap(({ key, keyRange, value }) => [
        {
          path: [...path, key],
          at: { file, range: keyRange },
          valueAt: { file, range: value.range },
        },
        ...keysOf(file, [...path, key], value),
      ]);
}
