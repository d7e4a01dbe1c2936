import type { DataType } from "../data-type.ts";
import { isBytes, isNumber, isText } from "./merge.ts";

/** SqlTypeUtil.isComparable after coercion: texts are cast to what they are compared with, but for bytes. */
export function areComparable(one: DataType, other: DataType): boolean {
  const [first, second] = [comparedAs(one), comparedAs(other)];
  return (
    first === undefined ||
    second === undefined ||
    first === second ||
    (first === "text" && second !== "bytes") ||
    (second === "text" && first !== "bytes")
  );
}

function comparedAs(type: DataType): string | undefined {
  if (isNumber(type)) {
    return "number";
  }
  if (isText(type) || isBytes(type)) {
    return isText(type) ? "text" : "bytes";
  }
  switch (type.kind) {
    case "BOOLEAN":
    case "DATE":
    case "TIME":
      return type.kind;
    case "TIMESTAMP":
    case "TIMESTAMP_LTZ":
      return "timestamp";
    default:
      return undefined;
  }
}

/** Whether texts and numbers stand where all must have one type: SqlTypeFactoryImpl.leastRestrictive finds none. */
export function mixesTexts(types: readonly DataType[]): boolean {
  return types.some(isText) && types.some(isNumber);
}
