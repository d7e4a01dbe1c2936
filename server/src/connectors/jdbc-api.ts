import type { LibraryClass } from "../values/library.ts";
import { makerOf } from "../values/log.ts";
import type { Unknown } from "../values/value.ts";
import {
  type ApiUse,
  type ConnectorApi,
  invisible,
  type Lineage,
  type ReportedDataset,
} from "./api.ts";
import { building, lastArgument, preferred, text } from "./calls.ts";
import type { Derived } from "./connector.ts";
import { jdbcDataset } from "./jdbc-names.ts";
import { queryTable } from "./jdbc-query.ts";
import { notBuilt } from "./kafka-source.ts";
import { isAtLeast } from "./versions.ts";

const jdbc = "org.apache.flink.connector.jdbc";
const noClass = "java.lang.NoClassDefFoundError";

const library: readonly LibraryClass[] = [
  {
    name: `${jdbc}.JdbcInputFormat`,
    methods: { buildJdbcInputFormat: `${jdbc}.JdbcInputFormat.JdbcInputFormatBuilder` },
  },
  {
    name: `${jdbc}.JdbcInputFormat.JdbcInputFormatBuilder`,
    methods: { finish: `${jdbc}.JdbcInputFormat` },
    otherwise: "this",
  },
  {
    name: `${jdbc}.JdbcSink`,
    methods: {
      sink: `${jdbc}.internal.GenericJdbcSinkFunction`,
      exactlyOnceSink: `${jdbc}.xa.JdbcXaSinkFunction`,
      builder: `${jdbc}.core.datastream.sink.JdbcSinkBuilder`,
    },
  },
  ...["core.datastream.sink", "datastream.sink", "sink"].flatMap(
    (pack): readonly LibraryClass[] => [
      { name: `${jdbc}.${pack}.JdbcSink`, methods: { builder: `${jdbc}.${pack}.JdbcSinkBuilder` } },
      {
        name: `${jdbc}.${pack}.JdbcSinkBuilder`,
        methods: {
          buildAtLeastOnce: `${jdbc}.core.datastream.sink.JdbcSink`,
          buildExactlyOnce: `${jdbc}.core.datastream.sink.JdbcSink`,
        },
        otherwise: "this",
      },
    ],
  ),
  ...["source", "core.datastream.source"].flatMap((pack): readonly LibraryClass[] => [
    {
      name: `${jdbc}.${pack}.JdbcSource`,
      methods: { builder: `${jdbc}.${pack}.JdbcSourceBuilder` },
    },
    {
      name: `${jdbc}.${pack}.JdbcSourceBuilder`,
      methods: { build: `${jdbc}.${pack}.JdbcSource` },
      otherwise: "this",
    },
  ]),
  builder(
    `${jdbc}.JdbcConnectionOptions.JdbcConnectionOptionsBuilder`,
    `${jdbc}.JdbcConnectionOptions`,
  ),
  ...[
    "internal.options.InternalJdbcConnectionOptions",
    "internal.options.JdbcConnectorOptions",
    "internal.options.JdbcOptions",
  ].flatMap((name): readonly LibraryClass[] => [
    {
      name: `${jdbc}.${name}`,
      supers: [`${jdbc}.JdbcConnectionOptions`],
      methods: { builder: `${jdbc}.${name}.Builder` },
    },
    builder(`${jdbc}.${name}.Builder`, `${jdbc}.${name}`),
  ]),
];

function builder(name: string, built: string): LibraryClass {
  return { name, methods: { build: built }, otherwise: "this" };
}

/** `JdbcInputFormat`: the URL and the first table of the query (JdbcSourceVisitor). */
function inputFormatLineage(use: ApiUse): Lineage {
  const built = building(use, use.object);
  if (use.series === "2") {
    return { kind: "invisible", why: "Flink 2.x knows no lineage of input formats." };
  }
  if (isAtLeast(use.version, 3, 2)) {
    return moved(use);
  }
  const url = built && lastArgument(use, built.told, ["setDBUrl"]);
  const query = built && lastArgument(use, built.told, ["setQuery"]);
  if (built === undefined || url === undefined || query === undefined) {
    return notBuilt(use);
  }
  const sql = text(query, "No query is set.");
  const namespace = text(url, "No URL is set.");
  if (sql.kind === "unknown") {
    return jdbcReported(namespace, sql);
  }
  const table = queryTable(sql.text);
  return table.kind === "none"
    ? jdbcReported(
        namespace,
        { ...sql, text: "" },
        "OpenLineage's listener finds no table in the query, and names the database alone.",
      )
    : jdbcReported(namespace, { ...sql, text: table.name }, othersOf(table.others));
}

/** JdbcSourceWrapper takes one table of the query, the first by name. */
function othersOf(tables: readonly string[]): string | undefined {
  return tables.length === 0
    ? undefined
    : `OpenLineage's listener takes one table of the query: ${tables.join(", ")} ${tables.length === 1 ? "is" : "are"} missing.`;
}

function moved(use: ApiUse): Lineage {
  return {
    kind: "listenerFails",
    exception: noClass,
    message:
      "OpenLineage's listener asks for classes that flink-connector-jdbc 3.2 and newer have moved: nothing is sent for the whole job.",
    at: use.attached.name,
  };
}

function jdbcReported(
  url: Derived | Unknown,
  table: Derived | Unknown,
  misnamed?: string,
): Lineage {
  if (url.kind === "unknown" || table.kind === "unknown") {
    const name = table.kind === "unknown" ? table : url;
    return { kind: "reported", datasets: [dataset(url, name)] };
  }
  const { namespace, name } = jdbcDataset(url.text, table.text);
  return {
    kind: "reported",
    datasets: [
      {
        ...dataset(
          { kind: "derived", text: namespace, from: url.from },
          { kind: "derived", text: name, from: [...url.from, ...table.from] },
        ),
        ...(misnamed === undefined ? {} : { misnamed }),
      },
    ],
  };
}

function dataset(namespace: Derived | Unknown, name: Derived | Unknown): ReportedDataset {
  return { namespace, name, schema: undefined, facets: new Map() };
}

/**
 * `JdbcSink.sink(sql, statementBuilder, [executionOptions,] connectionOptions)`.
 * JdbcSinkWrapper wants a table name of the options; only the connector's internal class for SQL has one.
 */
function legacySinkLineage(use: ApiUse): Lineage {
  const made = makerOf(use.ask.log(), use.object);
  const options = made?.arguments.at(-1);
  if (made === undefined || options === undefined) {
    return notBuilt(use);
  }
  if (isAtLeast(use.version, 3, 2)) {
    return moved(use);
  }
  const value = preferred(options);
  const own = value.kind === "instance" ? use.ask.field(value, "tableName") : undefined;
  if (value.kind === "instance" && own !== undefined) {
    // A class of the project's own below JdbcConnectionOptions: `super(url, ...)`, and the field that the wrapper looks for.
    const url = value.super?.arguments[0];
    return jdbcReported(text(url, "No URL is set."), text(own, "No table is set."));
  }
  const isInternal = value.kind === "object" && /\.internal\.options\./.test(value.class ?? "");
  const told = isInternal ? building(use, value)?.told : undefined;
  const table = told && lastArgument(use, told, ["setTableName"]);
  if (table !== undefined && told !== undefined) {
    const url = lastArgument(use, told, ["setDBUrl"]);
    return jdbcReported(text(url, "No URL is set."), text(table, "No table is set."));
  }
  if (value.kind === "unknown" || (value.kind === "object" && value.class === undefined)) {
    return notBuilt({ ...use, object: value });
  }
  // Also `exactlyOnceSink`: its connection options are not found at all.
  return {
    kind: "listenerFails",
    exception: "java.util.NoSuchElementException",
    message:
      "OpenLineage's listener wants a table name of the JDBC options, which JdbcConnectionOptionsBuilder does not give: nothing is sent for the whole job.",
    at: use.attached.name,
  };
}

/** JDBC's classes for DataStream programs. */
export const jdbcApi: ConnectorApi = {
  library,
  endpoints: [
    {
      classes: [`${jdbc}.JdbcInputFormat`],
      role: "source",
      boundedness: () => "bounded",
      lineage: inputFormatLineage,
    },
    {
      classes: [`${jdbc}.internal.GenericJdbcSinkFunction`, `${jdbc}.xa.JdbcXaSinkFunction`],
      role: "sink",
      lineage: legacySinkLineage,
    },
    invisible("sink", `${jdbc}.core.datastream.sink.JdbcSink`),
    invisible("source", `${jdbc}.source.JdbcSource`, `${jdbc}.core.datastream.source.JdbcSource`),
  ],
};
