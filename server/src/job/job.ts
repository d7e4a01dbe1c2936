import type { Boundedness, Derived } from "../connectors/connector.ts";
import type { Location } from "../text/range.ts";
import type { Unknown } from "../values/value.ts";
import type { Setting } from "./target.ts";

/** One job as its script or program starts it. The model does not know which language it came from. */
export interface Job {
  /** The file that starts it: the script, or the source with `main`. */
  readonly main: string;
  /** The statement or call that starts it. */
  readonly at: Location;
  readonly start: JobStart;
  readonly names: JobNames;
  readonly sources: readonly Endpoint[];
  readonly sinks: readonly Endpoint[];
  /** What the script or program itself has set by then, over Flink's configuration: SET, `Configuration`, `pipeline.name`. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** Why it never starts; undefined where it does. */
  readonly failure: JobFailure | undefined;
}

/**
 * What starts the job.
 * - `insert`: INSERT, a statement set, CTAS, a plan: tables are written.
 * - `collect`: rows go to the client: SELECT in a script, `table.execute()`.
 * - `execute`: `env.execute()` of a DataStream program.
 */
export type JobStart = "insert" | "collect" | "execute";

/** Where the job's name can come from, apart from the settings; the first that is there wins. */
export interface JobNames {
  /** The argument of `execute(name)`; it beats `pipeline.name`. */
  readonly argument: Derived | Unknown | undefined;
  /** What Flink says by default: `insert-into_...`. */
  readonly default: Derived | Unknown;
}

/** A source or a sink of a job with what lineage it reports. */
export interface Endpoint {
  readonly role: "source" | "sink";
  /** The id of its connector; undefined where it is not known. */
  readonly connector: string | undefined;
  /** The table's full name (`catalog.database.table`), where it is one. */
  readonly table: string | undefined;
  /** What the listener can see of it; empty where the connector reports nothing. */
  readonly datasets: readonly JobDataset[];
  /** Of a source: what its lineage says. `none` where it has no lineage, so that it does not count. */
  readonly boundedness: Boundedness | "none";
  readonly presence: Presence;
  /** Where the script or program names it: the table reference, the builder's call. */
  readonly at: readonly Location[];
}

/** Whether it will be there when the job runs: not where the text cannot tell what the optimizer does. */
export type Presence =
  | { readonly kind: "certain" }
  | { readonly kind: "uncertain"; readonly reason: string; readonly message: string };

/** One dataset as the connector reports it, before facets are disabled and namespaces resolved. */
export interface JobDataset {
  readonly namespace: Derived | Unknown;
  /** `undefined` where the connector leaves the name out. */
  readonly name: Derived | Unknown | TopicPattern | undefined;
  /** The text of the documentation facet; undefined where the facet is not written. */
  readonly documentation: string | undefined;
  /** The fields of the schema facet; undefined where the facet is not written. */
  readonly schema: readonly SchemaField[] | Unknown | undefined;
  readonly symlinks: readonly Symlink[];
  /** Facets of the connector's or the program's own, by name. */
  readonly facets: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Topics by a regular expression: the listener asks the broker which there are. */
export interface TopicPattern {
  readonly kind: "topicPattern";
  readonly pattern: Derived | Unknown;
}

export interface SchemaField {
  readonly name: string;
  readonly type: string | undefined;
  readonly description: string | undefined;
  readonly fields?: readonly SchemaField[];
}

/** The dataset's other name: it stands under the dataset's own namespace. */
export interface Symlink {
  readonly name: string;
  readonly type: "TABLE" | "TOPIC";
}

/** What keeps a job from starting. */
export interface JobFailure {
  /** The Java class, where it was seen. */
  readonly exception: string | undefined;
  readonly message: string;
  readonly at: Location | undefined;
}
