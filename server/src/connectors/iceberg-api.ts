import type { LibraryClass } from "../values/library.ts";
import { callsOn, makerOf } from "../values/log.ts";
import type { Unknown, Value } from "../values/value.ts";
import {
  type ApiUse,
  type ConnectorApi,
  invisible,
  type Lineage,
  type ReportedDataset,
} from "./api.ts";
import { building, lastArgument, preferred, text, unknown } from "./calls.ts";
import type { Boundedness, Derived } from "./derived.ts";
import { filesystemDataset } from "./filesystem-names.ts";
import { icebergFields } from "./iceberg-schemas.ts";
import { notBuilt } from "./kafka-source.ts";
import { mapped } from "./table-facts.ts";

const flink = "org.apache.iceberg.flink";
/** Each record names its table. */
const dynamicSink = `${flink}.sink.dynamic.DynamicIcebergSink`;
const loader = `${flink}.TableLoader`;
const catalogLoader = `${flink}.CatalogLoader`;

const library: readonly LibraryClass[] = [
  { name: loader, methods: { fromHadoopTable: loader, fromCatalog: loader } },
  {
    name: catalogLoader,
    methods: {
      hadoop: catalogLoader,
      hive: catalogLoader,
      rest: catalogLoader,
      custom: catalogLoader,
    },
  },
  builderOf(`${flink}.source.IcebergSource`, "builder forRowData forOutputType"),
  fluent(`${flink}.source.IcebergSource.Builder`, { build: `${flink}.source.IcebergSource` }),
  builderOf(`${flink}.source.FlinkSource`, "forRowData"),
  fluent(`${flink}.source.FlinkSource.Builder`, {
    build: "org.apache.flink.streaming.api.datastream.DataStream",
  }),
  builderOf(`${flink}.sink.FlinkSink`, "forRow forRowData builderFor"),
  fluent(`${flink}.sink.FlinkSink.Builder`, { append: `${flink}.sink.FlinkSink` }),
  builderOf(`${flink}.sink.IcebergSink`, "forRow forRowData builderFor"),
  fluent(`${flink}.sink.IcebergSink.Builder`, { append: `${flink}.sink.IcebergSink` }),
  builderOf(dynamicSink, "forInput"),
  fluent(`${dynamicSink}.Builder`, { append: dynamicSink }),
  {
    name: "org.apache.iceberg.catalog.TableIdentifier",
    methods: {
      of: "org.apache.iceberg.catalog.TableIdentifier",
      parse: "org.apache.iceberg.catalog.TableIdentifier",
    },
  },
  {
    name: "org.apache.iceberg.catalog.Namespace",
    methods: { of: "org.apache.iceberg.catalog.Namespace" },
  },
  ...typeClasses(),
];

function builderOf(name: string, methods: string): LibraryClass {
  return {
    name,
    methods: Object.fromEntries(methods.split(" ").map((it) => [it, `${name}.Builder`])),
  };
}

function fluent(name: string, methods: Readonly<Record<string, string>>): LibraryClass {
  return { name, methods, otherwise: "this" };
}

/** `Types.NestedField.required(...)`, `Types.LongType.get()`: each gives an object of its class. */
function typeClasses(): readonly LibraryClass[] {
  const types = "org.apache.iceberg.types.Types";
  const names =
    "NestedField BooleanType IntegerType LongType FloatType DoubleType DateType TimeType TimestampType TimestampNanoType StringType UUIDType FixedType BinaryType DecimalType StructType ListType MapType VariantType";
  return names.split(" ").map((it) => ({ name: `${types}.${it}`, otherwise: `${types}.${it}` }));
}

/** IcebergSourceVisitor loads the table and takes its location and schema. */
function sourceLineage(use: ApiUse): Lineage {
  if (use.series === "2") {
    return { kind: "invisible", why: "Iceberg has no lineage of its own on Flink 2.x." };
  }
  // `FlinkSource` is attached by its `build()`: the object is the builder itself.
  const told = building(use, use.object)?.told;
  const isAttached = use.attached.receiver === use.object;
  const calls = isAttached ? callsOn(use.ask.log(), use.object, use.attached.seq) : told;
  const table = calls && lastArgument(use, calls, ["tableLoader"]);
  return table === undefined ? notBuilt(use) : tableLineage(use, table);
}

/** IcebergSinkVisitor finds the committer of FlinkSink; IcebergSink, the newer one, has none. */
function sinkLineage(use: ApiUse): Lineage {
  if (use.series === "2") {
    return { kind: "invisible", why: "Iceberg has no lineage of its own on Flink 2.x." };
  }
  const built = building(use, use.object);
  const table = built && lastArgument(use, built.told, ["tableLoader"]);
  return table === undefined ? notBuilt(use) : tableLineage(use, table);
}

function tableLineage(use: ApiUse, given: Value): Lineage {
  const location = locationOf(use, given);
  const names = (pick: (location: string) => string): Derived | Unknown => mapped(location, pick);
  const dataset: ReportedDataset = {
    namespace: names((it) => filesystemDataset(it).namespace),
    name: names((it) => filesystemDataset(it).name),
    schema: location.kind === "unknown" ? location : tableSchema(use, location.text),
    facets: new Map(),
    keepsNamespace: true,
  };
  return { kind: "reported", datasets: [dataset] };
}

/** A table of the file system lies where it is named; where one of a catalog lies, only a Hadoop catalog tells by its names. */
function locationOf(use: ApiUse, given: Value): Derived | Unknown {
  const made = makerOf(use.ask.log(), preferred(given));
  const [first, second] = made?.arguments ?? [];
  if (made?.method === "fromHadoopTable") {
    return text(first, "No path is given.");
  }
  const catalog = makerOf(use.ask.log(), first);
  if (made?.method === "fromCatalog" && catalog?.method === "hadoop") {
    const warehouse = text(catalog.arguments[2], "No warehouse is given.");
    const table = identifierOf(use, second);
    return warehouse.kind === "unknown" || table.kind === "unknown"
      ? table.kind === "unknown"
        ? table
        : warehouse
      : joined(warehouse, table);
  }
  return unknown("external-system", "Where the table lies is known to its catalog.", given.at);
}

function joined(warehouse: Derived, table: Derived): Derived {
  return {
    kind: "derived",
    text: `${warehouse.text.replace(/\/+$/, "")}/${table.text}`,
    from: [...warehouse.from, ...table.from],
  };
}

/** `TableIdentifier.of("db", "table")`, `.of(Namespace.of("db"), "table")`, `.parse("db.table")` as a path. */
function identifierOf(use: ApiUse, given: Value | undefined): Derived | Unknown {
  const made = makerOf(use.ask.log(), given && preferred(given));
  const parts = (made?.arguments ?? []).flatMap((it): readonly Value[] => {
    const inner = makerOf(use.ask.log(), it);
    return inner?.method === "of" ? inner.arguments : [it];
  });
  const texts = parts.map((it) => text(it, "No name is given."));
  const missing = texts.find((it) => it.kind === "unknown");
  if (made === undefined || missing?.kind === "unknown" || texts.length === 0) {
    return (
      missing ?? unknown("no-model", "The table's identifier is not followed.", given?.at ?? [])
    );
  }
  const names = texts.map((it) => (it.kind === "unknown" ? "" : it.text));
  const path = made.method === "parse" ? names.join("").replaceAll(".", "/") : names.join("/");
  return { kind: "derived", text: path, from: parts };
}

/** The schema that the program itself creates the table with; else the table's own, which only its catalog knows. */
function tableSchema(use: ApiUse, location: string): ReportedDataset["schema"] {
  const log = use.ask.log();
  for (const call of log.calls) {
    const created = call.seq < use.attached.seq ? createdTable(use, call) : undefined;
    if (created !== undefined && normal(created.location) === normal(location)) {
      return icebergFields(use.ask, created.schema);
    }
  }
  return unknown("external-system", "The table's schema is known to its catalog.", use.object.at);
}

function normal(location: string): string {
  return location.replace(/^file:\/*/, "/").replace(/\/+$/, "");
}

/** `new HadoopTables(conf).create(schema, ..., location)` or `new HadoopCatalog(conf, warehouse).createTable(identifier, schema)`. */
function createdTable(
  use: ApiUse,
  call: ReturnType<ApiUse["ask"]["log"]>["calls"][number],
): { readonly schema: Value; readonly location: string } | undefined {
  const [first, second] = call.arguments;
  if (call.method === "create" && call.class.endsWith(".HadoopTables") && first !== undefined) {
    const location = text(call.arguments.at(-1), "");
    return location.kind === "unknown" ? undefined : { schema: first, location: location.text };
  }
  if (
    call.method !== "createTable" ||
    !call.class.endsWith(".HadoopCatalog") ||
    second === undefined
  ) {
    return undefined;
  }
  const warehouse = text(makerOf(use.ask.log(), call.receiver)?.arguments[1], "");
  const table = identifierOf(use, first);
  return warehouse.kind === "unknown" || table.kind === "unknown"
    ? undefined
    : { schema: second, location: joined(warehouse, table).text };
}

function boundedness(use: ApiUse): Boundedness {
  const calls =
    use.attached.receiver === use.object
      ? callsOn(use.ask.log(), use.object, use.attached.seq)
      : building(use, use.object)?.told;
  const streaming = calls && lastArgument(use, calls, ["streaming"]);
  return streaming?.kind === "constant" && streaming.value === true ? "unbounded" : "bounded";
}

/** Iceberg's classes for DataStream programs. */
export const icebergApi: ConnectorApi = {
  library,
  endpoints: [
    {
      classes: [`${flink}.source.IcebergSource`, `${flink}.source.FlinkSource.Builder`],
      role: "source",
      boundedness,
      lineage: sourceLineage,
    },
    { classes: [`${flink}.sink.FlinkSink`], role: "sink", lineage: sinkLineage },
    invisible("sink", `${flink}.sink.IcebergSink`, dynamicSink),
  ],
  attaching: [
    {
      class: `${flink}.source.FlinkSource.Builder`,
      method: "build",
      role: "source",
      addsOperators: true,
    },
    {
      class: `${flink}.sink.FlinkSink.Builder`,
      method: "append",
      role: "sink",
      addsOperators: true,
    },
    {
      class: `${flink}.sink.IcebergSink.Builder`,
      method: "append",
      role: "sink",
      addsOperators: true,
    },
    {
      class: `${dynamicSink}.Builder`,
      method: "append",
      role: "sink",
      addsOperators: true,
    },
  ],
};
