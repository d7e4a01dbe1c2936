import type { JoinRelation, Scalar } from "../relation.ts";
import { hasSubquery, readColumns, replaced, sideOf, withColumnsOf } from "./columns.ts";
import { conjunctsOf, outcomeOf } from "./contradiction.ts";
import { besides, either, type Found, nothing, together } from "./found.ts";
import { strengthened } from "./outer-joins.ts";
import type { PlannerOptions } from "./plan.ts";
import { equalColumns, isUnique, uniqueKeys } from "./unique-keys.ts";
import type { Visit, Wanted } from "./wanted.ts";

interface Split {
  readonly left: readonly Scalar[];
  readonly right: readonly Scalar[];
}

/** The scans of a join, with what PruneEmptyRules and the join removing rules take away. */
export function findInJoin(
  options: PlannerOptions,
  join: JoinRelation,
  wanted: Wanted,
  visit: Visit,
): Found {
  const width = join.left.columns.length;
  const on = join.condition === undefined ? [] : conjunctsOf(join.condition);
  const type = strengthened(join, wanted.conjuncts);
  if (join.temporal?.kind === "lookup") {
    // The table is asked row by row: LookupJoin has no scan of it.
    const left = wanted.conjuncts.filter((it) => sideOf(it, width) === "left");
    return visit(options, join.left, {
      columns: join.left.columns.map((_, index) => index),
      conjuncts: left,
      limit: undefined,
      above: "other",
    });
  }
  const kept = removable(join, type, wanted, on);
  if (kept !== undefined) {
    return keptSide(options, join, kept, wanted, visit);
  }
  const split = splitConjuncts(join, type, wanted.conjuncts, on, width);
  const columns = withColumnsOf(withColumnsOf(wanted.columns, on), wanted.conjuncts);
  const side = (relation: typeof join.left, from: number, conjuncts: readonly Scalar[]): Found =>
    visit(options, relation, {
      columns: columns
        .map((it) => it - from)
        .filter((it) => it >= 0 && it < relation.columns.length),
      conjuncts,
      limit: undefined,
      above: "projection",
    });
  const left = side(join.left, 0, split.left);
  const right = side(join.right, width, split.right);
  return combined(type, matches(type, wanted.conjuncts, on, width), left, right);
}

/** Whether the ON condition can hold, given what the kept side must meet. */
function matches(
  type: JoinRelation["type"],
  above: readonly Scalar[],
  on: readonly Scalar[],
  width: number,
): boolean {
  const kept = above.filter((it) => {
    const side = sideOf(it, width);
    return (
      type === "inner" ||
      type === "semi" ||
      (type !== "full" && side === (type === "right" ? "right" : "left"))
    );
  });
  return outcomeOf([...on, ...kept]) !== "never";
}

function combined(type: JoinRelation["type"], matching: boolean, left: Found, right: Found): Found {
  switch (type) {
    case "inner":
    case "semi":
      return matching ? together([left, right]) : nothing;
    case "left":
    case "anti":
      return matching ? besides(left, right) : left;
    case "right":
      return matching ? besides(right, left) : right;
    case "full":
      return either([left, right]);
  }
}

/** The conditions for each side: those of one side alone, and those that an equality carries over. */
export function splitConjuncts(
  join: JoinRelation,
  type: JoinRelation["type"],
  above: readonly Scalar[],
  on: readonly Scalar[],
  width: number,
): Split {
  const keepsLeft = type === "left" || type === "full" || type === "anti";
  const keepsRight = type === "right" || type === "full";
  // WHERE reaches the kept side and both of an inner join; ON reaches the side that need not match.
  const forLeft = [...(keepsRight ? [] : above), ...(keepsLeft ? [] : on)];
  const forRight = [...(keepsLeft ? [] : above), ...(keepsRight ? [] : on)];
  const left = forLeft.filter((it) => sideOf(it, width) === "left" && !hasSubquery(it));
  const right = forRight.filter((it) => sideOf(it, width) === "right" && !hasSubquery(it));
  const pairs = equalColumns(join, type === "inner" ? above : []).flatMap((it) =>
    it.left === undefined || it.right === undefined
      ? []
      : [{ left: it.left, right: it.right + width }],
  );
  const carried = (
    conjuncts: readonly Scalar[],
    from: "left" | "right",
    to: "left" | "right",
  ): readonly Scalar[] =>
    conjuncts.flatMap((it) => {
      const moved = replaced(it, (index) => {
        const pair = pairs.find((other) => other[from] === index);
        return pair === undefined ? undefined : { ...inputAt(join, pair[to]), at: it.at };
      });
      return moved === undefined || readColumns(it).length === 0 ? [] : [moved];
    });
  // JoinPushTransitivePredicatesRule: what holds for one side of an equality holds for the other.
  const toRight =
    type === "full" || type === "right" || type === "anti" ? [] : carried(left, "left", "right");
  const toLeft =
    type === "full" || type === "left" || type === "anti" ? [] : carried(right, "right", "left");
  const down = (it: Scalar): readonly Scalar[] => replacedAll(it, width);
  return {
    left: [...left, ...toLeft],
    right: [...right, ...toRight].flatMap(down),
  };
}

function inputAt(join: JoinRelation, index: number): Scalar {
  const width = join.left.columns.length;
  const column = index < width ? join.left.columns[index] : join.right.columns[index - width];
  const type = column?.type ?? { kind: "NULL" as const, nullable: true };
  return { kind: "input", index, type, at: join.at };
}

function replacedAll(scalar: Scalar, by: number): readonly Scalar[] {
  const { at } = scalar;
  const moved = replaced(scalar, (index, type) => ({ kind: "input", index: index - by, type, at }));
  return moved === undefined ? [] : [moved];
}

/** The side that is left where the other one is not read and matches one row at most: ProjectJoinRemoveRule. */
function removable(
  join: JoinRelation,
  type: JoinRelation["type"],
  wanted: Wanted,
  on: readonly Scalar[],
): "left" | "right" | undefined {
  if (
    join.temporal !== undefined ||
    wanted.above === "other" ||
    (type !== "left" && type !== "right")
  ) {
    return undefined;
  }
  const width = join.left.columns.length;
  const read = [...wanted.columns, ...wanted.conjuncts.flatMap(readColumns)];
  const other = type === "left" ? "right" : "left";
  const readsOther = read.some((it) => (other === "right" ? it >= width : it < width));
  if (readsOther || on.some(hasSubquery)) {
    return undefined;
  }
  if (wanted.above === "distinct") {
    return type;
  }
  const side = other === "right" ? join.right : join.left;
  const columns = equalColumns(join).map((it) => it[other]);
  return isUnique(uniqueKeys(side), columns) ? type : undefined;
}

function keptSide(
  options: PlannerOptions,
  join: JoinRelation,
  side: "left" | "right",
  wanted: Wanted,
  visit: Visit,
): Found {
  const width = join.left.columns.length;
  if (side === "left") {
    return visit(options, join.left, { ...wanted, limit: undefined });
  }
  return visit(options, join.right, {
    ...wanted,
    limit: undefined,
    columns: wanted.columns.map((it) => it - width),
    conjuncts: wanted.conjuncts.flatMap((it) => replacedAll(it, width)),
  });
}
