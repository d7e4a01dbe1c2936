import type { DataType } from "../data-type.ts";
import { isBytes, isNumber, isText } from "./merge.ts";

/**
 * Whether a query's column may be written to a sink's column without a CAST: LogicalTypeCasts.supportsImplicitCast.
 * Unknown types always may.
 */
export function castsImplicitly(from: DataType, to: DataType): boolean {
  if (from.kind === "unknown" || to.kind === "unknown" || from.kind === "NULL") {
    return true;
  }
  if (isText(to)) {
    return to.kind === "CHAR" ? from.kind === "CHAR" : isText(from);
  }
  if (isBytes(to)) {
    return to.kind === "BINARY" ? from.kind === "BINARY" : isBytes(from);
  }
  if (isNumber(to)) {
    return isNumber(from) && narrows(from, to);
  }
  switch (to.kind) {
    case "TIMESTAMP":
    case "TIMESTAMP_LTZ":
    case "TIMESTAMP_TZ":
    case "DATE":
    case "TIME":
      return temporal(from, to);
    case "ARRAY":
    case "MULTISET":
      return from.kind === to.kind && castsImplicitly(from.element, to.element);
    case "MAP":
      return (
        from.kind === "MAP" &&
        castsImplicitly(from.key, to.key) &&
        castsImplicitly(from.value, to.value)
      );
    case "ROW":
    case "STRUCTURED":
      return (
        (from.kind === "ROW" || from.kind === "STRUCTURED") &&
        from.fields.length === to.fields.length &&
        from.fields.every((it, index) => {
          const other = to.fields[index];
          return other !== undefined && castsImplicitly(it.type, other.type);
        })
      );
    case "RAW":
      return from.kind === "RAW" && from.className === to.className;
    case "INTERVAL":
      return from.kind === "INTERVAL" || isNumber(from);
    default:
      return from.kind === to.kind;
  }
}

const order = ["TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE"];

/** Numbers are only widened, but that every number becomes DECIMAL. */
function narrows(from: DataType, to: DataType): boolean {
  return to.kind === "DECIMAL" || order.indexOf(from.kind) <= order.indexOf(to.kind);
}

function temporal(from: DataType, to: DataType): boolean {
  const timestamps = ["TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ"];
  return timestamps.includes(to.kind)
    ? timestamps.includes(from.kind)
    : from.kind === to.kind || from.kind === "TIMESTAMP";
}
