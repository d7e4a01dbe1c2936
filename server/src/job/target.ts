import type { Location } from "../text/range.ts";

/**
 * Where a job will run: versions, configuration, arguments. All of it is passed, nothing is looked up.
 * Each part says where it came from, so that what is assumed can be told.
 */
export interface Target {
  /** `value` is undefined only where a version is written that cannot be read. */
  readonly flink: Version;
  readonly openlineage: Version;
  /** Versions of the build's dependencies by `group:artifact`; undefined where the version cannot be read. */
  readonly dependencies: ReadonlyMap<string, string | undefined>;
  /** Whether a build file was found: without one, nothing is said about what is missing from it. */
  readonly buildFile: string | undefined;
  /** Flink's configuration; undefined where the project holds none that can be read. */
  readonly flinkConfiguration: Configuration | undefined;
  /** What is wrong with the form of Flink's configuration: then it counts as none. */
  readonly flinkConfigurationProblem?: ConfigurationProblem | undefined;
  /** `openlineage.yml`; undefined where there is none. */
  readonly openlineageConfiguration: ConfigurationTree | undefined;
  readonly environment: Environment;
  /** The program's arguments; undefined where they are not known. */
  readonly arguments: readonly string[] | undefined;
  readonly broker: Broker;
  readonly project: Project;
}

export interface Version {
  readonly value: string | undefined;
  readonly from: Origin;
}

export type Origin =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "given"; readonly by: string }
  | { readonly kind: "assumed"; readonly why: string };

/** Flink's configuration as flat keys. */
export interface Configuration {
  readonly from: Origin;
  readonly values: ReadonlyMap<string, Setting>;
}

export interface Setting {
  readonly value: string;
  /** The list as written, where it is one (YAML lists of config.yaml). */
  readonly items?: readonly string[];
  readonly at: Location | undefined;
  /** Where its key stands, in a configuration file. */
  readonly keyAt?: Location;
}

/** A configuration file with levels, as its YAML has them. */
export interface ConfigurationTree {
  readonly from: Origin;
  readonly tree: Tree;
  /** All its keys, in order. */
  readonly keys: readonly TreeKey[];
  /** What is wrong with its form: then nothing of it counts. */
  readonly problem?: ConfigurationProblem;
}

export interface ConfigurationProblem {
  readonly message: string;
  readonly at: Location;
}

/** A key of a configuration file by the names that lead to it. */
export interface TreeKey {
  readonly path: readonly string[];
  readonly at: Location;
  /** Where its value stands. */
  readonly valueAt: Location;
}

export type Tree = string | number | boolean | null | readonly Tree[] | TreeMap;

export interface TreeMap {
  readonly [key: string]: Tree;
}

export interface Environment {
  readonly values: ReadonlyMap<string, string>;
  /** Whether no other variable is set. */
  readonly complete: boolean;
}

/** What the Kafka broker will answer when a topic pattern is resolved. */
export type Broker =
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "topics"; readonly topics: readonly string[] };

/** What names the project, for job namespaces that are only suggested. */
export interface Project {
  readonly name: string | undefined;
  /** `jobNamespace` of `.flink-lineage.json`. */
  readonly jobNamespace: string | undefined;
}
