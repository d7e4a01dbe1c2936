import { type DataType, type DecimalType, type RowField, withNullable } from "../data-type.ts";

/**
 * The type that values of several types share: of CASE, UNION, VALUES and array elements (`calcite`,
 * SqlTypeFactoryImpl.leastRestrictive) or of COALESCE, IF and other functions (`flink`, LogicalTypeMerging).
 * The result is nullable if one of them is. An unknown type makes the result unknown.
 */
export function commonType(rules: "calcite" | "flink", types: readonly DataType[]): DataType {
  const unknown = types.find((it) => it.kind === "unknown");
  const nullable = types.some((it) => it.nullable || it.kind === "NULL");
  if (unknown !== undefined) {
    return withNullable(unknown, nullable);
  }
  const [first, ...rest] = types.filter((it) => it.kind !== "NULL");
  if (first === undefined) {
    return { kind: "NULL", nullable: true };
  }
  const merged = rest.reduce((one, other) => pair(rules, one, other), first);
  return withNullable(merged, nullable);
}

function pair(rules: "calcite" | "flink", one: DataType, other: DataType): DataType {
  if (isNumber(one) && isNumber(other)) {
    return numbers(rules, one, other);
  }
  if (isText(one) && isText(other)) {
    return lengths(one, other, "CHAR", "VARCHAR");
  }
  if (isBytes(one) && isBytes(other)) {
    return lengths(one, other, "BINARY", "VARBINARY");
  }
  if (isTimestamp(one) && isTimestamp(other)) {
    const zoned = one.kind === "TIMESTAMP_LTZ" || other.kind === "TIMESTAMP_LTZ";
    // FlinkTypeFactory.leastRestrictive: of one precision the first counts, else the last.
    const kind = one.precision === other.precision ? one.kind : other.kind;
    return {
      kind: rules === "calcite" ? kind : zoned ? "TIMESTAMP_LTZ" : one.kind,
      precision: Math.max(one.precision, other.precision),
      attribute: one.attribute,
      nullable: true,
    };
  }
  return nested(rules, one, other);
}

function nested(rules: "calcite" | "flink", one: DataType, other: DataType): DataType {
  switch (one.kind) {
    case "ARRAY":
    case "MULTISET":
      return other.kind === one.kind
        ? { ...one, element: commonType(rules, [one.element, other.element]) }
        : one;
    case "MAP":
      return other.kind === "MAP"
        ? {
            ...one,
            key: commonType(rules, [one.key, other.key]),
            value: commonType(rules, [one.value, other.value]),
          }
        : one;
    case "ROW":
      return other.kind === "ROW" && other.fields.length === one.fields.length
        ? {
            ...one,
            fields: one.fields.map((it, index) => mergedField(rules, it, other.fields[index])),
          }
        : one;
    case "INTERVAL":
      return other.kind === "INTERVAL" ? { ...one, unit: mergedUnit(one.unit, other.unit) } : one;
    default:
      return one;
  }
}

function mergedField(
  rules: "calcite" | "flink",
  one: RowField,
  other: RowField | undefined,
): RowField {
  return other === undefined ? one : { ...one, type: commonType(rules, [one.type, other.type]) };
}

const units = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"];

/** `DAY` and `HOUR` make `DAY TO HOUR`. */
export function mergedUnit(one: string, other: string): string {
  const places = [...one.split(" TO "), ...other.split(" TO ")].map((it) => units.indexOf(it));
  const from = units[Math.min(...places)] ?? one;
  const to = units[Math.max(...places)] ?? other;
  return from === to ? from : `${from} TO ${to}`;
}

type NumberType = DataType & {
  readonly kind: "TINYINT" | "SMALLINT" | "INT" | "BIGINT" | "DECIMAL" | "FLOAT" | "DOUBLE";
};

const widths = { TINYINT: 3, SMALLINT: 5, INT: 10, BIGINT: 19 } as const;

/** Whether values of it can be counted with. */
export function isNumber(type: DataType): type is NumberType {
  return type.kind in widths || isApproximate(type) || type.kind === "DECIMAL";
}

/** Whether it is an integer of fixed width. */
export function isInteger(
  type: DataType,
): type is DataType & { readonly kind: keyof typeof widths } {
  return type.kind in widths;
}

function isApproximate(type: DataType): boolean {
  return type.kind === "FLOAT" || type.kind === "DOUBLE";
}

/** CHAR or VARCHAR. */
export function isText(type: DataType): type is DataType & { readonly kind: "CHAR" | "VARCHAR" } {
  return type.kind === "CHAR" || type.kind === "VARCHAR";
}

/** BINARY or VARBINARY. */
export function isBytes(
  type: DataType,
): type is DataType & { readonly kind: "BINARY" | "VARBINARY" } {
  return type.kind === "BINARY" || type.kind === "VARBINARY";
}

function isTimestamp(
  type: DataType,
): type is DataType & { readonly kind: "TIMESTAMP" | "TIMESTAMP_LTZ" | "TIMESTAMP_TZ" } {
  return type.kind === "TIMESTAMP" || type.kind === "TIMESTAMP_LTZ" || type.kind === "TIMESTAMP_TZ";
}

/** The decimal that holds an integer, or the decimal itself. */
export function asDecimal(type: DataType): DecimalType | undefined {
  if (type.kind === "DECIMAL") {
    return type;
  }
  return isInteger(type)
    ? { kind: "DECIMAL", precision: widths[type.kind], scale: 0, nullable: type.nullable }
    : undefined;
}

function numbers(rules: "calcite" | "flink", one: NumberType, other: NumberType): DataType {
  if (isApproximate(one) && isApproximate(other)) {
    // Calcite gives FLOAT and DOUBLE one precision and keeps the first; LogicalTypeMerging takes the wider.
    return rules === "calcite" || one.kind === "DOUBLE" ? one : other;
  }
  if (isApproximate(one) || isApproximate(other)) {
    return one.kind === "DECIMAL" || other.kind === "DECIMAL"
      ? { kind: "DOUBLE", nullable: true }
      : isApproximate(one)
        ? one
        : other;
  }
  if (isInteger(one) && isInteger(other)) {
    return widths[one.kind] >= widths[other.kind] ? one : other;
  }
  return widerDecimal(asDecimal(one), asDecimal(other));
}

function widerDecimal(one: DecimalType | undefined, other: DecimalType | undefined): DataType {
  const first = one ?? { precision: 10, scale: 0 };
  const second = other ?? { precision: 10, scale: 0 };
  const whole = Math.min(
    38,
    Math.max(first.precision - first.scale, second.precision - second.scale),
  );
  const scale = Math.min(Math.max(first.scale, second.scale), 38 - whole);
  return { kind: "DECIMAL", precision: whole + scale, scale, nullable: true };
}

function lengths(
  one: DataType & { readonly length: number },
  other: DataType & { readonly length: number },
  fixed: "CHAR" | "BINARY",
  varying: "VARCHAR" | "VARBINARY",
): DataType {
  const same = one.length === other.length && one.kind === fixed && other.kind === fixed;
  return {
    kind: same ? fixed : varying,
    length: Math.max(one.length, other.length),
    nullable: true,
  };
}
