import type { LibraryClass } from "../values/library.ts";
import { type Call, makerOf } from "../values/log.ts";
import type { ProgramClass, Unknown, Value } from "../values/value.ts";
import type { ApiUse, ConnectorApi, Lineage } from "./api.ts";
import { building, constructorArguments, lastArgument, preferred, text, unknown } from "./calls.ts";
import {
  type CqlTable,
  cassandraNamespace,
  insertedTable,
  selectedTable,
} from "./cassandra-names.ts";
import type { Derived } from "./connector.ts";
import { notBuilt } from "./kafka-source.ts";
import { annotationText } from "./program-text.ts";

const sinks = "org.apache.flink.streaming.connectors.cassandra";
const formats = "org.apache.flink.batch.connectors.cassandra";
const cluster = "com.datastax.driver.core.Cluster";
const sinkBuilder = `${sinks}.CassandraSink.CassandraSinkBuilder`;

const library: readonly LibraryClass[] = [
  { name: `${sinks}.CassandraSink`, methods: { addSink: sinkBuilder }, otherwise: "this" },
  { name: sinkBuilder, methods: { build: `${sinks}.CassandraSink` }, otherwise: "this" },
  { name: cluster, methods: { builder: `${cluster}.Builder` } },
  { name: `${cluster}.Builder`, methods: { build: cluster }, otherwise: "this" },
];

/** `new CassandraInputFormat(query, builder)`: the POJO format takes the query too, not the annotation. */
function sourceLineage(use: ApiUse): Lineage {
  const [query, builder] = constructorArguments(use, use.object) ?? [];
  if (use.series === "2") {
    return onlyOne;
  }
  return query === undefined || builder === undefined
    ? notBuilt(use)
    : byQuery(
        use,
        text(query, "No query is given."),
        selectedTable,
        clusterNamespace(use, builder),
      );
}

const onlyOne: Lineage = { kind: "invisible", why: "Flink 2.x knows no lineage of Cassandra." };

/** `CassandraSink.addSink(stream)....build()`; without a query it is the sink of POJOs with the driver's `@Table`. */
function sinkLineage(use: ApiUse): Lineage {
  if (use.series === "2") {
    return onlyOne;
  }
  const built = building(use, use.object);
  if (built === undefined) {
    return notBuilt(use);
  }
  const namespace = sinkNamespace(use, built.told);
  const query = lastArgument(use, built.told, ["setQuery"]);
  return query === undefined
    ? byAnnotation(use, namespace)
    : byQuery(use, text(query, "No query is given."), insertedTable, namespace);
}

function byQuery(
  use: ApiUse,
  query: Derived | Unknown,
  read: (query: string) => CqlTable,
  namespace: Derived | Unknown,
): Lineage {
  if (query.kind === "unknown") {
    return reported(namespace, query);
  }
  const table = read(query.text);
  return table.kind === "refused"
    ? {
        kind: "listenerFails",
        exception: "java.lang.IllegalStateException",
        message: `${table.message} It must stand on one line and end with a semicolon.`,
        at: query.from[0]?.at[0] ?? use.attached.name,
      }
    : reported(namespace, {
        kind: "derived",
        text: `${table.keyspace}.${table.table}`,
        from: query.from,
      });
}

function reported(namespace: Derived | Unknown, name: Derived | Unknown): Lineage {
  return {
    kind: "reported",
    datasets: [{ namespace, name, schema: undefined, facets: new Map() }],
  };
}

/** `@Table(keyspace = "k", name = "t")` of the stream's element class. */
function byAnnotation(use: ApiUse, namespace: Derived | Unknown): Lineage {
  const type = elementClass(use);
  const annotation =
    type && use.ask.shape(type).annotations.find((it) => /(^|\.)Table$/.test(it.name));
  if (type === undefined || annotation === undefined) {
    return {
      kind: "undecided",
      why: unknown("no-model", "The class of the rows is not known.", use.object.at),
    };
  }
  const parts = ["keyspace", "name"].map((it) => annotationText(use.ask, type, annotation, it));
  const [keyspace, table] = parts;
  return keyspace === undefined || table === undefined
    ? {
        kind: "undecided",
        why: unknown("no-model", "The names in @Table are not read.", use.object.at),
      }
    : reported(namespace, { kind: "derived", text: `${keyspace}.${table}`, from: [] });
}

/** The class of the rows by the type arguments of the stream given to `addSink`. */
function elementClass(use: ApiUse): ProgramClass | undefined {
  const builder = building(use, use.object)?.made.receiver;
  const stream = makerOf(use.ask.log(), builder)?.arguments[0];
  const typed = stream?.kind === "object" ? stream.typeArguments?.[0]?.declaration : undefined;
  return typed ?? mappedClass(use, makerOf(use.ask.log(), stream));
}

/** The class of what the function of `map` gives. */
function mappedClass({ ask }: ApiUse, made: Call | undefined): ProgramClass | undefined {
  const [mapper] = made?.arguments ?? [];
  if (made?.method !== "map" || (mapper?.kind !== "function" && mapper?.kind !== "instance")) {
    return undefined;
  }
  const answer = ask.run(mapper, "map", [unknown("run-time-data", "a record", [made.at])]);
  return answer.kind === "value" && answer.value.kind === "instance"
    ? answer.value.class
    : undefined;
}

/** `setHost(host[, port])` or `setClusterBuilder(builder)`. */
function sinkNamespace(use: ApiUse, told: readonly Call[]): Derived | Unknown {
  const builder = lastArgument(use, told, ["setClusterBuilder"]);
  if (builder !== undefined) {
    return clusterNamespace(use, builder);
  }
  const host = lastArgument(use, told, ["setHost"]);
  const port = lastArgument(use, told, ["setHost"], 1);
  return pointNamespace(host, port);
}

const defaultPort = "9042";

function pointNamespace(host: Value | undefined, port: Value | undefined): Derived | Unknown {
  const name = text(host, "No contact point is set.");
  const number = port === undefined ? undefined : text(port, "");
  if (name.kind === "unknown" || number?.kind === "unknown") {
    return name.kind === "unknown" ? name : (number ?? name);
  }
  const namespace = cassandraNamespace(name.text, number?.text ?? defaultPort);
  return { kind: "derived", text: namespace, from: [...name.from, ...(number?.from ?? [])] };
}

/** The connector calls `buildCluster` at submission; the first contact point names the cluster. */
function clusterNamespace(use: ApiUse, given: Value): Derived | Unknown {
  const builder = preferred(given);
  if (builder.kind !== "instance") {
    return unknown("no-model", "The cluster builder is not read.", given.at);
  }
  const argument: Value = {
    kind: "object",
    id: -1,
    class: `${cluster}.Builder`,
    made: undefined,
    at: builder.at,
  };
  const answer = use.ask.run(builder, "buildCluster", [argument]);
  const calls = answer.kind === "value" ? answer.calls : [];
  const point = calls.find((it) => /^addContactPoints?(WithPorts)?$/.test(it.method))?.arguments[0];
  const address = point === undefined ? undefined : preferred(point);
  const socket = makerOf(use.ask.log(), address) ?? undefined;
  if (socket?.method === "new" && /InetSocketAddress$/.test(socket.class)) {
    return pointNamespace(socket.arguments[0], socket.arguments[1]);
  }
  const port = calls.filter((it) => it.method === "withPort").at(-1)?.arguments[0];
  return pointNamespace(point, port);
}

/** Cassandra's classes for DataStream programs; only Flink 1.x has them. */
export const cassandraApi: ConnectorApi = {
  library,
  endpoints: [
    {
      classes: [`${formats}.CassandraInputFormat`, `${formats}.CassandraPojoInputFormat`],
      role: "source",
      boundedness: () => "bounded",
      lineage: sourceLineage,
    },
    { classes: [`${sinks}.CassandraSink`], role: "sink", lineage: sinkLineage },
  ],
  attaching: [{ class: sinkBuilder, method: "build", role: "sink", addsOperators: false }],
};
