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
      return [];
  }
}

/** An expression and all that stand in it. */
export function scalarsIn(scalar: Scalar): readonly Scalar[] {
  return [scalar, ...partsOf(scalar).flatMap(scalarsIn)];
}

/** Whether something holds for an expression or one that stands in it. */
export function someIn(scalar: Scalar, holds: (scalar: Scalar) => boolean): boolean {
  return holds(scalar) || partsOf(scalar).some((it) => someIn(it, holds));
}

/** The subqueries in an expression; not those in their queries. */
export function subqueriesIn(scalar: Scalar): readonly (Scalar & { readonly kind: "subquery" })[] {
  const below = partsOf(scalar).flatMap(subqueriesIn);
  return scalar.kind === "subquery" ? [scalar, ...below] : below;
}
