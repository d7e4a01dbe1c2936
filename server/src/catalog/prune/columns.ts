import type { Scalar } from "../relation.ts";
import { isSubquery, partsOf, scalarsIn, someIn } from "../walk.ts";

/** The columns of the input that stand in an expression, with their types. */
export function inputsIn(scalar: Scalar): readonly (Scalar & { readonly kind: "input" })[] {
  return scalarsIn(scalar).filter((it) => it.kind === "input");
}

/** The columns of the input that an expression reads. */
export function readColumns(scalar: Scalar): readonly number[] {
  if (scalar.kind === "input") {
    return [scalar.index];
  }
  const columns: number[] = [];
  collectColumns(scalar, columns);
  return columns;
}

/** The columns that expressions read, each once. */
export function columnsOf(...lists: readonly (readonly Scalar[])[]): readonly number[] {
  return withColumnsOf([], ...lists);
}

/** These columns and those that expressions read, each once. */
export function withColumnsOf(
  first: readonly number[],
  ...lists: readonly (readonly Scalar[])[]
): readonly number[] {
  const columns = [...first];
  for (const list of lists) {
    for (const scalar of list) {
      collectColumns(scalar, columns);
    }
  }
  return eachOnce(columns);
}

/** The numbers in their order, each once. */
function eachOnce(numbers: readonly number[]): readonly number[] {
  // Most lists are short: a set costs more than it saves.
  return numbers.length > 16
    ? [...new Set(numbers)]
    : numbers.filter((it, index) => numbers.indexOf(it) === index);
}

function collectColumns(scalar: Scalar, columns: number[]): void {
  if (scalar.kind === "input") {
    columns.push(scalar.index);
    return;
  }
  for (const part of partsOf(scalar)) {
    collectColumns(part, columns);
  }
}

/** The expression with each column replaced; undefined where one has no replacement. */
export function replaced(
  scalar: Scalar,
  by: (index: number) => Scalar | undefined,
): Scalar | undefined {
  switch (scalar.kind) {
    case "input":
      return by(scalar.index);
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
  const columns = readColumns(scalar);
  const left = columns.some((it) => it < width);
  const right = columns.some((it) => it >= width);
  return left && right ? "both" : left ? "left" : right ? "right" : "none";
}
