import { aggregateFunctionTypes, scalarFunctionTypes } from "../../facts/function-types.ts";
import { type DataType, maxLength, type RowField, withNullable } from "../data-type.ts";
import type { Scalar } from "../relation.ts";
import { arithmeticType } from "./arithmetic.ts";
import { commonType, isNumber, isText } from "./merge.ts";
import { namedType } from "./named-type.ts";

/** Words of a call that its type depends on: units, RETURNING. */
export interface CallWords {
  readonly unit: string | undefined;
  readonly returning: DataType | undefined;
}

/** What a built-in scalar function returns; undefined where there is none of that name. */
export function scalarFunctionType(
  name: string,
  operands: readonly Scalar[],
  words: CallWords,
): DataType | undefined {
  const special = specialType(name, operands);
  if (special !== undefined) {
    return special;
  }
  const facts = scalarFunctionTypes.get(name);
  if (facts === undefined) {
    return undefined;
  }
  const [rule, policy] = facts;
  const types = operands.map((it) => it.type);
  const nullable =
    policy === "args"
      ? types.some((it) => it.nullable)
      : policy === "first"
        ? types[0]?.nullable === true
        : policy === "yes";
  return withNullable(ruleType(rule, operands, types, words), nullable);
}

/** What a built-in aggregate function returns; `sure`: every group has rows and none is filtered away. */
export function aggregateFunctionType(
  name: string,
  operands: readonly Scalar[],
  sure: boolean,
): DataType | undefined {
  const facts = aggregateFunctionTypes.get(name);
  if (facts === undefined) {
    return undefined;
  }
  const [rule, policy] = facts;
  const types = operands.map((it) => it.type);
  const some = types.some((it) => it.nullable);
  const nullable = policy === "empty" ? some || !sure : policy === "args" ? some : policy === "yes";
  const type = ruleType(rule, operands, types, { unit: undefined, returning: undefined });
  if (rule === "@shiftedRow") {
    // LAG and LEAD with a default are as nullable as that.
    return withNullable(type, types[2]?.nullable ?? true);
  }
  return withNullable(type, nullable);
}

/** Whether Flink has a built-in aggregate function of that name. */
export function isAggregateFunction(name: string): boolean {
  return aggregateFunctionTypes.has(name);
}

/** Functions whose nullability has a rule of its own. */
function specialType(name: string, operands: readonly Scalar[]): DataType | undefined {
  const types = operands.map((it) => it.type);
  const [first, second, third] = types;
  switch (name) {
    case "COALESCE":
      return withNullable(
        commonType("flink", types),
        types.every((it) => it.nullable || it.kind === "NULL"),
      );
    case "IFNULL":
      if (first === undefined || second === undefined) {
        return undefined;
      }
      // Numbers are widened before the function sees them, texts are not.
      return first.nullable || (isNumber(first) && isNumber(second))
        ? withNullable(commonType("flink", [first, second]), first.nullable && second.nullable)
        : first;
    case "OBJECT_OF":
      return objectType(operands);
    case "OBJECT_UPDATE":
      return updatedObject(operands);
    case "NULLIF":
      return first === undefined ? undefined : withNullable(first, true);
    case "IF":
      return first === undefined || second === undefined || third === undefined
        ? undefined
        : withNullable(
            commonType("flink", [second, third]),
            first.nullable || second.nullable || third.nullable,
          );
    default:
      return undefined;
  }
}

/** OBJECT_OF('class', 'name', value, ...) */
function objectType(operands: readonly Scalar[]): DataType | undefined {
  const [className, ...parts] = operands;
  return className?.kind === "literal"
    ? {
        kind: "STRUCTURED",
        className: String(className.value),
        fields: fieldsOf(parts),
        nullable: true,
      }
    : undefined;
}

/** OBJECT_UPDATE(object, 'name', value, ...): the fields have the types of their new values. */
function updatedObject([object, ...parts]: readonly Scalar[]): DataType | undefined {
  const type = object?.type;
  const updates = fieldsOf(parts);
  return type?.kind === "STRUCTURED"
    ? {
        ...type,
        fields: type.fields.map((it) => updates.find((other) => other.name === it.name) ?? it),
      }
    : undefined;
}

/** `'name', value, ...` */
function fieldsOf(parts: readonly Scalar[]): readonly RowField[] {
  return parts.flatMap((it, index) => {
    const value = parts[index + 1];
    return index % 2 === 0 && it.kind === "literal" && value !== undefined
      ? [{ name: String(it.value), type: value.type, comment: undefined }]
      : [];
  });
}

function ruleType(
  rule: string,
  operands: readonly Scalar[],
  types: readonly DataType[],
  words: CallWords,
): DataType {
  const first = types[0];
  if (rule === "#1") {
    return first ?? missing();
  }
  if (rule === "common") {
    return types.length === 0 ? missing() : commonType("flink", types);
  }
  if (!rule.startsWith("@")) {
    return namedType(rule, true);
  }
  if (rule === "@returning") {
    return words.returning ?? namedType("STRING", true);
  }
  if (rule === "@stringArray") {
    return { kind: "ARRAY", element: namedType("STRING", true), nullable: true };
  }
  if (rule === "@intArray") {
    return { kind: "ARRAY", element: namedType("INT", false), nullable: true };
  }
  if (rule === "@stringMap") {
    const text = namedType("STRING", true);
    return { kind: "MAP", key: text, value: text, nullable: true };
  }
  if (rule === "@proctime") {
    return { kind: "TIMESTAMP_LTZ", precision: 3, attribute: "proctime", nullable: false };
  }
  if (rule === "@rowtime") {
    const kind = first?.kind === "TIMESTAMP_LTZ" ? "TIMESTAMP_LTZ" : "TIMESTAMP";
    return { kind, precision: 3, attribute: "rowtime", nullable: false };
  }
  if (first === undefined) {
    return missing();
  }
  return first.kind === "unknown" ? first : argumentRule(rule, first, operands, types, words);
}

function argumentRule(
  rule: string,
  first: DataType,
  operands: readonly Scalar[],
  types: readonly DataType[],
  words: CallWords,
): DataType {
  const second = types[1];
  switch (rule) {
    case "@element":
      return "element" in first ? first.element : missing();
    case "@appended":
      return first.kind === "ARRAY" && second !== undefined
        ? {
            ...first,
            element: withNullable(first.element, first.element.nullable || second.nullable),
          }
        : first;
    case "@entries":
      return first.kind === "MAP"
        ? {
            kind: "ARRAY",
            element: {
              kind: "ROW",
              fields: [
                { name: "key", type: first.key, comment: undefined },
                { name: "value", type: first.value, comment: undefined },
              ],
              nullable: true,
            },
            nullable: true,
          }
        : missing();
    case "@keys":
      return first.kind === "MAP"
        ? { kind: "ARRAY", element: first.key, nullable: true }
        : missing();
    case "@values":
      return first.kind === "MAP"
        ? { kind: "ARRAY", element: first.value, nullable: true }
        : missing();
    case "@mapOfArrays":
      return first.kind === "ARRAY" && second?.kind === "ARRAY"
        ? { kind: "MAP", key: first.element, value: second.element, nullable: true }
        : missing();
    case "@trimmed": {
      const trimmed = types.at(-1) ?? first;
      return isText(trimmed)
        ? { kind: "VARCHAR", length: trimmed.length, nullable: true }
        : trimmed;
    }
    case "@varying":
      return isText(first) ? { kind: "VARCHAR", length: first.length, nullable: true } : first;
    case "@overlaid":
      return isText(first) && second !== undefined && isText(second)
        ? {
            kind: "VARCHAR",
            length: Math.min(first.length + second.length, maxLength),
            nullable: true,
          }
        : first;
    case "@elt":
      return second?.kind.endsWith("BINARY") ? namedType("BYTES", true) : namedType("STRING", true);
    case "@rounded":
      return roundedDown(first);
    case "@roundedTo":
      return roundedTo(first, operands[1]);
    case "@modulo":
      return second === undefined ? first : (arithmeticType("%", first, second) ?? missing());
    case "@shifted":
      return shifted(words.unit, types);
    case "@watermark":
      return first;
    case "@decimalSum":
      return second === undefined ? first : (arithmeticType("+", first, second) ?? missing());
    case "@arrayOf":
      return { kind: "ARRAY", element: first, nullable: true };
    case "@multisetOf":
      return { kind: "MULTISET", element: first, nullable: false };
    case "@average":
      return averageType(first);
    case "@sum":
      return first.kind === "DECIMAL" ? { ...first, precision: 38 } : first;
    case "@shiftedRow":
      return first;
    case "@percentile":
      return second?.kind === "ARRAY"
        ? { kind: "ARRAY", element: namedType("DOUBLE", true), nullable: true }
        : namedType("DOUBLE", true);
    default:
      return missing();
  }
}

/** LogicalTypeMerging.findAvgAggType. */
function averageType(type: DataType): DataType {
  return type.kind === "DECIMAL"
    ? { ...type, precision: 38, scale: Math.max(6, type.scale) }
    : type;
}

function roundedDown(type: DataType): DataType {
  if (type.kind === "DECIMAL") {
    return { ...type, scale: 0 };
  }
  return type;
}

/** LogicalTypeMerging.findRoundDecimalType. */
function roundedTo(type: DataType, places: Scalar | undefined): DataType {
  if (type.kind !== "DECIMAL") {
    return type;
  }
  const digits =
    places?.kind === "literal" ? Number(places.value) : places === undefined ? 0 : Number.NaN;
  if (Number.isNaN(digits)) {
    return { kind: "DECIMAL", precision: 38, scale: type.scale, nullable: true };
  }
  if (digits >= type.scale) {
    return type;
  }
  const whole = type.precision - type.scale + 1;
  return digits < 0
    ? { ...type, precision: Math.min(38, whole), scale: 0 }
    : { ...type, precision: Math.min(38, whole + digits), scale: digits };
}

const dayUnits = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY"];

function shifted(unit: string | undefined, types: readonly DataType[]): DataType {
  const time = types.at(-1) ?? missing();
  if (time.kind === "DATE" && unit !== undefined && !dayUnits.includes(unit)) {
    return { kind: "TIMESTAMP", precision: 6, attribute: undefined, nullable: true };
  }
  return time.kind === "TIMESTAMP" || time.kind === "TIMESTAMP_LTZ"
    ? { ...time, attribute: undefined }
    : time;
}

function missing(): DataType {
  return {
    kind: "unknown",
    reason: "unfinished",
    detail: "The arguments do not fit the function.",
    nullable: true,
  };
}

/** The type of a number literal as Calcite reads it. */
export function numberLiteralType(text: string): DataType {
  if (/[eE]/.test(text)) {
    return { kind: "DOUBLE", nullable: false };
  }
  const point = text.indexOf(".");
  if (point < 0 || point === text.length - 1) {
    const whole = point < 0 ? text : text.slice(0, -1);
    const value = /^\d+$/.test(whole) ? BigInt(whole) : 0n;
    return { kind: value <= 2147483647n ? "INT" : "BIGINT", nullable: false };
  }
  // SqlLiteral.createExactNumeric counts characters, leading zeros too.
  const precision = text.length - 1;
  return { kind: "DECIMAL", precision, scale: precision - point, nullable: false };
}
