import { withoutTable, withTable } from "../../catalog/apply/store.ts";
import { findPermanentTable } from "../../catalog/names.ts";
import { valueIn } from "../../catalog/persistent-map.ts";
import { fullName, type TablePath } from "../../catalog/table.ts";
import { constantText } from "../../connectors/calls.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { createFromDescriptor, isDescriptor } from "./descriptor.ts";
import { pathOfText, registerView } from "./register.ts";
import { sqlTextOf } from "./sql-text.ts";
import { refused, type TableEnvironment, type Tables, unknownRelation } from "./state.ts";
import { opened } from "./statements.ts";
import { streamRelation } from "./stream-relation.ts";

/** `createTemporaryView`, `createView` and their old names. */
export function createView(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name, given] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined || given === undefined) {
    opened(environment, call, "A view is made under a name that is not known.");
    return;
  }
  const [id] = identitiesOf(given);
  const table = id === undefined ? undefined : tables.tables.get(id);
  const relation =
    table?.relation ??
    (tables.graph.sourcesOf(given).length > 0 || isStream(tables, given)
      ? streamRelation(tables, environment, call, given)
      : unknownRelation([], "What the view holds is not known.", call.name));
  if (isFree(tables, environment, call, pathOfText(environment, text.text))) {
    registerView(environment, text.text, relation, name?.at[0], isTemporary(call));
  }
}

function isStream(tables: Tables, value: Value): boolean {
  return tables.run.ask.isA(value, "org.apache.flink.streaming.api.datastream.DataStream") === true;
}

/** `createTable` and `createTemporaryTable` with a descriptor. */
export function createTable(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name, given] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined || given === undefined) {
    opened(environment, call, "A table is made under a name that is not known.");
    return;
  }
  const path = pathOfText(environment, text.text);
  const table = isDescriptor(tables, given)
    ? createFromDescriptor(tables, environment, call, given, {
        path,
        temporary: isTemporary(call),
        at: name?.at[0] ?? call.name,
      })
    : undefined;
  if (table === undefined) {
    opened(environment, call, "A table is made by a descriptor that is not read.");
    return;
  }
  if (isFree(tables, environment, call, path)) {
    environment.session = withTable(environment.session, table);
  }
}

function isTemporary({ method }: Call): boolean {
  return /^(createTemporary|register|dropTemporary)/.test(method);
}

/**
 * Whether a table or view may be made at a path. Where one stands there, the call does nothing (`ignoreIfExists`) or fails
 * (CatalogManager.createTable, createTemporaryTable).
 */
function isFree(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  path: TablePath,
): boolean {
  const { session } = environment;
  const temporary = isTemporary(call);
  const exists = temporary
    ? valueIn(session.temporaryTables, fullName(path)) !== undefined
    : findPermanentTable(session, path).kind === "found";
  const [name, , ignore] = call.arguments;
  if (!exists || constantText(name) === undefined) {
    return true;
  }
  if (ignore?.kind === "constant" && ignore.value === true) {
    return false;
  }
  if (ignore === undefined || ignore.kind === "constant") {
    refused(
      tables,
      call,
      temporary
        ? `Temporary table '${fullName(path)}' already exists.`
        : `Could not execute CreateTable in path ${fullName(path)}: it already exists.`,
    );
  }
  return true;
}

/** `dropTable`, `dropTemporaryView` and the like: each drops its own kind. */
export function dropTable(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined) {
    return;
  }
  const path = pathOfText(environment, text.text);
  const temporary = valueIn(environment.session.temporaryTables, fullName(path));
  const found = findPermanentTable(environment.session, path);
  const dropped = isTemporary(call) ? temporary : found.kind === "found" ? found.table : undefined;
  if (dropped !== undefined) {
    environment.session = withoutTable(environment.session, dropped);
  }
}
