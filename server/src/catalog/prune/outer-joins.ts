import type { JoinRelation, Scalar } from "../relation.ts";
import { scalarKey } from "../scalar-key.ts";
import { strongOperators } from "./clauses.ts";
import { readColumns } from "./columns.ts";
import { fold } from "./fold.ts";

type JoinType = JoinRelation["type"];

/** FlinkFilterJoinRule: a condition that NULL does not meet turns an outer join into an inner one. */
export function strengthened(join: JoinRelation, conjuncts: readonly Scalar[]): JoinType {
  if (conjuncts.length === 0 || !isOuter(join.type)) {
    return join.type;
  }
  const alone = conjuncts.length === 1 ? conjuncts : withoutSearches(conjuncts);
  return refused(join, (from, to) =>
    alone.some((it) => rejectsNull(it, (index) => from <= index && index < to)),
  );
}

/** Whether the planner may see more than `strengthened` does: something is asked of columns that may be NULL. */
export function mayBeInner(join: JoinRelation, conjuncts: readonly Scalar[]): boolean {
  const open = withoutSearches(conjuncts).filter((it) => !asksForNull(it));
  return (
    refused(join, (from, to) =>
      open.some((it) => readColumns(it).some((index) => from <= index && index < to)),
    ) === "inner"
  );
}

function isOuter(type: JoinType): boolean {
  return type === "left" || type === "right" || type === "full";
}

/** The join's type where the null rows of these sides do not pass. */
function refused(join: JoinRelation, refuses: (from: number, to: number) => boolean): JoinType {
  const width = join.left.columns.length;
  const total = width + join.right.columns.length;
  switch (join.type) {
    case "left":
      return refuses(width, total) ? "inner" : "left";
    case "right":
      return refuses(0, width) ? "inner" : "right";
    case "full": {
      const [left, right] = [refuses(0, width), refuses(width, total)];
      return left && right ? "inner" : left ? "left" : right ? "right" : "full";
    }
    default:
      return join.type;
  }
}

/** RexSimplify makes one SEARCH of several comparisons of one term, and Strong does not look into it. */
function withoutSearches(conjuncts: readonly Scalar[]): readonly Scalar[] {
  const terms = conjuncts.map(comparedTerm);
  return conjuncts.filter((it, index) => {
    const term = terms[index];
    return !isSearch(it) && (term === undefined || terms.indexOf(term) === terms.lastIndexOf(term));
  });
}

function isSearch(scalar: Scalar): boolean {
  if (scalar.kind !== "call") {
    return false;
  }
  switch (scalar.operator) {
    case "BETWEEN":
    case "NOT BETWEEN":
      return true;
    case "IN":
    case "NOT IN":
      return scalar.operands.length > 2;
    case "OR": {
      const terms = scalar.operands.map(comparedTerm);
      return terms.some((it, index) => it !== undefined && terms.indexOf(it) !== index);
    }
    case "NOT":
      return scalar.operands.some(isSearch);
    default:
      return false;
  }
}

const comparisons: ReadonlySet<string> = new Set(["=", "<>", "<", ">", "<=", ">=", "IN", "NOT IN"]);

/** What is compared with a constant. */
function comparedTerm(scalar: Scalar): string | undefined {
  if (scalar.kind !== "call" || !comparisons.has(scalar.operator)) {
    return undefined;
  }
  const [one, other] = scalar.operands;
  if (one === undefined || other === undefined) {
    return undefined;
  }
  return fold(other) !== undefined
    ? scalarKey(one)
    : fold(one) !== undefined
      ? scalarKey(other)
      : undefined;
}

function asksForNull(scalar: Scalar): boolean {
  return scalar.kind === "call" && scalar.operator === "IS NULL";
}

/** Whether a condition is not true where the columns inside are NULL: Calcite's Strong.isNotTrue, as far as it is used. */
function rejectsNull(conjunct: Scalar, inside: (index: number) => boolean): boolean {
  if (conjunct.kind === "input") {
    return inside(conjunct.index);
  }
  if (conjunct.kind !== "call" || conjunct.aggregate !== undefined || isSearch(conjunct)) {
    return false;
  }
  const [first] = conjunct.operands;
  switch (conjunct.operator) {
    case "AND":
      return conjunct.operands.some((it) => rejectsNull(it, inside));
    case "OR":
      return conjunct.operands.every((it) => rejectsNull(it, inside));
    case "IN":
    case "NOT IN":
    case "NOT LIKE":
    case "IS NOT NULL":
    case "IS TRUE":
    case "IS FALSE":
      return first !== undefined && isNullWith(first, inside);
    default:
      return isNullWith(conjunct, inside);
  }
}

/** Whether an expression is NULL where the columns inside are. */
function isNullWith(scalar: Scalar, inside: (index: number) => boolean): boolean {
  if (scalar.kind === "input") {
    return inside(scalar.index);
  }
  return (
    scalar.kind === "call" &&
    scalar.aggregate === undefined &&
    (strongOperators.has(scalar.operator) || scalar.operator === "NOT") &&
    scalar.operands.some((it) => isNullWith(it, inside))
  );
}
