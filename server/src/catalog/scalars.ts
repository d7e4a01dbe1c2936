import type { Location } from "../text/range.ts";
import type { DataType } from "./data-type.ts";
import type { Scalar } from "./relation.ts";

/** A call of an operator or function. */
export function call(
  operator: string,
  operands: readonly Scalar[],
  type: DataType,
  at: Location,
): Scalar {
  return { kind: "call", operator, operands, type, at };
}

/** BOOLEAN; the same two values for all conditions of a script. */
export function bool(nullable: boolean): DataType {
  return nullable ? nullableBoolean : sureBoolean;
}

const nullableBoolean: DataType = { kind: "BOOLEAN", nullable: true };
const sureBoolean: DataType = { kind: "BOOLEAN", nullable: false };

/** BOOLEAN that is NULL where an operand is. */
export function anyNull(operands: readonly Scalar[]): DataType {
  return bool(operands.some((it) => it.type.nullable));
}
