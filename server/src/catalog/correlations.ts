import type { Relation, Scalar } from "./relation.ts";
import { expressionsOf } from "./relations-in.ts";
import { inputsOf, someIn } from "./walk.ts";

/**
 * Whether outer columns stand where Flink cannot take them out: in or below a set operation or VALUES, and where `rows` are asked for
 * (LATERAL, a scalar subquery) anywhere with a LIMIT. Undefined means columns of any outer query.
 */
export function stuckCorrelation(
  relation: Relation,
  correlation: number | undefined,
  asked: "lateral" | "rows" | "condition",
): boolean {
  const isOuter = (it: Scalar): boolean =>
    it.kind === "outer" && (correlation === undefined || it.correlation === correlation);
  if (!reads(relation, isOuter)) {
    return false;
  }
  return (asked !== "condition" && hasLimit(relation)) || isStuck(relation, isOuter, asked);
}

function isStuck(
  relation: Relation,
  isOuter: (scalar: Scalar) => boolean,
  asked: "lateral" | "rows" | "condition",
): boolean {
  const reading = inputsOf(relation).filter((it) => reads(it, isOuter));
  if (relation.kind === "set" && reading.length > 0) {
    return true;
  }
  // A scalar subquery without FROM is its expression; LATERAL without FROM is not.
  const isAlone =
    relation.kind === "values" || (relation.kind === "project" && relation.input.kind === "values");
  if (isAlone && asked === "lateral" && readsHere(relation, isOuter)) {
    return true;
  }
  return reading.some((it) => isStuck(it, isOuter, asked));
}

function hasLimit(relation: Relation): boolean {
  return (
    (relation.kind === "sort" && (relation.limit !== undefined || relation.offset !== undefined)) ||
    inputsOf(relation).some(hasLimit)
  );
}

/** Whether a query of a subquery reads an array of the outer one: no rule joins UNNEST with what the subquery becomes. */
export function isUnread(relation: Relation): boolean {
  return relation.kind === "unnest"
    ? relation.values.some((it) => someIn(it, (part) => part.kind === "outer"))
    : inputsOf(relation).some(isUnread);
}

function reads(relation: Relation, isOuter: (scalar: Scalar) => boolean): boolean {
  return readsHere(relation, isOuter) || inputsOf(relation).some((it) => reads(it, isOuter));
}

function readsHere(relation: Relation, isOuter: (scalar: Scalar) => boolean): boolean {
  return expressionsOf(relation).some((it) => someIn(it, isOuter));
}
