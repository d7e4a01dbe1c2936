import type { ColumnType, TypeFault } from "./column-type.ts";
import type { TableFailure, TableUse } from "./connector.ts";
import { constantOption, validationException } from "./table-facts.ts";

/** The first column whose type a connector or format refuses. */
export function typeFailures(
  { columns }: Pick<TableUse, "columns">,
  faultOf: (type: ColumnType) => TypeFault,
): readonly TableFailure[] {
  for (const { name, type } of columns) {
    const fault = faultOf(type);
    if (fault !== undefined) {
      const message = `The column '${name}' is a ${type.kind}: ${fault.message}`;
      return [{ exception: fault.exception, message, option: undefined, rule: "column-type" }];
    }
  }
  return [];
}

/** What the format of a table's rows refuses of its columns. */
export function formatTypeFailures(table: TableUse): readonly TableFailure[] {
  // Key columns have a format of their own and may be left out of the value.
  const keys = constantOption(table.options, "key.fields")?.split(";") ?? [];
  const columns = table.columns.filter((it) => !keys.includes(it.name));
  return typeFailures({ columns }, (type) => formatTypeFault(type, table));
}

/** Why the format of a table's rows takes no column of a type. */
export function formatTypeFault(type: ColumnType, table: TableUse): TypeFault {
  const { options } = table;
  const format = constantOption(options, "value.format") ?? constantOption(options, "format");
  return format === undefined ? undefined : formats.get(format)?.(type, table);
}

type FormatFault = (type: ColumnType, table: TableUse) => TypeFault;

const formats: ReadonlyMap<string, FormatFault> = new Map<string, FormatFault>([
  ["json", jsonFault],
  ["debezium-json", jsonFault],
  ["canal-json", jsonFault],
  ["maxwell-json", jsonFault],
  ["ogg-json", jsonFault],
  ["csv", csvFault],
  ["raw", rawFault],
  [
    "avro",
    (type, { options }) =>
      avroFault(type, constantOption(options, "avro.timestamp_mapping.legacy") !== "false"),
  ],
]);

const unsupported = "java.lang.UnsupportedOperationException";
const illegal = "java.lang.IllegalArgumentException";

/** Types that no format of Flink's own takes. */
const opaque: ReadonlySet<string> = new Set(["STRUCTURED", "RAW", "VARIANT"]);

const texts: ReadonlySet<string> = new Set(["CHAR", "VARCHAR"]);

/** Whether something holds for a type or one inside it. */
export function isSomewhere(type: ColumnType, holds: (type: ColumnType) => boolean): boolean {
  return holds(type) || innerTypes(type).some((it) => isSomewhere(it, holds));
}

function innerTypes({ key, value, element, fields }: ColumnType): readonly ColumnType[] {
  return [key, value, element, ...(fields ?? []).map((it) => it.type)].flatMap((it) => it ?? []);
}

/** A MULTISET is a map of its elements to their counts. */
function keyOf({ kind, key, element }: ColumnType): ColumnType | undefined {
  return kind === "MAP" ? key : kind === "MULTISET" ? element : undefined;
}

function keyFault(type: ColumnType, format: string): TypeFault {
  const key = keyOf(type);
  return key === undefined || texts.has(key.kind) || key.kind === "unknown"
    ? undefined
    : {
        exception: unsupported,
        message: `the format '${format}' takes maps with texts as keys alone.`,
      };
}

function firstFault(
  types: readonly ColumnType[],
  faultOf: (type: ColumnType) => TypeFault,
): TypeFault {
  for (const type of types) {
    const fault = faultOf(type);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

/** JsonToRowDataConverters and RowDataToJsonConverters. */
function jsonFault(type: ColumnType): TypeFault {
  return opaque.has(type.kind)
    ? { exception: unsupported, message: `the format 'json' takes no ${type.kind}.` }
    : (keyFault(type, "json") ?? firstFault(innerTypes(type), jsonFault));
}

/** CsvRowSchemaConverter: one level of arrays and rows. */
function csvFault(type: ColumnType): TypeFault {
  if (opaque.has(type.kind) || keyOf(type) !== undefined) {
    return { exception: illegal, message: `the format 'csv' takes no ${type.kind}.` };
  }
  const deep = innerTypes(type).find((it) => opaque.has(it.kind) || innerTypes(it).length > 0);
  return (
    deep && {
      exception: illegal,
      message: `the format 'csv' takes simple types alone inside it, no ${deep.kind}.`,
    }
  );
}

/** AvroSchemaConverter; the mapping of before 1.19 is the default, and maps always have it. */
function avroFault(type: ColumnType, isLegacy: boolean): TypeFault {
  const { kind, precision = 0 } = type;
  if (opaque.has(kind) || (isLegacy && kind === "TIMESTAMP_LTZ")) {
    const hint =
      kind === "TIMESTAMP_LTZ" ? " unless 'avro.timestamp_mapping.legacy' is 'false'" : "";
    return { exception: unsupported, message: `the format 'avro' takes no ${kind}${hint}.` };
  }
  if (/^TIMESTAMP(_LTZ)?$/.test(kind) && precision > (isLegacy ? 3 : 6)) {
    const most = isLegacy ? 3 : 6;
    const message = `the format 'avro' takes a precision of at most ${most}, not ${precision}: write TIMESTAMP(${most}).`;
    return { exception: illegal, message };
  }
  const isMap = keyOf(type) !== undefined;
  return (
    keyFault(type, "avro") ?? firstFault(innerTypes(type), (it) => avroFault(it, isLegacy || isMap))
  );
}

const rawTypes: ReadonlySet<string> = new Set([
  "CHAR",
  "VARCHAR",
  "BINARY",
  "VARBINARY",
  "BOOLEAN",
  "TINYINT",
  "SMALLINT",
  "INT",
  "BIGINT",
  "FLOAT",
  "DOUBLE",
  "RAW",
  "unknown",
]);

/** RawFormatFactory.checkFieldType */
function rawFault({ kind }: ColumnType): TypeFault {
  return rawTypes.has(kind)
    ? undefined
    : {
        exception: validationException,
        message: "the format 'raw' takes texts, bytes, numbers and BOOLEAN alone.",
      };
}
