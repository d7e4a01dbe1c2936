import { columnFault, sinkColumns } from "../../catalog/apply/insert.ts";
import type { JobSink } from "../../catalog/effect.ts";
import { externalTable } from "../../catalog/from-table.ts";
import { findTable } from "../../catalog/names.ts";
import type { AggregateCall, Relation, RelationColumn, Scalar } from "../../catalog/relation.ts";
import { columnOf, filter, inputsOf, project, renamed } from "../../catalog/relations.ts";
import { type CatalogTable, fullName, persistedColumns } from "../../catalog/table.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { type Call, identitiesOf, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { changedColumns } from "./column-calls.ts";
import {
  failInStreaming,
  joined,
  limited,
  limitsAfter,
  setOperation,
  sortedByUnread,
} from "./combined-tables.ts";
import { isDescriptor, sinkFromDescriptor } from "./descriptor.ts";
import { makeTable } from "./environment-calls.ts";
import { type NamedScalar, scalarsOf } from "./expressions.ts";
import { failsForDropped } from "./names-in-use.ts";
import { jobEffect, keepPlan } from "./plans.ts";
import {
  lateralBySql,
  mapBySql,
  selectBySql,
  sortBySql,
  whereBySql,
  withoutTwins,
} from "./query-of-calls.ts";
import { pathOfText } from "./register.ts";
import { sqlTextOf } from "./sql-text.ts";
import {
  refused,
  relationsOf,
  submitted,
  type TableEnvironment,
  type TableObject,
  type Tables,
  unknownRelation,
} from "./state.ts";
import { groupWindowOf, windowed } from "./windows.ts";

/** A call on a `Table`, or on what `groupBy` and `window` give on the way to `select`. */
export function readTableCall(tables: Tables, table: TableObject, call: Call): void {
  const { environment, relation } = table;
  const make = (made: Relation, more: Partial<TableObject> = {}): void =>
    makeTable(tables, environment, call, made, more);
  switch (call.method) {
    case "select":
      make(bySql(table, () => selectBySql(tables, table, call)) ?? selected(tables, table, call));
      return;
    case "where":
    case "filter":
      make(bySql(table, () => whereBySql(tables, table, call)) ?? filtered(tables, relation, call));
      return;
    case "as":
      make(named(tables, relation, call));
      return;
    case "addColumns":
    case "addOrReplaceColumns":
    case "renameColumns":
    case "dropColumns":
      make(changedColumns(tables, table, call) ?? unread(tables, table, call));
      return;
    case "joinLateral":
    case "leftOuterJoinLateral":
    case "flatMap":
      make(bySql(table, () => lateralBySql(tables, table, call)) ?? unread(tables, table, call));
      return;
    case "map":
      make(bySql(table, () => mapBySql(tables, table, call)) ?? unread(tables, table, call));
      return;
    case "aggregate":
      make(aggregated(tables, table, call));
      return;
    case "groupBy":
      make(relation, {
        groups: [...(table.groups ?? []), ...call.arguments],
        window: table.window,
      });
      return;
    case "window":
      make(windowed(tables, relation, call), {
        groups: table.groups ?? [],
        window: groupWindowOf(tables, environment, relation, call),
      });
      return;
    case "join":
    case "leftOuterJoin":
    case "rightOuterJoin":
    case "fullOuterJoin":
      make(joined(tables, table, call));
      return;
    case "union":
    case "unionAll":
    case "intersect":
    case "intersectAll":
    case "minus":
    case "minusAll":
      failInStreaming(tables, environment, call);
      make(setOperation(tables, relation, call));
      return;
    case "distinct":
      make({ ...aggregate(relation, inputsOf(relation), [], call), complete: relation.complete });
      return;
    case "orderBy":
      make(bySql(table, () => sortBySql(tables, table, call)) ?? sortedByUnread(relation, call));
      return;
    case "limit":
    case "offset":
    case "fetch":
      make(limited(tables, table, call), { limits: limitsAfter(table, call) });
      return;
    case "createTemporalTableFunction":
      make(relation);
      return;
    case "insertInto":
      insertInto(tables, table, call);
      return;
    case "executeInsert":
      insert(tables, environment, call, insertedInto(tables, table, call, call.arguments[0]));
      return;
    case "execute":
      collect(tables, table, call);
      return;
    case "printSchema":
    case "explain":
    case "getSchema":
    case "getResolvedSchema":
    case "toString":
      return;
    default:
      make(unread(tables, table, call));
  }
}

/** `groupBy(keys).aggregate(...)`: the keys and what is aggregated. */
function aggregated(tables: Tables, table: TableObject, call: Call): Relation {
  const both = { ...call, arguments: [...(table.groups ?? []), ...call.arguments] };
  if (call.arguments.some((it) => namesSeveral(tables, it))) {
    return unread(tables, table, call);
  }
  const unwindowed = { ...table, window: undefined };
  return bySql(unwindowed, () => selectBySql(tables, table, both)) ?? selected(tables, table, both);
}

/** An aggregate function that gives a row has as many columns as its names; without names those of the row. */
function namesSeveral({ run }: Tables, value: Value): boolean {
  const log = run.ask.log();
  const made = makerOf(log, preferred(value));
  const [, ...others] = made?.method === "as" ? made.arguments : [];
  const inner = made?.method === "as" ? makerOf(log, made.receiver) : made;
  return others.length > 0 || (made?.method !== "as" && inner?.method === "call");
}

/** Of a table of which all columns are known; not of a window that SQL cannot say. */
function bySql(
  { relation, window }: TableObject,
  query: () => Relation | undefined,
): Relation | undefined {
  return relation.complete && (relation.kind !== "tableFunction" || window !== undefined)
    ? query()
    : undefined;
}

/** A method whose relation is not told: it rests on the table and on those it got. */
function unread(tables: Tables, { relation }: TableObject, call: Call): Relation {
  const others = call.arguments.flatMap((it) => relationsOf(tables, it));
  return unknownRelation(
    [relation, ...others],
    `The method ${call.method} is not read.`,
    call.name,
  );
}

function selected(tables: Tables, { relation, groups }: TableObject, call: Call): Relation {
  const scalars = scalarsOf(tables, relation.columns, call.arguments, call.name);
  if (scalars === undefined || !relation.complete) {
    return groups === undefined && isStar(call)
      ? relation
      : { ...unknownSelect(relation, call), complete: false };
  }
  const complete = scalars.every((it) => it.named || it.scalar.kind !== "unknown");
  if (groups === undefined && !scalars.some((it) => it.aggregates)) {
    return { ...projected(relation, scalars, call), complete };
  }
  const keys = scalarsOf(tables, relation.columns, groups ?? [], call.name) ?? [];
  const calls = scalars.map(
    ({ scalar }): AggregateCall => ({
      function: "UNKNOWN",
      distinct: false,
      arguments: [scalar],
      filter: undefined,
      type: scalar.type,
      at: call.name,
    }),
  );
  const grouped = aggregate(
    relation,
    keys.map((it) => it.scalar),
    calls,
    call,
  );
  const outputs = scalars.map(
    (it, index): Scalar => ({
      kind: "input",
      index: keys.length + index,
      type: it.scalar.type,
      at: call.name,
    }),
  );
  const names = scalars.map((it) => it.name);
  return { ...project(grouped, outputs, names, undefined, call.name), complete };
}

function isStar(call: Call): boolean {
  return call.arguments.length === 1 && constantText(call.arguments[0]) === "*";
}

/** A selection of which only the columns it may read are known. */
function unknownSelect(relation: Relation, call: Call): Relation {
  return {
    ...project(
      relation,
      inputsOf(relation),
      relation.columns.map((it) => it.name),
      undefined,
      call.name,
    ),
  };
}

function projected(relation: Relation, scalars: readonly NamedScalar[], call: Call): Relation {
  return project(
    relation,
    scalars.map((it) => it.scalar),
    scalars.map((it) => it.name),
    undefined,
    call.name,
  );
}

function aggregate(
  input: Relation,
  groups: readonly Scalar[],
  calls: readonly AggregateCall[],
  call: Call,
): Relation {
  return {
    kind: "aggregate",
    input,
    groups,
    sets: undefined,
    calls,
    columns: [
      ...groups.map((it, index) =>
        columnOf(input.columns[index]?.name ?? `k${index}`, it, input.columns),
      ),
      ...calls.map((it, index): RelationColumn => {
        const [argument] = it.arguments;
        return argument === undefined
          ? { name: `a${index}`, type: it.type, origins: [], open: true }
          : columnOf(`a${index}`, argument, input.columns);
      }),
    ],
    complete: true,
    at: call.name,
  };
}

function filtered(tables: Tables, relation: Relation, call: Call): Relation {
  const others = relationsInside(tables, call.arguments);
  if (others.length > 0) {
    return unknownRelation([relation, ...others], "The condition is not read.", call.name);
  }
  const scalars = scalarsOf(tables, relation.columns, call.arguments, call.name);
  const [condition] = scalars ?? [];
  return condition === undefined || !relation.complete
    ? relation
    : filter(relation, condition.scalar, undefined, call.name);
}

/** The tables that stand in expressions (`in`). */
function relationsInside(tables: Tables, values: readonly Value[], depth = 0): readonly Relation[] {
  return values.flatMap((it) => {
    const found = relationsOf(tables, it);
    const made = found.length > 0 || depth > 20 ? undefined : makerOf(tables.run.ask.log(), it);
    return made === undefined
      ? found
      : relationsInside(
          tables,
          [...(made.receiver === undefined ? [] : [made.receiver]), ...made.arguments],
          depth + 1,
        );
  });
}

function named(tables: Tables, relation: Relation, call: Call): Relation {
  const names = call.arguments.flatMap((it) => {
    const text = constantText(it);
    return text === undefined ? [] : text.split(",").map((name) => name.trim());
  });
  if (relation.complete && names.length > relation.columns.length) {
    refused(tables, call, "Aliasing more fields than we actually have.");
  }
  return withoutTwins(tables, renamed(relation, names), call);
}

function insertInto(tables: Tables, table: TableObject, call: Call): void {
  const sink = insertedInto(tables, table, call, call.arguments[0]);
  if (sink === undefined) {
    return;
  }
  for (const id of identitiesOf(call.result)) {
    tables.pipelines.set(id, { environment: table.environment, sink });
  }
}

/** A call on a `TablePipeline`. */
export function readPipelineCall(
  tables: Tables,
  { environment, sink }: { readonly environment: TableEnvironment; readonly sink: JobSink },
  call: Call,
): void {
  if (call.method === "execute") {
    insert(tables, environment, call, sink);
  } else if (call.method === "compilePlan") {
    keepPlan(tables, environment, call, [sink]);
  }
}

function insert(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  sink: JobSink | undefined,
): void {
  if (sink !== undefined && !failsForDropped(tables, environment, call, [sink.query])) {
    submitted(tables, environment, call, jobEffect(tables, environment, call, "insert", [sink]));
  }
}

function collect(tables: Tables, { environment, relation }: TableObject, call: Call): void {
  // ContextResolvedTable.anonymous("collect", ...)
  tables.anonymous += 1;
  const effect = jobEffect(tables, environment, call, "collect", []);
  submitted(tables, environment, call, { ...effect, query: relation });
}

/** The sink of `insertInto`, `executeInsert` and `addInsert`: a path, or a descriptor. */
export function insertedInto(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
  target: Value | undefined,
): JobSink | undefined {
  const table =
    target === undefined
      ? undefined
      : isDescriptor(tables, target)
        ? sinkFromDescriptor(tables, { environment, relation }, call, target)
        : targetTable(tables, environment, call, target);
  if (table === undefined) {
    return undefined;
  }
  const persisted = persistedColumns(table);
  const fault =
    table.kind === "external" ? undefined : columnFault(table, persisted, relation, call.name);
  return {
    table,
    query: relation,
    columns: sinkColumns(persisted, (column) => persisted.indexOf(column)),
    listed: [],
    overwrite: call.arguments.some((it) => it.kind === "constant" && it.value === true),
    ...(fault !== undefined && { unfit: fault.message }),
    at: (table.kind === "anonymous" ? undefined : target?.at[0]) ?? call.name,
  };
}

function targetTable(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  target: Value,
): CatalogTable | undefined {
  const text = sqlTextOf(target, tables.holes, call.name);
  if (text === undefined) {
    return undefined;
  }
  const path = pathOfText(environment, text.text);
  const found = findTable(environment.session, path);
  switch (found.kind) {
    case "found":
      return found.table;
    case "external":
      return externalTable(path, found.catalog.type);
    case "missing":
      tables.failures.push({
        call,
        failure: {
          exception: "org.apache.flink.table.api.ValidationException",
          message: `There is no table ${fullName(path)}.`,
          at: target.at[0] ?? call.name,
        },
      });
      return undefined;
  }
}
