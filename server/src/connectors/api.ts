import type { Location } from "../text/range.ts";
import type { Ask } from "../values/ask.ts";
import type { LibraryClass } from "../values/library.ts";
import { type Call, callsOn, makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import type { Boundedness, Derived } from "./derived.ts";
import type { SchemaField } from "./schema-fields.ts";

/** What is known of a connector's classes in programs: the DataStream half of a `Connector`. */
export interface ConnectorApi {
  /** What the evaluator must know of its classes, beyond that a class ending in `Builder` is fluent. */
  readonly library: readonly LibraryClass[];
  readonly endpoints: readonly ApiEndpoint[];
  /** Calls that attach a sink or make a stream by themselves, without `sinkTo` or `fromSource`. */
  readonly attaching?: readonly AttachingCall[];
}

/** A source or sink class. The class that is nearest to an object's own decides. */
export interface ApiEndpoint {
  /** Full names of the classes and interfaces it stands for. */
  readonly classes: readonly string[];
  readonly role: "source" | "sink";
  /** What Flink asks of a source; a sink has none. */
  boundedness?(use: ApiUse): Boundedness;
  /** What the listener of the series sees; absent where it sees nothing in either. */
  lineage?(use: ApiUse): Lineage;
}

/** `FlinkSink.forRowData(stream)....append()`: the call on an object made from a stream. */
export interface AttachingCall {
  readonly class: string;
  readonly method: string;
  readonly role: "source" | "sink";
  /** Calls on the way that give the operator list of 1.x an operator with one input. */
  readonly addsOperators: boolean;
}

/** The two connectors of OpenLineage: the listener that jobs on Flink 1.x register, and the one that clusters of 2.x name. */
export type Series = "1" | "2";

/** A source or sink object at the call that attaches it. */
export interface ApiUse {
  readonly object: Value;
  readonly attached: Call;
  readonly series: Series;
  readonly ask: Ask;
  /** The connector's version as the build file has it. */
  readonly version: string | undefined;
  /** What another source or sink object reports, as a part of this one. */
  partLineage(object: Value): Lineage;
  partBoundedness(object: Value): Boundedness;
}

/** What the listener sees of a source or sink. */
export type Lineage =
  | { readonly kind: "reported"; readonly datasets: readonly ReportedDataset[] }
  /** It has no eyes for it; `why` is a sentence for people. */
  | { readonly kind: "invisible"; readonly why: string }
  /** Reading it throws: on 1.x the whole START is lost. */
  | ListenerFailure
  /** The program itself throws when it is attached or built. */
  | ProgramFailure
  /** It cannot be known which datasets there are. */
  | { readonly kind: "undecided"; readonly why: Unknown };

export interface ListenerFailure {
  readonly kind: "listenerFails";
  readonly exception: string;
  readonly message: string;
  readonly at: Location | undefined;
}

export interface ProgramFailure {
  readonly kind: "programFails";
  /** The mistake behind it, where it is one that has a name. */
  readonly mistake?: "lambda-serializer";
  readonly exception: string;
  readonly message: string;
  readonly at: Location | undefined;
}

/** One dataset as a class reports it. */
export interface ReportedDataset {
  readonly namespace: Derived | Unknown;
  readonly name: Derived | Unknown | TopicPattern;
  /** Undefined where no schema facet is written. */
  readonly schema: readonly SchemaField[] | Unknown | undefined;
  /** Who wrote the schema facet, where that is not the connector: its `_producer`. */
  readonly schemaProducer?: string;
  /** Facets of the program's own, by name. */
  readonly facets: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** The resolvers of namespaces are not applied to it. */
  readonly keepsNamespace?: true;
  /** Why it is not, or not all of, what is really read or written: a sentence for people. */
  readonly misnamed?: string;
}

/** Topics by a regular expression: the listener asks the broker which there are. */
export interface TopicPattern {
  readonly kind: "topicPattern";
  readonly pattern: Derived | Unknown;
}

/** A source or sink that neither listener sees. */
export function invisible(role: "source" | "sink", ...classes: readonly string[]): ApiEndpoint {
  return { classes, role };
}

/** A class that neither listener sees, and how it is made. */
export interface UnseenClass {
  readonly class: string;
  readonly role: "source" | "sink";
  /** Static methods that give its builder; without any it is made by `new`. */
  readonly factories?: readonly string[];
  /** Full name of the builder class, which may also be made by `new`; `<class>.Builder` by default. */
  readonly builder?: string;
  /** What ends the builder's chain. */
  readonly ends?: readonly string[];
  readonly boundedness?: Boundedness;
  /** The builder's methods that make a source endless, where it is bounded without. */
  readonly endless?: readonly string[];
}

/** The API of a connector whose classes neither listener sees. */
export function unseenApi(classes: readonly UnseenClass[]): ConnectorApi {
  return {
    library: classes.flatMap(libraryOf),
    endpoints: classes.map(({ class: name, role, boundedness = "unknown", endless = [] }) => ({
      classes: [name],
      role,
      boundedness: (use: ApiUse) =>
        endless.length > 0 && builderCalls(use).some((it) => endless.includes(it))
          ? "unbounded"
          : boundedness,
    })),
  };
}

function libraryOf(it: UnseenClass): readonly LibraryClass[] {
  const { class: name, factories = [], ends = ["build"], builder = `${name}.Builder` } = it;
  const made = Object.fromEntries(factories.map((method) => [method, builder]));
  const ended = Object.fromEntries(ends.map((method) => [method, name]));
  return [
    ...(factories.length === 0 ? [] : [{ name, methods: made }]),
    { name: builder, methods: ended, otherwise: "this" },
  ];
}

function builderCalls({ ask, object, attached }: ApiUse): readonly string[] {
  const log = ask.log();
  return callsOn(log, makerOf(log, object)?.receiver, attached.seq).map((it) => it.method);
}
