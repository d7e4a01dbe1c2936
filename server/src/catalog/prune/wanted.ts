import type { Relation, Scalar } from "../relation.ts";
import type { Found } from "./found.ts";
import type { PlannerOptions } from "./plan.ts";

/** What the plan above asks of a relation. */
export interface Wanted {
  /** The columns that are read. */
  readonly columns: readonly number[];
  /** Conditions over the columns that rows must meet, pushed down from above. */
  readonly conjuncts: readonly Scalar[];
  /** The LIMIT above with nothing between. */
  readonly limit: number | "unknown" | undefined;
  /** What the projections above make of the columns, where nothing else stands between. */
  readonly projected?: readonly Scalar[] | undefined;
  /** A projection right above lets a join go whose side is not read; a DISTINCT does so without a unique key. */
  readonly above: "projection" | "distinct" | "other";
}

/** Goes down a relation. */
export type Visit = (options: PlannerOptions, relation: Relation, wanted: Wanted) => Found;
/** All columns of an input, nothing pushed down. */
export function below(input: Relation): Wanted {
  return {
    columns: input.columns.map((_, index) => index),
    conjuncts: [],
    limit: undefined,
    above: "other",
  };
}
