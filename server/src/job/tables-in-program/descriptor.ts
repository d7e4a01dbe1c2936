import { createTable } from "../../catalog/apply/create-table.ts";
import { printDataType } from "../../catalog/data-type.ts";
import { findPermanentTable } from "../../catalog/names.ts";
import type { CatalogTable, TableColumn, TablePath } from "../../catalog/table.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import type { Location } from "../../text/range.ts";
import { type Call, callsOn, makerOf } from "../../values/log.ts";
import { textOf } from "../../values/texts.ts";
import type { Value } from "../../values/value.ts";
import { sqlOf } from "./expression-sql.ts";
import { tableOptionKey } from "./option-keys.ts";
import { sqlTextOf } from "./sql-text.ts";
import { contextOf, type TableEnvironment, type Tables } from "./state.ts";
import { typeText } from "./type-text.ts";

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
  if (descriptor === undefined) {
    return undefined;
  }
  const where = place ?? anonymous(tables, descriptor, call);
  const table = describedTable(tables, environment, call, descriptor, where.at);
  return (
    table && {
      ...table,
      path: where.path,
      kind: place === undefined ? "anonymous" : "table",
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
  const applied = createTable(contextOf(tables, text.source), session, statement.node, at);
  const path: TablePath = [session.currentCatalog, session.currentDatabase, ownName];
  const found = findPermanentTable(applied.session, path);
  return found.kind === "found" ? found.table : undefined;
}

/** Whether a value is a `Schema`. */
export function isSchema(tables: Tables, value: Value): boolean {
  return tables.run.ask.isA(preferred(value), "org.apache.flink.table.api.Schema") === true;
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
    partitions: [],
    comment: undefined,
  };
  return describedTable(tables, environment, call, descriptor, call.name)?.columns;
}

const ownName = "*descriptor*";

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

interface Descriptor {
  readonly options: ReadonlyMap<string, Value>;
  readonly columns: readonly DescribedColumn[];
  readonly primaryKey: readonly string[];
  readonly watermark: { readonly column: string; readonly expression: string } | undefined;
  readonly partitions: readonly string[];
  readonly comment: Value | undefined;
}

interface DescribedColumn {
  readonly name: string;
  /** What stands behind the name in DDL. */
  readonly definition: string;
  /** The type as the schema facet shows it, of a physical column. */
  readonly shown: string | undefined;
  readonly comment: Value | undefined;
}

function descriptorOf(tables: Tables, value: Value): Descriptor | undefined {
  const told = toldTo(tables, value);
  if (told === undefined) {
    return undefined;
  }
  const options = new Map<string, Value>();
  const read: { -readonly [K in keyof Descriptor]: Descriptor[K] } = {
    options,
    columns: [],
    primaryKey: [],
    watermark: undefined,
    partitions: [],
    comment: undefined,
  };
  for (const it of told) {
    const [first, second] = it.arguments;
    switch (it.method) {
      case "forConnector":
        if (first !== undefined) {
          options.set("connector", first);
        }
        break;
      case "option": {
        const key = first === undefined ? undefined : tableOptionKey(tables.run.ask, first);
        if (key !== undefined && second !== undefined) {
          options.set(key, second);
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
      case "partitionedBy":
        read.partitions = it.arguments.flatMap((name) => constantText(name) ?? []);
        break;
      default:
    }
  }
  return read;
}

/** What a builder was told before it built the object; of `toBuilder` what its object was told first. */
function toldTo(tables: Tables, value: Value): readonly Call[] | undefined {
  const log = tables.run.ask.log();
  const made = makerOf(log, value);
  if (made === undefined) {
    return undefined;
  }
  const builder = made.receiver;
  const started = makerOf(log, builder);
  const before =
    started?.method === "toBuilder" && started.receiver !== undefined
      ? (toldTo(tables, started.receiver) ?? [])
      : started === undefined
        ? []
        : [started];
  return [...before, ...callsOn(log, builder, made.seq)];
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
      options.set(`${prefix}${optionKey}`, value);
    }
  }
}

function schemaOf(
  tables: Tables,
  value: Value,
): Pick<Descriptor, "columns" | "primaryKey" | "watermark"> {
  const columns: DescribedColumn[] = [];
  let primaryKey: readonly string[] = [];
  let watermark: Descriptor["watermark"];
  for (const it of toldTo(tables, preferred(value)) ?? []) {
    const [first, second] = it.arguments;
    const name = constantText(first);
    switch (it.method) {
      case "column":
        if (name !== undefined && second !== undefined) {
          const type = typeText(tables, second);
          columns.push({ name, definition: type.sql, shown: type.shown, comment: undefined });
        }
        break;
      case "columnByExpression":
        if (name !== undefined) {
          const expression = expressionSql(tables, second) ?? unreadExpression;
          columns.push({
            name,
            definition: `AS ${expression}`,
            shown: undefined,
            comment: undefined,
          });
        }
        break;
      case "columnByMetadata":
        if (name !== undefined && second !== undefined) {
          columns.push(metadataColumn(tables, name, it));
        }
        break;
      case "withComment": {
        const last = columns.pop();
        if (last !== undefined) {
          columns.push({ ...last, comment: first });
        }
        break;
      }
      case "primaryKey":
        primaryKey = keyColumns(tables, it.arguments);
        break;
      case "primaryKeyNamed":
        primaryKey = keyColumns(tables, it.arguments.slice(1));
        break;
      case "watermark":
        watermark =
          name === undefined
            ? undefined
            : { column: name, expression: expressionSql(tables, second) ?? quoted(name) };
        break;
      default:
    }
  }
  const timed = columns.map((it) =>
    it.name === watermark?.column && it.definition === `AS ${unreadExpression}`
      ? { ...it, definition: "AS CAST(NULL AS TIMESTAMP_LTZ(3))" }
      : it,
  );
  return { columns: timed, primaryKey, watermark };
}

const unreadExpression = "CAST(NULL AS STRING)";

/** An expression as text, or as one of the Table API; undefined where it is not read. */
function expressionSql(tables: Tables, value: Value | undefined): string | undefined {
  return constantText(value) ?? (value && sqlOf({ tables, functions: new Map() }, value));
}

function keyColumns(tables: Tables, values: readonly Value[]): readonly string[] {
  return values.flatMap((it) =>
    it.kind === "list"
      ? tables.run.ask.items(it).items.flatMap((item) => constantText(item.value) ?? [])
      : (constantText(it) ?? []),
  );
}

function metadataColumn(tables: Tables, name: string, call: Call): DescribedColumn {
  const [, type, ...rest] = call.arguments;
  const key = rest.map((it) => constantText(it)).find((it) => it !== undefined);
  const isVirtual = rest.some((it) => it.kind === "constant" && it.value === true);
  const sql = type === undefined ? "STRING" : typeText(tables, type).sql;
  const from = key === undefined ? "" : ` FROM '${key.replaceAll("'", "''")}'`;
  return {
    name,
    definition: `${sql} METADATA${from}${isVirtual ? " VIRTUAL" : ""}`,
    shown: undefined,
    comment: undefined,
  };
}

/** The CREATE TABLE that says what the descriptor says; option values keep their places. */
function statementOf(descriptor: Descriptor): Value {
  const parts: Value[] = [];
  const write = (text: string): void => {
    parts.push({ kind: "constant", value: text, at: [] });
  };
  write(`CREATE TABLE ${quoted(ownName)} `);
  const { columns, primaryKey, watermark, partitions } = descriptor;
  if (columns.length > 0) {
    write("(");
    for (const [index, it] of columns.entries()) {
      write(`${index === 0 ? "" : ", "}${quoted(it.name)} ${it.definition}`);
      if (it.comment !== undefined) {
        write(" COMMENT '");
        parts.push(escaped(it.comment));
        write("'");
      }
    }
    if (watermark !== undefined) {
      write(`, WATERMARK FOR ${quoted(watermark.column)} AS ${watermark.expression}`);
    }
    if (primaryKey.length > 0) {
      write(`, PRIMARY KEY (${primaryKey.map(quoted).join(", ")}) NOT ENFORCED`);
    }
    write(")");
  }
  if (descriptor.comment !== undefined) {
    write(" COMMENT '");
    parts.push(escaped(descriptor.comment));
    write("'");
  }
  if (partitions.length > 0) {
    write(` PARTITIONED BY (${partitions.map(quoted).join(", ")})`);
  }
  write(" WITH (");
  for (const [index, [key, value]] of [...descriptor.options].entries()) {
    write(`${index === 0 ? "" : ", "}'${key.replaceAll("'", "''")}' = '`);
    parts.push(escaped(value));
    write("'");
  }
  write(")");
  return textOf(parts);
}

function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

function escaped(value: Value): Value {
  const given = preferred(value);
  if (given.kind === "object" && given.constant !== undefined) {
    return { kind: "constant", value: given.constant, at: given.at };
  }
  return given.kind === "constant" && String(given.value).includes("'")
    ? { kind: "constant", value: String(given.value).replaceAll("'", "''"), at: given.at }
    : given;
}
