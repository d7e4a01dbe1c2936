import type { Relation, Scalar } from "./relation.ts";

/** The relations directly below a relation; not those of subqueries. */
export function inputsOf(relation: Relation): readonly Relation[] {
  switch (relation.kind) {
    case "project":
    case "filter":
    case "aggregate":
    case "sort":
    case "match":
    case "unpivot":
      return [relation.input];
    case "join":
    case "correlate":
      return [relation.left, relation.right];
    case "set":
    case "tableFunction":
    case "unknown":
      return relation.inputs;
    case "scan":
    case "values":
    case "unnest":
      return [];
  }
}

/** The expressions that stand directly in an expression; not those in the query of a subquery. */
export function partsOf(scalar: Scalar): readonly Scalar[] {
  switch (scalar.kind) {
    case "call":
      return scalar.aggregate?.filter === undefined
        ? scalar.operands
        : [...scalar.operands, scalar.aggregate.filter];
    case "field":
      return [scalar.object];
    case "over":
      return [...scalar.operands, ...scalar.partitionBy, ...scalar.orderBy];
    case "subquery":
    case "unknown":
      return scalar.operands;
    case "input":
    case "outer":
    case "literal":
      return none;
  }
}

/** An expression and all that stand in it. */
export function scalarsIn(scalar: Scalar): readonly Scalar[] {
  return [scalar, ...partsOf(scalar).flatMap(scalarsIn)];
}

/** Whether something holds for an expression or one that stands in it. Asked most: it makes no lists. */
export function someIn(scalar: Scalar, holds: (scalar: Scalar) => boolean): boolean {
  if (holds(scalar)) {
    return true;
  }
  switch (scalar.kind) {
    case "call":
      return (
        someOf(scalar.operands, holds) ||
        (scalar.aggregate?.filter !== undefined && someIn(scalar.aggregate.filter, holds))
      );
    case "field":
      return someIn(scalar.object, holds);
    case "over":
      return (
        someOf(scalar.operands, holds) ||
        someOf(scalar.partitionBy, holds) ||
        someOf(scalar.orderBy, holds)
      );
    case "subquery":
    case "unknown":
      return someOf(scalar.operands, holds);
    case "input":
    case "outer":
    case "literal":
      return false;
  }
}

function someOf(scalars: readonly Scalar[], holds: (scalar: Scalar) => boolean): boolean {
  for (const scalar of scalars) {
    if (someIn(scalar, holds)) {
      return true;
    }
  }
  return false;
}

/** The subqueries in an expression; not those in their queries. */
export function subqueriesIn(scalar: Scalar): readonly (Scalar & { readonly kind: "subquery" })[] {
  if (!someIn(scalar, isSubquery)) {
    return none;
  }
  const below = partsOf(scalar).flatMap(subqueriesIn);
  return scalar.kind === "subquery" ? [scalar, ...below] : below;
}

export function isSubquery(scalar: Scalar): scalar is Scalar & { readonly kind: "subquery" } {
  return scalar.kind === "subquery";
}

const none: readonly never[] = [];

/** The values of a CASE, without its conditions. */
export function valuesOfCase(operands: readonly Scalar[]): readonly Scalar[] {
  return operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1);
}
