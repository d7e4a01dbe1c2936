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

/** A condition: NULL where an operand is. */
export function booleanCall(operator: string, operands: readonly Scalar[], at: Location): Scalar {
  return call(operator, operands, anyNull(operands), at);
}

/** Conditions joined by AND; undefined where there is none. */
export function allOf(conditions: readonly Scalar[]): Scalar | undefined {
  return conditions.reduce<Scalar | undefined>(
    (one, other) => (one === undefined ? other : booleanCall("AND", [one, other], one.at)),
    undefined,
  );
}
