import { withoutTable, withTable } from "../../catalog/apply/store.ts";
import { findTable } from "../../catalog/names.ts";
import { withValue } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import {
  type CatalogTable,
  columnsAlone,
  fullName,
  plainColumns,
  type TableColumn,
} from "../../catalog/table.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { addCatalog, useCatalog } from "./catalog-calls.ts";
import { columnsOfSchema, createFromDescriptor, isDescriptor, isSchema } from "./descriptor.ts";
import { jobSession } from "./environment.ts";
import { attachTable } from "./planned.ts";
import { flat } from "./query-of-calls.ts";
import { pathOfText, registerView } from "./register.ts";
import { sqlTextOf } from "./sql-text.ts";
import {
  notedEffects,
  submitted,
  type TableEnvironment,
  type TableObject,
  type Tables,
  unknownRelation,
} from "./state.ts";
import { applied, around, executeSql, opened } from "./statements.ts";
import { streamColumns } from "./stream-columns.ts";
import { columnsOfFields } from "./stream-fields.ts";
import { valuesRelation } from "./values.ts";

/** A call on a `TableEnvironment`. */
export function readEnvironmentCall(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
): void {
  const [first] = call.arguments;
  switch (call.method) {
    case "executeSql":
      executeSql(tables, withJobSession(tables, environment, call), call, first);
      return;
    case "sqlUpdate":
      sqlUpdate(tables, environment, call, first);
      return;
    case "execute":
      executeBuffered(tables, environment, call);
      return;
    case "sqlQuery":
      makeTable(tables, environment, call, sqlQuery(tables, environment, call, first));
      return;
    case "explainSql":
      applied(tables, environment, call, first, "explained");
      return;
    case "from":
    case "scan":
      makeTable(tables, environment, call, fromRelation(tables, environment, call));
      return;
    case "fromValues":
      makeTable(tables, environment, call, valuesRelation(tables, call));
      return;
    case "fromDataStream":
    case "fromChangelogStream":
      makeTable(tables, environment, call, streamRelation(tables, environment, call, first));
      return;
    case "createTemporaryView":
    case "createView":
    case "registerTable":
    case "registerDataStream":
      createView(tables, environment, call);
      return;
    case "createTable":
    case "createTemporaryTable":
      createTable(tables, environment, call);
      return;
    case "dropTemporaryView":
    case "dropTemporaryTable":
    case "dropTable":
    case "dropView":
      dropTable(tables, environment, call);
      return;
    case "toDataStream":
    case "toChangelogStream":
    case "toAppendStream":
    case "toRetractStream":
      toStream(tables, environment, call);
      return;
    case "createStatementSet":
    case "createStreamingStatementSet":
      for (const id of identitiesOf(call.result)) {
        tables.sets.set(id, { environment, sinks: [], doubts: [] });
      }
      return;
    case "useCatalog":
    case "useDatabase":
      useCatalog(tables, environment, call);
      return;
    case "registerCatalog":
    case "createCatalog":
      addCatalog(tables, environment, call);
      return;
    case "createTemporarySystemFunction":
    case "registerFunction":
    case "createTemporaryFunction":
    case "createFunction":
      registerFunction(tables, environment, call);
      return;
    case "loadModule":
    case "useModules":
      environment.session = { ...environment.session, modules: true };
      return;
    default:
  }
}

/** The environment with the configuration as it stands for a job. */
function withJobSession(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
): TableEnvironment {
  environment.session = jobSession(tables, environment, call);
  return environment;
}

export function makeTable(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  relation: Relation,
  more: Partial<TableObject> = {},
): void {
  for (const id of identitiesOf(call.result)) {
    tables.tables.set(id, { environment, relation, ...more });
  }
}

/** The relation of a query in a string; a statement of another kind gives none. */
function queried(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value | undefined,
  form?: "named",
): Relation {
  const stated = applied(tables, environment, call, value, form);
  const effects = stated?.applied.effects ?? [];
  notedEffects(
    tables,
    environment,
    call,
    effects.filter((it) => it.kind === "failure"),
  );
  const query = effects.find((it) => it.kind === "job")?.query;
  return query ?? unknownRelation([], "The query is not known.", call.name);
}

function sqlQuery(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value | undefined,
): Relation {
  const relation = queried(tables, environment, call, value);
  tables.planned.add(relation);
  return relation;
}

function fromRelation(tables: Tables, environment: TableEnvironment, call: Call): Relation {
  const [first] = call.arguments;
  if (first !== undefined && isDescriptor(tables, first)) {
    const table = createFromDescriptor(tables, environment, call, first);
    return table === undefined
      ? unknownRelation([], "The table's descriptor is not known.", call.name)
      : scanOf(table, call);
  }
  const name =
    call.method === "scan" && call.arguments.length > 1
      ? textOf(
          call.arguments.flatMap((it, index) => [
            { kind: "constant", value: index === 0 ? "`" : "`.`", at: [] } as const,
            it,
          ]),
        )
      : first;
  const written = call.arguments.length > 1 ? "`" : "";
  const text =
    name === undefined ? undefined : around("SELECT * FROM ", wordsAsNames(name), written);
  const relation = queried(tables, environment, call, text, "named");
  const path = constantText(name);
  if (path !== undefined) {
    tables.named.set(relation, pathOfText(environment, path));
  }
  return relation;
}

/** The path of `from` with reserved words in back-ticks: `Parser.parseIdentifier` takes them as names. */
function wordsAsNames(name: Value): Value {
  const text = constantText(name);
  const isPath =
    text !== undefined && /^[\p{L}_][\p{L}\p{N}_$]*(\.[\p{L}_][\p{L}\p{N}_$]*)*$/u.test(text);
  return isPath && parseScript(`SELECT * FROM ${text}`, { version: "2.3" }).errors.length > 0
    ? { kind: "constant", value: `\`${text.replaceAll(".", "`.`")}\``, at: name.at }
    : name;
}

/** A scan of a table that no catalog holds. */
function scanOf(table: CatalogTable, call: Call): Relation {
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
function streamRelation(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  stream: Value | undefined,
): Relation {
  // ContextResolvedTable.anonymous("datastream_source", ...)
  tables.anonymous += 1;
  const name = `*anonymous_datastream_source$${tables.anonymous}*`;
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

function createView(tables: Tables, environment: TableEnvironment, call: Call): void {
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
  registerView(environment, text.text, relation, name?.at[0]);
}

function isStream(tables: Tables, value: Value): boolean {
  return tables.run.ask.isA(value, "org.apache.flink.streaming.api.datastream.DataStream") === true;
}

function createTable(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name, given] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined || given === undefined) {
    opened(environment, call, "A table is made under a name that is not known.");
    return;
  }
  const path = pathOfText(environment, text.text);
  const table = createFromDescriptor(tables, environment, call, given, {
    path,
    temporary: call.method === "createTemporaryTable",
    at: name?.at[0] ?? call.name,
  });
  if (table === undefined) {
    opened(environment, call, "A table is made by a descriptor that is not read.");
    return;
  }
  environment.session = withTable(environment.session, table);
}

function dropTable(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined) {
    return;
  }
  const found = findTable(environment.session, pathOfText(environment, text.text));
  if (found.kind === "found") {
    environment.session = withoutTable(environment.session, found.table);
  }
}

function toStream(tables: Tables, environment: TableEnvironment, call: Call): void {
  // ContextResolvedTable.anonymous("datastream_sink", ...)
  tables.anonymous += 1;
  const [given] = call.arguments;
  const [id] = given === undefined ? [] : identitiesOf(given);
  const table = id === undefined ? undefined : tables.tables.get(id);
  const relation =
    table?.relation ?? unknownRelation([], "The table of the stream is not known.", call.name);
  attachTable(tables, withJobSession(tables, environment, call), call, relation);
}

function registerFunction(tables: Tables, environment: TableEnvironment, call: Call): void {
  const [name, given] = call.arguments;
  const text = name === undefined ? undefined : sqlTextOf(name, tables.holes, call.name);
  if (text === undefined) {
    environment.session = { ...environment.session, modules: true };
    return;
  }
  const value = given === undefined ? undefined : preferred(given);
  const className =
    value?.kind === "class"
      ? value.name
      : value?.kind === "instance"
        ? value.class.name
        : undefined;
  environment.session = {
    ...environment.session,
    systemFunctions: withValue(environment.session.systemFunctions, text.text.toLowerCase(), {
      name: text.text,
      className:
        className === undefined ? undefined : { kind: "constant", value: className, at: [] },
      language: "JAVA",
      at: call.name,
    }),
  };
}

/** The old `sqlUpdate`: INSERTs wait for `execute`, all else happens at once. */
function sqlUpdate(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value | undefined,
): void {
  const stated = applied(tables, environment, call, value);
  if (stated === undefined) {
    return;
  }
  const { session, effects } = stated.applied;
  environment.session = session;
  const jobs = effects.filter((it) => it.kind === "job");
  environment.buffered = [...environment.buffered, ...jobs.flatMap((it) => it.sinks)];
  notedEffects(
    tables,
    environment,
    call,
    effects.filter((it) => it.kind !== "job"),
  );
}

function executeBuffered(tables: Tables, environment: TableEnvironment, call: Call): void {
  const sinks = environment.buffered;
  environment.buffered = [];
  if (sinks.length > 0) {
    const { configuration } = jobSession(tables, environment, call);
    submitted(tables, environment, call, {
      kind: "job",
      form: "statementSet",
      sinks,
      query: undefined,
      configuration,
      at: call.name,
    });
  }
}
