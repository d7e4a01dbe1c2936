import { type DataType, type DecimalType, maxLength, withNullable } from "../data-type.ts";
import {
  asDecimal,
  commonType,
  isBytes,
  isInteger,
  isNumber,
  isText,
  mergedUnit,
} from "./merge.ts";

/** The type of `left operator right` for `+ - * / %`; undefined where Flink refuses the operands. */
export function arithmeticType(
  operator: string,
  left: DataType,
  right: DataType,
): DataType | undefined {
  const nullable = left.nullable || right.nullable;
  if (left.kind === "unknown" || right.kind === "unknown") {
    return withNullable(left.kind === "unknown" ? left : right, true);
  }
  const type =
    isNumber(left) && isNumber(right)
      ? numericType(operator, left, right)
      : temporalType(operator, left, right);
  return type === undefined ? undefined : withNullable(type, nullable);
}

function numericType(operator: string, left: DataType, right: DataType): DataType | undefined {
  const one = asDecimal(left);
  const other = asDecimal(right);
  if (one === undefined || other === undefined) {
    return operator === "%" ? undefined : commonType("calcite", [left, right]);
  }
  if (isInteger(left) && isInteger(right)) {
    // FlinkSqlOperatorTable.PERCENT_REMAINDER and MOD have the type of the second operand.
    return operator === "%" ? right : commonType("calcite", [left, right]);
  }
  return decimalType(operator, one, other);
}

/** FlinkTypeSystem and LogicalTypeMerging.findAdditionDecimalType and its kin. */
function decimalType(operator: string, left: DecimalType, right: DecimalType): DataType {
  const whole = { left: left.precision - left.scale, right: right.precision - right.scale };
  const scale = Math.max(left.scale, right.scale);
  switch (operator) {
    case "*":
      return adjusted(left.precision + right.precision + 1, left.scale + right.scale);
    case "/": {
      const quotient = Math.max(6, left.scale + right.precision + 1);
      return adjusted(whole.left + right.scale + quotient, quotient);
    }
    case "%":
      return adjusted(Math.min(whole.left, whole.right) + scale, scale);
    default:
      return adjusted(Math.max(whole.left, whole.right) + scale + 1, scale);
  }
}

function adjusted(precision: number, scale: number): DataType {
  if (precision <= 38) {
    return { kind: "DECIMAL", precision, scale, nullable: true };
  }
  const kept = Math.max(38 - (precision - scale), Math.min(scale, 6));
  return { kind: "DECIMAL", precision: 38, scale: kept, nullable: true };
}

function temporalType(operator: string, left: DataType, right: DataType): DataType | undefined {
  if (left.kind === "INTERVAL" && right.kind === "INTERVAL") {
    return { ...left, unit: mergedUnit(left.unit, right.unit) };
  }
  if (left.kind === "INTERVAL") {
    return operator === "*" || operator === "/"
      ? plain(right) === undefined
        ? left
        : undefined
      : operator === "-"
        ? undefined
        : plain(right);
  }
  if (right.kind === "INTERVAL") {
    return operator === "*" ? (plain(left) === undefined ? right : undefined) : plain(left);
  }
  return undefined;
}

/** The type of `(left - right) unit`; undefined where one is no time. */
export function differenceType(
  left: DataType,
  right: DataType,
  from: string,
): DataType | undefined {
  const isUnknown = left.kind === "unknown" || right.kind === "unknown";
  if (!isUnknown && (plain(left) === undefined || plain(right) === undefined)) {
    return undefined;
  }
  const unit = ["YEAR", "QUARTER", "MONTH"].includes(from) ? "YEAR TO MONTH" : "DAY TO SECOND";
  const nullable = left.nullable || right.nullable;
  return { kind: "INTERVAL", unit, precision: undefined, fraction: 3, nullable };
}

function plain(type: DataType): DataType | undefined {
  switch (type.kind) {
    case "TIMESTAMP":
    case "TIMESTAMP_LTZ":
    case "DATE":
    case "TIME":
      return type;
    default:
      return undefined;
  }
}

/** The type of `left || right`. */
export function concatenatedType(left: DataType, right: DataType): DataType | undefined {
  const nullable = left.nullable || right.nullable;
  if (left.kind === "unknown" || right.kind === "unknown") {
    return withNullable(left.kind === "unknown" ? left : right, true);
  }
  if (isText(left) && isText(right)) {
    const kind = left.kind === "CHAR" && right.kind === "CHAR" ? "CHAR" : "VARCHAR";
    return { kind, length: Math.min(left.length + right.length, maxLength), nullable };
  }
  if (isBytes(left) && isBytes(right)) {
    const kind = left.kind === "BINARY" && right.kind === "BINARY" ? "BINARY" : "VARBINARY";
    return { kind, length: Math.min(left.length + right.length, maxLength), nullable };
  }
  return left.kind === "ARRAY" && right.kind === "ARRAY"
    ? commonType("calcite", [left, right])
    : undefined;
}
