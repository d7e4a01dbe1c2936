import { printDataType } from "../../catalog/data-type.ts";
import type { Relation } from "../../catalog/relation.ts";
import { constantText, preferred } from "../../connectors/calls.ts";
import { parseScript } from "../../syntax/sql/parse-script.ts";
import { type Call, callsOn, makerOf } from "../../values/log.ts";
import type { Value } from "../../values/value.ts";
import { dataTypeOfText } from "./data-type-of-text.ts";
import { sqlOf, sqlOfExpressions } from "./expression-sql.ts";
import { quoted } from "./quoted.ts";
import { relationsOf, type Tables } from "./state.ts";
import { typeText } from "./type-text.ts";

/** A `Schema` as DDL has it. */
export interface DescribedSchema {
  /** What Flink refuses of it when a table is made of it. */
  readonly fault?: string;
  readonly columns: readonly DescribedColumn[];
  readonly primaryKey: readonly string[];
  readonly watermark: { readonly column: string; readonly expression: string } | undefined;
  /** It has columns that are not told. */
  readonly isOpen?: true;
}

export interface DescribedColumn {
  readonly name: string;
  /** What stands behind the name in DDL. */
  readonly definition: string;
  /** The type as the schema facet shows it, of a physical column. */
  readonly shown: string | undefined;
  readonly comment: Value | undefined;
}

/** Whether a value is a `Schema`. */
export function isSchema(tables: Tables, value: Value): boolean {
  return tables.run.ask.isA(preferred(value), "org.apache.flink.table.api.Schema") === true;
}

/** What a builder was told before it built the object; of `toBuilder` what its object was told first. */
export function toldTo(tables: Tables, value: Value): readonly Call[] | undefined {
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

/** What a `Schema` says. */
export function schemaOf(tables: Tables, value: Value): DescribedSchema {
  const columns: DescribedColumn[] = [];
  let primaryKey: readonly string[] = [];
  let watermark: DescribedSchema["watermark"];
  let isOpen = false;
  for (const it of toldTo(tables, schemaGiven(tables, preferred(value))) ?? []) {
    const [first, second] = it.arguments;
    switch (it.method) {
      case "column":
      case "columnByExpression":
      case "columnByMetadata":
      case "fromFields":
      case "fromRowDataType": {
        const made = columnsOfCall(tables, it);
        isOpen ||= made.length === 0;
        columns.push(...made);
        break;
      }
      case "fromSchema": {
        const given = first === undefined ? undefined : schemaOf(tables, first);
        columns.push(...(given?.columns ?? []));
        primaryKey = given?.primaryKey ?? primaryKey;
        watermark = given?.watermark ?? watermark;
        break;
      }
      case "fromColumns":
      case "fromResolvedSchema": {
        const given = first && columnsTaken(tables, first);
        isOpen ||= given === undefined;
        columns.push(...(given ?? []));
        break;
      }
      case "withComment": {
        const last = columns.pop();
        if (last !== undefined) {
          columns.push({ ...last, comment: first });
        }
        break;
      }
      case "primaryKey":
        primaryKey = namesIn(tables, it.arguments);
        break;
      case "primaryKeyNamed":
        primaryKey = namesIn(tables, it.arguments.slice(1));
        break;
      case "watermark":
        watermark = watermarkOf(tables, first, second);
        break;
      default:
    }
  }
  const timed = columns.map((it) =>
    it.name === watermark?.column && it.definition === `AS ${unreadExpression}`
      ? { ...it, definition: "AS CAST(NULL AS TIMESTAMP_LTZ(3))" }
      : it,
  );
  const fault = keyFault(columns, primaryKey) ?? expressionFault(columns, watermark);
  return {
    columns: timed,
    primaryKey,
    watermark,
    ...(fault !== undefined && { fault }),
    ...(isOpen && { isOpen }),
  };
}

/** What `schema.getColumns()` and `table.getResolvedSchema()` give. */
function columnsTaken(tables: Tables, value: Value): readonly DescribedColumn[] | undefined {
  const taken = makerOf(tables.run.ask.log(), preferred(value));
  if (taken?.receiver === undefined) {
    return undefined;
  }
  if (taken.method === "getColumns" && isSchema(tables, taken.receiver)) {
    const given = schemaOf(tables, taken.receiver);
    return given.isOpen === true ? undefined : given.columns;
  }
  const [relation] =
    taken.method === "getResolvedSchema" ? relationsOf(tables, taken.receiver) : [];
  return relation?.complete === true ? resolvedColumns(relation) : undefined;
}

/** The columns of a table as a schema has them, all physical; undefined where a type is not known. */
export function resolvedColumns({ columns }: Relation): readonly DescribedColumn[] | undefined {
  const described = columns.map(({ name, type }): DescribedColumn => {
    const text = printDataType("attribute" in type ? { ...type, attribute: undefined } : type);
    return { name, definition: text, shown: text, comment: undefined };
  });
  return described.some((it) => it.definition.includes("?")) ? undefined : described;
}

/** Of `descriptor.getSchema().get()` the schema that the descriptor was told. */
function schemaGiven(tables: Tables, value: Value): Value {
  const log = tables.run.ask.log();
  const taken = makerOf(log, value);
  const asked = /^(get|orElse\w*)$/.test(taken?.method ?? "")
    ? makerOf(log, taken?.receiver)
    : undefined;
  if (asked?.method !== "getSchema" || asked.receiver === undefined) {
    return value;
  }
  const told = toldTo(tables, preferred(asked.receiver)) ?? [];
  const [given] = told.findLast((it) => it.method === "schema")?.arguments ?? [];
  return given === undefined ? value : schemaGiven(tables, preferred(given));
}

/** DefaultSchemaResolver.validatePrimaryKey: unlike in DDL, a key does not make its columns NOT NULL. */
function keyFault(
  columns: readonly DescribedColumn[],
  primaryKey: readonly string[],
): string | undefined {
  const nullable = columns.find(
    (it) =>
      primaryKey.includes(it.name) &&
      it.shown !== undefined &&
      dataTypeOfText(it.definition)?.nullable === true,
  );
  return (
    nullable &&
    `Invalid primary key 'PK_${primaryKey.join("_")}'. Column '${nullable.name}' is nullable.`
  );
}

function expressionFault(
  columns: readonly DescribedColumn[],
  watermark: DescribedSchema["watermark"],
): string | undefined {
  const expressions = [
    ...columns.flatMap((it) => /^AS (.*)$/s.exec(it.definition)?.[1] ?? []),
    ...(watermark === undefined ? [] : [watermark.expression]),
  ];
  const wrong = expressions.find(
    (it) => parseScript(`SELECT ${it} FROM t`, { version: "2.3", holes: true }).errors.length > 0,
  );
  return wrong && `Invalid SQL expression: ${wrong}`;
}

/** The columns that one call on the builder adds. */
function columnsOfCall(tables: Tables, call: Call): readonly DescribedColumn[] {
  const [first, second] = call.arguments;
  const name = constantText(first);
  switch (call.method) {
    case "fromRowDataType":
      return first === undefined ? [] : columnsOfRow(tables, first);
    case "fromFields": {
      const names = first === undefined ? [] : namesIn(tables, [first]);
      const types = second?.kind === "list" ? tables.run.ask.items(second).items : [];
      return names.length === types.length
        ? names.flatMap((it, index) => {
            const type = types[index]?.value;
            return type === undefined ? [] : [physicalColumn(tables, it, type)];
          })
        : [];
    }
    default:
  }
  if (name === undefined || second === undefined) {
    return [];
  }
  switch (call.method) {
    case "column":
      return [physicalColumn(tables, name, second)];
    case "columnByExpression": {
      const expression = expressionSql(tables, second) ?? unreadExpression;
      return [{ name, definition: `AS ${expression}`, shown: undefined, comment: undefined }];
    }
    default:
      return [metadataColumn(tables, name, call)];
  }
}

function physicalColumn(tables: Tables, name: string, given: Value): DescribedColumn {
  const type = typeText(tables, given);
  return { name, definition: type.sql, shown: type.shown, comment: undefined };
}

/** The fields of `DataTypes.ROW(...)`. */
function columnsOfRow(tables: Tables, given: Value): readonly DescribedColumn[] {
  const type = dataTypeOfText(typeText(tables, given).sql);
  return type?.kind === "ROW"
    ? type.fields.map((it) => {
        const text = printDataType(it.type);
        return { name: it.name, definition: text, shown: text, comment: undefined };
      })
    : [];
}

function watermarkOf(
  tables: Tables,
  column: Value | undefined,
  expression: Value | undefined,
): DescribedSchema["watermark"] {
  const name = constantText(column);
  return name === undefined
    ? undefined
    : { column: name, expression: expressionSql(tables, expression) ?? quoted(name) };
}

const unreadExpression = "CAST(NULL AS STRING)";

/** An expression as text, or as one of the Table API; undefined where it is not read. */
function expressionSql(tables: Tables, value: Value | undefined): string | undefined {
  return constantText(value) ?? (value && sqlOf(sqlOfExpressions(tables), value));
}

/** The texts of varargs, arrays and lists. */
export function namesIn(tables: Tables, values: readonly Value[]): readonly string[] {
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
