import type { DataType } from "../data-type.ts";
import type { Scalar } from "../relation.ts";
import { isSubquery, partsOf, someIn } from "../walk.ts";

/** The columns of the input that an expression reads, each once. */
export function readColumns(scalar: Scalar): readonly number[] {
  if (scalar.kind === "input") {
    return [scalar.index];
  }
  const columns: number[] = [];
  collectColumns(scalar, columns);
  return columns;
}

/** The columns that expressions read, each once. */
export function columnsOf(scalars: readonly Scalar[]): readonly number[] {
  return withColumnsOf([], scalars);
}

/** These columns and those that expressions read, each once. */
export function withColumnsOf(
  first: readonly number[],
  scalars: readonly Scalar[],
): readonly number[] {
  const columns = [...first];
  for (const scalar of scalars) {
    collectColumns(scalar, columns);
  }
  return columns;
}

function collectColumns(scalar: Scalar, columns: number[]): void {
  if (scalar.kind === "input") {
    // Most lists are short: a set costs more than it saves.
    if (!columns.includes(scalar.index)) {
      columns.push(scalar.index);
    }
    return;
  }
  for (const part of partsOf(scalar)) {
    collectColumns(part, columns);
  }
}

/** The expression with each column replaced; undefined where one has no replacement. */
export function replaced(
  scalar: Scalar,
  by: (index: number, type: DataType) => Scalar | undefined,
): Scalar | undefined {
  switch (scalar.kind) {
    case "input":
      return by(scalar.index, scalar.type);
    case "literal":
    case "outer":
      return scalar;
    case "call": {
      if (scalar.aggregate !== undefined) {
        return undefined;
      }
      const operands = scalar.operands.map((it) => replaced(it, by));
      return operands.every((it) => it !== undefined) ? { ...scalar, operands } : undefined;
    }
    case "field": {
      const object = replaced(scalar.object, by);
      return object === undefined ? undefined : { ...scalar, object };
    }
    default:
      return undefined;
  }
}

/** Whether a subquery stands in the expression. */
export function hasSubquery(scalar: Scalar): boolean {
  return someIn(scalar, isSubquery);
}

/** Whether a column of an outer query stands in the expression. */
export function hasOuter(scalar: Scalar): boolean {
  return someIn(scalar, (it) => it.kind === "outer");
}

/** Whether an OVER stands in the expression. */
export function hasOver(scalar: Scalar): boolean {
  return someIn(scalar, isOver);
}

function isOver(scalar: Scalar): boolean {
  return scalar.kind === "over";
}

/** The column that an expression is, casts that change nothing aside. */
export function plainColumn(scalar: Scalar): number | undefined {
  if (scalar.kind === "input") {
    return scalar.index;
  }
  const [operand] = scalar.kind === "call" && scalar.identity === true ? scalar.operands : [];
  return operand === undefined ? undefined : plainColumn(operand);
}

/** Which side of a join an expression reads: `none` for constants, `both` where it reads each. */
export function sideOf(scalar: Scalar, width: number): "left" | "right" | "both" | "none" {
  return sides[sidesOf(scalar, width)] ?? "none";
}

const sides = ["none", "left", "right", "both"] as const;

/** 1 where the left side is read, 2 where the right one is, 3 for both. */
function sidesOf(scalar: Scalar, width: number): number {
  if (scalar.kind === "input") {
    return scalar.index < width ? 1 : 2;
  }
  let read = 0;
  for (const part of partsOf(scalar)) {
    read |= sidesOf(part, width);
  }
  return read;
}
