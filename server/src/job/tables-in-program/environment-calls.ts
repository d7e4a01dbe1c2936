import { withValue } from "../../catalog/persistent-map.ts";
import type { Relation } from "../../catalog/relation.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { type Call, identitiesOf } from "../../values/log.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { addCatalog, useCatalog } from "./catalog-calls.ts";
import { createFromDescriptor, isDescriptor } from "./descriptor.ts";
import { jobSession } from "./environment.ts";
import { createTable, createView, dropTable } from "./named-tables.ts";
import { attachTable } from "./planned.ts";
import { compilePlanSql, jobEffect, loadPlan } from "./plans.ts";
import { pathOfText } from "./register.ts";
import { sqlTextOf } from "./sql-text.ts";
import {
  notedEffects,
  relationsOf,
  submitted,
  type TableEnvironment,
  type TableObject,
  type Tables,
  unknownRelation,
} from "./state.ts";
import { applied, around, executeSql, opened } from "./statements.ts";
import { scanOf, streamRelation } from "./stream-relation.ts";
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
    case "compilePlanSql":
      compilePlanSql(tables, environment, call);
      return;
    case "loadPlan":
      loadPlan(tables, environment, call);
      return;
    case "executePlan":
      submitted(tables, environment, call, jobEffect(tables, environment, call, "plan", []));
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
    case "fromCall":
      makeTable(tables, environment, call, calledRelation(tables, call));
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
    case "connect":
      opened(environment, call, "Tables by descriptors of Flink before 1.14 are not read.");
      return;
    case "registerTableSource":
    case "registerTableSink":
    case "fromTableSource":
      opened(environment, call, "Tables by TableSource and TableSink objects are not read.");
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

/** What a process table function gives: it rests on the tables that it gets. */
function calledRelation(tables: Tables, call: Call): Relation {
  const inputs = call.arguments.flatMap((it) => relationsOf(tables, it));
  return unknownRelation(inputs, "What the function gives is not read.", call.name);
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
  const [temporal] = given === undefined ? [] : relationsOf(tables, given);
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
      ...(temporal !== undefined && { temporal }),
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
    submitted(
      tables,
      environment,
      call,
      jobEffect(tables, environment, call, "statementSet", sinks),
    );
  }
}
