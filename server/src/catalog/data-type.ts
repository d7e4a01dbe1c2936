import type { UnknownReason } from "../values/value.ts";

/** Flink's logical types with their nullability, as far as SQL can name them; `unknown` says why a type is not known. */
export type DataType =
  | PlainType
  | LengthType
  | DecimalType
  | TimeType
  | TimestampType
  | IntervalType
  | CollectionDataType
  | MapDataType
  | RowDataType
  | StructuredDataType
  | RawDataType
  | UnknownDataType;

interface TypeBase {
  readonly nullable: boolean;
}

/** Types without parameters. */
export interface PlainType extends TypeBase {
  readonly kind: PlainKind;
}

export type PlainKind =
  | "BOOLEAN"
  | "TINYINT"
  | "SMALLINT"
  | "INT"
  | "BIGINT"
  | "FLOAT"
  | "DOUBLE"
  | "DATE"
  | "VARIANT"
  | "BITMAP"
  | "DESCRIPTOR"
  | "SYMBOL"
  | "NULL";

export interface LengthType extends TypeBase {
  readonly kind: "CHAR" | "VARCHAR" | "BINARY" | "VARBINARY";
  readonly length: number;
}

export interface DecimalType extends TypeBase {
  readonly kind: "DECIMAL";
  readonly precision: number;
  readonly scale: number;
}

export interface TimeType extends TypeBase {
  readonly kind: "TIME";
  readonly precision: number;
}

/** `attribute` marks an event time or processing time column: tables made from a query keep it. */
export interface TimestampType extends TypeBase {
  readonly kind: "TIMESTAMP" | "TIMESTAMP_LTZ" | "TIMESTAMP_TZ";
  readonly precision: number;
  readonly attribute: "rowtime" | "proctime" | undefined;
}

/** `unit` as written in SQL: `DAY TO SECOND`, `MONTH`. */
export interface IntervalType extends TypeBase {
  readonly kind: "INTERVAL";
  readonly unit: string;
  readonly precision: number | undefined;
  readonly fraction: number | undefined;
}

export interface CollectionDataType extends TypeBase {
  readonly kind: "ARRAY" | "MULTISET";
  readonly element: DataType;
}

export interface MapDataType extends TypeBase {
  readonly kind: "MAP";
  readonly key: DataType;
  readonly value: DataType;
}

export interface RowField {
  readonly name: string;
  readonly type: DataType;
  readonly comment: string | undefined;
}

export interface RowDataType extends TypeBase {
  readonly kind: "ROW";
  readonly fields: readonly RowField[];
}

export interface StructuredDataType extends TypeBase {
  readonly kind: "STRUCTURED";
  readonly className: string;
  readonly fields: readonly RowField[];
}

export interface RawDataType extends TypeBase {
  readonly kind: "RAW";
  readonly className: string;
  readonly serializer: string;
}

/** A type that the text does not tell, such as the result of a user's function. */
export interface UnknownDataType extends TypeBase {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly detail: string;
}

/** The length that makes VARCHAR a STRING and VARBINARY a BYTES. */
export const maxLength = 2147483647;

/** The type with another nullability. */
export function withNullable<T extends DataType>(type: T, nullable: boolean): T {
  return type.nullable === nullable ? type : { ...type, nullable };
}

/** Flink's rows keep the descriptions of their fields in `DataTypes`, not in SQL, and print them as `'...'`. */
type Descriptions = "left-out" | "marked";

/** The type as Flink's `DataType.toString()` writes it; `?` where it is not known. */
export function printDataType(type: DataType, descriptions: Descriptions = "left-out"): string {
  const bare = printBare(type, descriptions);
  const printed = type.nullable || type.kind === "NULL" ? bare : `${bare} NOT NULL`;
  // TimestampType.toString writes the kind behind the nullability.
  return "attribute" in type && type.attribute !== undefined
    ? `${printed} *${type.attribute.toUpperCase()}*`
    : printed;
}

function printBare(type: DataType, descriptions: Descriptions): string {
  switch (type.kind) {
    case "unknown":
      return "?";
    case "CHAR":
    case "BINARY":
      return `${type.kind}(${type.length})`;
    case "VARCHAR":
      return type.length === maxLength ? "STRING" : `VARCHAR(${type.length})`;
    case "VARBINARY":
      return type.length === maxLength ? "BYTES" : `VARBINARY(${type.length})`;
    case "DECIMAL":
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case "TIME":
    case "TIMESTAMP":
    case "TIMESTAMP_LTZ":
      return `${type.kind}(${type.precision})`;
    case "TIMESTAMP_TZ":
      return `TIMESTAMP(${type.precision}) WITH TIME ZONE`;
    case "INTERVAL":
      return printInterval(type);
    case "ARRAY":
    case "MULTISET":
      return `${type.kind}<${printDataType(type.element, descriptions)}>`;
    case "MAP":
      return `MAP<${printDataType(type.key, descriptions)}, ${printDataType(type.value, descriptions)}>`;
    case "ROW":
      return `ROW<${type.fields.map((it) => printField(it, descriptions)).join(", ")}>`;
    case "STRUCTURED":
      return `STRUCTURED<'${type.className}'${type.fields.map((it) => `, ${printField(it, descriptions)}`).join("")}>`;
    case "RAW":
      return `RAW('${type.className}', '${type.serializer}')`;
    default:
      return type.kind;
  }
}

function printField({ name, type, comment }: RowField, descriptions: Descriptions): string {
  const mark = descriptions === "marked" && comment !== undefined ? " '...'" : "";
  return `\`${name.replaceAll("`", "``")}\` ${printDataType(type, descriptions)}${mark}`;
}

/** FlinkTypeFactory.toLogicalType knows two intervals: of months, and of seconds with milliseconds. */
function printInterval(type: IntervalType): string {
  return /YEAR|QUARTER|MONTH/.test(type.unit) ? "INTERVAL MONTH" : "INTERVAL SECOND(3)";
}
