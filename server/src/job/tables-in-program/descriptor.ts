import { createTable } from "../../catalog/apply/create-table.ts";
import { printDataType } from "../../catalog/data-type.ts";
import { findPermanentTable } from "../../catalog/names.ts";
import type { CatalogTable, TableColumn, TablePath } from "../../catalog/table.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import type { Location } from "../../text/range.ts";
import { type Call, callsOn, makerOf } from "../../values/log.ts";
import type { Unknown, Value } from "../../values/value.ts";
import { type Descriptor, noDescriptor, ownName, statementOf } from "./described-table.ts";
import { tableOptionKey, tableOptionValue } from "./option-keys.ts";
import { quoted } from "./quoted.ts";
import { type DescribedColumn, namesIn, resolvedColumns, schemaOf, toldTo } from "./schema.ts";
import { sqlTextOf } from "./sql-text.ts";
import {
  contextOf,
  refused,
  type TableEnvironment,
  type TableObject,
  type Tables,
} from "./state.ts";

/** Whether a value is a `TableDescriptor`. */
export function isDescriptor(tables: Tables, value: Value): boolean {
  return (
    tables.run.ask.isA(preferred(value), "org.apache.flink.table.api.TableDescriptor") === true
  );
}

export interface Place {
  readonly path: TablePath;
  readonly temporary: boolean;
  readonly at: Location;
}

/**
 * The table of a descriptor. It is written as the CREATE TABLE that says the same, so that options, types and keys are read one way;
 * the types are shown as the descriptor's schema has them, which is not resolved.
 */
export function createFromDescriptor(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value,
  place?: Place,
): CatalogTable | undefined {
  const descriptor = descriptorOf(tables, preferred(value));
  return descriptor && createDescribed(tables, environment, call, descriptor, place);
}

/** The sink of a descriptor; without physical columns of its own it has those of the query (SchemaTranslator.createProducingResult). */
export function sinkFromDescriptor(
  tables: Tables,
  { environment, relation }: TableObject,
  call: Call,
  value: Value,
): CatalogTable | undefined {
  const descriptor = descriptorOf(tables, preferred(value));
  if (descriptor === undefined || descriptor.columns.some((it) => it.shown !== undefined)) {
    return descriptor && createDescribed(tables, environment, call, descriptor, undefined);
  }
  const given = new Set(descriptor.columns.map((it) => it.name));
  const missing = relation.columns.filter((it) => !given.has(it.name));
  const columns = relation.complete
    ? resolvedColumns({ ...relation, columns: missing })
    : undefined;
  const made = createDescribed(
    tables,
    environment,
    call,
    columns === undefined
      ? descriptor
      : { ...descriptor, columns: [...columns, ...descriptor.columns] },
    undefined,
  );
  return made && (columns === undefined ? { ...made, kind: "external" } : made);
}

/** The table of a `CatalogTable`. */
export function createFromCatalogTable(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value,
  place: Place,
): CatalogTable | undefined {
  const made = makerOf(tables.run.ask.log(), preferred(value));
  const [schema, comment, partitions, options] = made?.arguments ?? [];
  const descriptor =
    made?.method !== "of"
      ? descriptorOf(tables, preferred(value))
      : {
          ...noDescriptor,
          ...(schema !== undefined && schemaOf(tables, schema)),
          comment:
            comment !== undefined && constantText(comment) !== undefined ? comment : undefined,
          partitions: partitions === undefined ? [] : namesIn(tables, [partitions]),
          ...optionsIn(tables, options, made),
        };
  return descriptor?.options.has("connector")
    ? createDescribed(tables, environment, call, descriptor, place)
    : undefined;
}

function openKey({ arguments: [key], name }: Call): Unknown {
  return key?.kind === "unknown"
    ? key
    : { kind: "unknown", reason: "run-time-data", at: key?.at.slice(0, 1) ?? [name] };
}

/** The entries of a map of options; where not all are known, what stands for the others. */
function optionsIn(
  { run }: Tables,
  value: Value | undefined,
  call: Call,
): Pick<Descriptor, "options" | "open"> {
  const map = value === undefined ? undefined : preferred(value);
  if (map?.kind !== "map") {
    return { options: new Map(), open: openKey(call) };
  }
  const { entries, open } = run.ask.entries(map, call.seq);
  return { options: new Map(entries.map((it) => [it.key, it.value])), open };
}

function createDescribed(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  descriptor: Descriptor,
  place: Place | undefined,
): CatalogTable | undefined {
  if (descriptor.fault !== undefined) {
    refused(tables, call, descriptor.fault);
  }
  const where = place ?? anonymous(tables, descriptor, call);
  const table = describedTable(tables, environment, call, descriptor, where.at);
  return (
    table && {
      ...table,
      path: where.path,
      kind: descriptor.isOpen ? "external" : place === undefined ? "anonymous" : "table",
      temporary: where.temporary,
      at: where.at,
      columns: table.columns.map((it) => {
        const shown = descriptor.columns.find((column) => column.name === it.name)?.shown;
        return it.kind === "physical" ? { ...it, shown: shown ?? printDataType(it.type) } : it;
      }),
    }
  );
}

/** The table that the statement of a descriptor creates. */
function describedTable(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  descriptor: Descriptor,
  at: Location,
): CatalogTable | undefined {
  const text = sqlTextOf(statementOf(descriptor), tables.holes, call.name);
  const script = text && parseScript(text.text, { version: "2.3", holes: true });
  const [statement] = script?.statements ?? [];
  if (text === undefined || statement?.node.kind !== "createTable") {
    return undefined;
  }
  const { session } = environment;
  const applied = createTable(
    { ...contextOf(tables, text.source), isOfCalls: true },
    session,
    statement.node,
    at,
  );
  const failure = applied.effects.find((it) => it.kind === "failure");
  if (failure?.kind === "failure" && descriptor.columns.every((it) => it.shown !== "?")) {
    refused(tables, call, failure.message);
  }
  const path: TablePath = [session.currentCatalog, session.currentDatabase, ownName];
  const found = findPermanentTable(applied.session, path);
  return found.kind === "found" ? found.table : undefined;
}

/** The columns of a `Schema` over a stream; where it names no physical column, those of the stream stand first. */
export function columnsOfSchema(
  tables: Tables,
  environment: TableEnvironment,
  call: Call,
  value: Value,
  derived: readonly TableColumn[] | undefined,
): readonly TableColumn[] | undefined {
  const schema = schemaOf(tables, value);
  if (schema.fault !== undefined) {
    refused(tables, call, schema.fault);
  }
  const isWhole = schema.columns.some((it) => it.shown !== undefined);
  if (!isWhole && derived === undefined) {
    return undefined;
  }
  const first = (isWhole ? [] : (derived ?? [])).map(
    ({ name, type }): DescribedColumn => ({
      name,
      definition: printDataType(type),
      shown: printDataType(type),
      comment: undefined,
    }),
  );
  const descriptor: Descriptor = {
    ...schema,
    // Any connector: the table is only asked for its columns.
    options: new Map([["connector", { kind: "constant", value: "datagen", at: [] }]]),
    columns: [...first, ...schema.columns],
    open: undefined,
    partitions: [],
    distribution: undefined,
    comment: undefined,
  };
  return describedTable(tables, environment, call, descriptor, call.name)?.columns;
}

/** ContextResolvedTable.generateAnonymousStringIdentifier: one count for the whole program. */
function anonymous(tables: Tables, { options }: Descriptor, call: Call): Place {
  tables.anonymous += 1;
  const connector = constantText(options.get("connector"));
  const hint = connector === undefined ? "" : `_${connector}`;
  return {
    path: ["", "", `*anonymous${hint}$${tables.anonymous}*`],
    temporary: true,
    at: call.name,
  };
}

function descriptorOf(tables: Tables, value: Value): Descriptor | undefined {
  const told = toldTo(tables, value);
  if (told === undefined) {
    return undefined;
  }
  const options = new Map<string, Value>();
  const read: Reading = { ...noDescriptor, options };
  for (const it of [...told, ...toldLater(tables, value)]) {
    readTold(tables, it, read, options);
  }
  return read;
}

/**
 * `TableDescriptor.Builder.build` hands its own map of options over: what the builder is told later, until a job is planned, is the
 * table's too.
 */
function toldLater(tables: Tables, value: Value): readonly Call[] {
  const log = tables.run.ask.log();
  const made = makerOf(log, value);
  if (made === undefined) {
    return [];
  }
  const planned = log.calls.find((it) => it.seq > made.seq && plans(it))?.seq;
  return callsOn(log, made.receiver, planned).filter(
    (it) => it.seq > made.seq && /^(option|format|partitionedBy)$/.test(it.method),
  );
}

function plans({ method, arguments: args }: Call): boolean {
  const text = method === "executeSql" ? constantText(args[0]) : undefined;
  return text === undefined
    ? /^(execute\w*|compilePlan\w*|attachAsDataStream|to\w+Stream|explain)$/.test(method)
    : /^\s*(INSERT|EXECUTE|SELECT|WITH)\b/i.test(text);
}

function readOptions(
  tables: Tables,
  value: Value | undefined,
  call: Call,
  read: Reading,
): ReadonlyMap<string, Value> {
  const { options, open } = optionsIn(tables, value, call);
  read.open ??= open;
  return options;
}

type Reading = { -readonly [K in keyof Descriptor]: Descriptor[K] };

function readTold(tables: Tables, it: Call, read: Reading, options: Map<string, Value>): void {
  const [first, second] = it.arguments;
  switch (it.method) {
    case "forConnector":
      if (first !== undefined) {
        options.set("connector", first);
      }
      break;
    case "option": {
      const key = first === undefined ? undefined : tableOptionKey(tables.run.ask, first);
      if (key === undefined) {
        read.open ??= openKey(it);
      } else if (second !== undefined) {
        options.set(key, tableOptionValue(tables, second));
      }
      break;
    }
    case "format":
      readFormat(tables, it, options);
      break;
    case "schema":
      if (first !== undefined) {
        Object.assign(read, schemaOf(tables, first));
      }
      break;
    case "comment":
      read.comment = first;
      break;
    case "options":
      for (const [key, value] of readOptions(tables, first, it, read)) {
        options.set(key, value);
      }
      break;
    case "partitionKeys":
    case "partitionedBy":
      read.partitions = namesIn(tables, it.arguments);
      break;
    case "distributedBy":
    case "distributedByHash":
    case "distributedByRange":
    case "distributedInto":
      read.distribution = distributionOf(tables, it);
      break;
    default:
  }
}

function distributionOf(tables: Tables, call: Call): string {
  const [count] = call.arguments;
  const buckets =
    count?.kind === "constant" && typeof count.value === "number" ? count.value : undefined;
  const kind = /Hash$/.test(call.method) ? "HASH" : /Range$/.test(call.method) ? "RANGE" : "";
  const columns = namesIn(tables, buckets === undefined ? call.arguments : call.arguments.slice(1));
  return [
    ...(columns.length === 0 ? [] : [`BY ${kind}(${columns.map(quoted).join(", ")})`]),
    ...(buckets === undefined ? [] : [`INTO ${buckets} BUCKETS`]),
  ].join(" ");
}

function readFormat(tables: Tables, call: Call, options: Map<string, Value>): void {
  const [first, second] = call.arguments;
  const key =
    second === undefined || first === undefined
      ? "format"
      : (tableOptionKey(tables.run.ask, first) ?? "format");
  const format = second ?? first;
  if (format === undefined) {
    return;
  }
  if (constantText(format) !== undefined || format.kind !== "object") {
    options.set(key, format);
    return;
  }
  const told = toldTo(tables, format) ?? [];
  const name = told.find((it) => it.method === "forFormat")?.arguments[0];
  if (name === undefined) {
    return;
  }
  options.set(key, name);
  const prefix = `${key.slice(0, -"format".length)}${constantText(name) ?? ""}.`;
  for (const it of told) {
    const [option, value] = it.arguments;
    const optionKey =
      it.method === "option" && option !== undefined
        ? tableOptionKey(tables.run.ask, option)
        : undefined;
    if (optionKey !== undefined && value !== undefined) {
      options.set(`${prefix}${optionKey}`, tableOptionValue(tables, value));
    }
  }
}
