import type { Relation } from "../../catalog/relation.ts";
import {
  type CatalogTable,
  columnsAlone,
  fullName,
  plainColumns,
  type TableColumn,
} from "../../catalog/table.ts";
import type { Call } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { columnsOfSchema } from "./descriptor.ts";
import { flat } from "./query-of-calls.ts";
import { isSchema } from "./schema.ts";
import type { TableEnvironment, Tables } from "./state.ts";
import { streamColumns } from "./stream-columns.ts";
import { columnsOfFields } from "./stream-fields.ts";

/** A scan of a table that no catalog holds. */
export function scanOf(table: CatalogTable, call: Call): Relation {
  return {
    kind: "scan",
    table,
    hint: new Map(),
    timeTravel: undefined,
    columns: table.columns.map((it) => ({
      name: it.name,
      type: it.type,
      origins: [
        { table: fullName(table.path), column: it.name, path: undefined, kinds: ["IDENTITY"] },
      ],
      open: false,
    })),
    complete: true,
    at: call.name,
  };
}

/** A table over a stream: what it reads are the stream's sources. */
export function streamRelation(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  stream: Value | undefined,
): Relation {
  // ContextResolvedTable.anonymous("datastream_source", ...); a view over a stream has its own name.
  const isView = /View|register/.test(call.method);
  tables.anonymous += isView ? 0 : 1;
  const name = isView
    ? `*stream of a view ${tables.streams.size}*`
    : `*anonymous_datastream_source$${tables.anonymous}*`;
  const sources = stream === undefined ? [] : tables.graph.sourcesOf(stream);
  tables.streams.set(name, sources);
  const columns =
    stream === undefined ? undefined : columnsOfStream(tables, environment, call, stream);
  const table: CatalogTable = {
    path: ["", "", name],
    kind: "external",
    temporary: true,
    columns: columns ?? [],
    ...columnsAlone,
    at: call.name,
  };
  return { ...scanOf(table, call), complete: columns !== undefined };
}

/** The columns of the schema that is given, else those of the stream's type. */
function columnsOfStream(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  stream: Value,
): readonly TableColumn[] | undefined {
  const streamed = streamColumns(tables, stream);
  const derived = streamed && plainColumns(streamed, call.name);
  const schema = call.arguments.find((it) => isSchema(tables, it));
  if (schema !== undefined) {
    return columnsOfSchema(tables, environment, call, schema, derived);
  }
  const others = flat(tables, call.arguments.slice(call.arguments.indexOf(stream) + 1));
  return others.length === 0 ? derived : derived && columnsOfFields(tables, call, others, derived);
}
