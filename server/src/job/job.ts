import type { TopicPattern } from "../connectors/api.ts";
import type { Boundedness, Derived } from "../connectors/connector.ts";
import type { SchemaField } from "../connectors/schema-fields.ts";
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
  /** What else is not known of it: whether it starts at all, whether there is more to it. */
  readonly doubts?: readonly Doubt[];
  /** What only programs have: operators, and the listeners that a job on 1.x registers itself. */
  readonly program?: ProgramJob;
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
  /** What reading it throws in the listener; then no START is sent on 1.x. */
  readonly failure?: JobFailure;
  /** Why it cannot be known which datasets it reads or writes. */
  readonly undecided?: Unknown;
  /** The class of the object, where it is one of a program. `own`: a class of the project. */
  readonly class?: { readonly name: string; readonly own: boolean };
  /** Why the listener does not see it, in words. */
  readonly invisible?: string;
  /** Where the script or program names it: the table reference; the call that attaches it, then the one that makes it. */
  readonly at: readonly Location[];
  /** The calls that make its object and tell it what it is (`KafkaSource.builder`, `setTopics`), by their names. */
  readonly calls?: readonly Location[];
}

/** Whether it will be there when the job runs: not where the text cannot tell what the optimizer does. */
export type Presence =
  | { readonly kind: "certain" }
  | { readonly kind: "uncertain"; readonly reason: string; readonly message: string }
  /** Only if a run-time input has another value than its default: the event leaves it out. */
  | { readonly kind: "byInput"; readonly reason: string; readonly message: string };

/** One dataset as the connector reports it, before facets are disabled and namespaces resolved. */
export interface JobDataset {
  readonly namespace: Derived | Unknown;
  /** `undefined` where the connector leaves the name out. */
  readonly name: Derived | Unknown | TopicPattern | undefined;
  /** The text of the documentation facet; undefined where the facet is not written. */
  readonly documentation: string | undefined;
  /** The fields of the schema facet; undefined where the facet is not written. */
  readonly schema: readonly SchemaField[] | Unknown | undefined;
  /** Who wrote the schema facet, where that is not OpenLineage's connector: its `_producer`. */
  readonly schemaProducer?: string;
  /** The resolvers of namespaces are not applied to it. */
  readonly keepsNamespace?: true;
  /** Why it is not, or not all of, what the job really reads or writes: a sentence for people. */
  readonly misnamed?: string;
  readonly symlinks: readonly Symlink[];
  /** Facets of the connector's or the program's own, by name. */
  readonly facets: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** The dataset's other name: it stands under the dataset's own namespace. */
export interface Symlink {
  readonly name: string;
  readonly type: "TABLE" | "TOPIC";
}

/** Something about the whole job that the text does not tell. */
export interface Doubt {
  readonly reason: string;
  readonly message: string;
  readonly at: Location | undefined;
}

/** What keeps a job from starting. */
export interface JobFailure {
  /** The Java class, where it was seen. */
  readonly exception: string | undefined;
  readonly message: string;
  readonly at: Location | undefined;
  /** The mistake behind it, where it is one that has a name. */
  readonly mistake?: "listener-without-environment" | "listener-of-flink-1" | "lambda-serializer";
  /** The calls that would have to go. */
  readonly calls?: readonly Location[];
}

/** A job of a DataStream program. */
export interface ProgramJob {
  /** The operators and sinks that the environment lists when the job starts, in order. */
  readonly operators: readonly Operator[];
  /** The listeners of OpenLineage for 1.x on the job's environment, in the order of their registration. */
  readonly listeners: readonly Listener[];
  /** Listeners that are built but reach this job's environment not at all or too late. */
  readonly idleListeners: readonly Listener[];
  /** A listener on the job's environment of which it is not known whether it is OpenLineage's. */
  readonly otherListener: Location | undefined;
  /** Whether the program goes on without waiting for it (`executeAsync`). */
  readonly async: boolean;
  /** The identities of what may be its environment, in the log of the run. */
  readonly environments: readonly number[];
  /** The calls of the program's own methods that lead to it, the nearest first. */
  readonly via: readonly Location[];
}

/** An entry of the environment's list of transformations. */
export interface Operator {
  /** `oneInput` and `sink` are the kinds whose sources the listener for 1.x collects (`TransformationUtils.processSink`). */
  readonly kind: "oneInput" | "sink" | "other";
  /** The sink, or the operator that stands for one (Iceberg's committer). */
  readonly sink: Endpoint | undefined;
  /** All sources upstream; one object is one endpoint. */
  readonly sources: readonly Endpoint[];
  /** Sources that it reads and no listener finds from here: those behind a broadcast state. */
  readonly hidden: readonly Endpoint[];
  readonly at: Location;
}

/** An `OpenLineageFlinkJobListener` as its builder made it. */
export interface Listener {
  readonly built: Location;
  readonly registered: Location | undefined;
  /** Where it is registered after the job was executed; undefined where it is in time, or never. */
  readonly late: Location | undefined;
  /** By its builder; undefined where the builder leaves it to the configuration. */
  readonly namespace: Derived | Unknown | undefined;
  readonly name: Derived | Unknown | undefined;
  /** What the program had set on the listener's own environment when it was built. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** The operators it reports: those of the environment it was built with. */
  readonly operators: readonly Operator[];
}
