import type { Scalar } from "../relation.ts";
import { scalarKey } from "../scalar-key.ts";
import { compareBy, fold, isSteady } from "./fold.ts";

/** One comparison of a term with a constant, a test for NULL, or a comparison of two terms. */
export type Atom =
  | {
      readonly kind: "compare";
      readonly term: string;
      readonly operator: string;
      readonly value: string | number | boolean;
    }
  | { readonly kind: "null"; readonly term: string; readonly isNull: boolean }
  | {
      readonly kind: "terms";
      readonly left: string;
      readonly right: string;
      readonly operator: string;
    }
  | { readonly kind: "never" };

/** Atoms that hold together. */
export type Clause = readonly Atom[];

const limit = 64;

function times(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] | undefined {
  return one.length * other.length > limit
    ? undefined
    : one.flatMap((left) => other.map((right) => [...left, ...right]));
}

/** The comparison that holds where this one does not, NULL aside. */
export const opposite: Readonly<Record<string, string>> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  ">": "<=",
  "<=": ">",
  ">=": "<",
};

/** The comparison with its sides exchanged. */
export const mirrored: Readonly<Record<string, string>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

/** The condition as a disjunction of clauses; undefined where it is too large. */
export function clausesOf(scalar: Scalar, negated: boolean): readonly Clause[] | undefined {
  const folded = fold(scalar);
  if (folded?.kind === "constant") {
    const holds = folded.value !== null && folded.value !== negated;
    return holds ? [[]] : [[{ kind: "never" }]];
  }
  if (scalar.kind !== "call" || scalar.aggregate !== undefined) {
    return booleanTerm(scalar, negated);
  }
  const [first, second, third] = scalar.operands;
  switch (scalar.operator) {
    case "NOT":
      return first === undefined ? [[]] : clausesOf(first, !negated);
    case "AND":
    case "OR": {
      const parts = scalar.operands.map((it) => clausesOf(it, negated));
      return (scalar.operator === "AND") === negated ? sum(parts) : productOf(parts);
    }
    case "=":
    case "<>":
    case "<":
    case ">":
    case "<=":
    case ">=": {
      const operator = negated ? (opposite[scalar.operator] ?? "=") : scalar.operator;
      return first === undefined || second === undefined
        ? [[]]
        : comparison(operator, first, second);
    }
    case "BETWEEN":
    case "NOT BETWEEN": {
      if (first === undefined || second === undefined || third === undefined) {
        return [[]];
      }
      const outside = (scalar.operator === "NOT BETWEEN") !== negated;
      const low = comparison(outside ? "<" : ">=", first, second);
      const high = comparison(outside ? ">" : "<=", first, third);
      return outside ? sum([low, high]) : productOf([low, high]);
    }
    case "IN":
    case "NOT IN": {
      if (first === undefined) {
        return [[]];
      }
      const out = (scalar.operator === "NOT IN") !== negated;
      const parts = scalar.operands.slice(1).map((it) => comparison(out ? "<>" : "=", first, it));
      return out ? productOf(parts) : sum(parts);
    }
    case "IS NULL":
    case "IS NOT NULL":
      return first === undefined
        ? [[]]
        : nullTest(first, (scalar.operator === "IS NULL") !== negated);
    case "COALESCE": {
      // COALESCE(condition, FALSE)
      const last = second === undefined ? undefined : fold(second);
      return first !== undefined &&
        !negated &&
        scalar.operands.length === 2 &&
        last?.kind === "constant" &&
        last.value === false
        ? clausesOf(first, false)
        : booleanTerm(scalar, negated);
    }
    case "IS TRUE":
    case "IS FALSE": {
      const wanted = scalar.operator === "IS TRUE";
      return first === undefined || negated
        ? booleanTerm(scalar, negated)
        : clausesOf(first, !wanted);
    }
    default:
      return booleanTerm(scalar, negated);
  }
}

function sum(parts: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  const all: Clause[] = [];
  for (const part of parts) {
    if (part === undefined || all.length + part.length > limit) {
      return undefined;
    }
    all.push(...part);
  }
  return all;
}

/** What holds of all parts together; most have one clause, whose atoms need no copy for each other part. */
export function productOf(
  parts: readonly (readonly Clause[] | undefined)[],
): readonly Clause[] | undefined {
  const single: Atom[] = [];
  let several: readonly Clause[] = [[]];
  for (const part of parts) {
    const [only] = part ?? [];
    if (part?.length === 1 && only !== undefined) {
      single.push(...only);
      continue;
    }
    const next = part === undefined ? undefined : times(several, part);
    if (next === undefined) {
      return undefined;
    }
    several = next;
  }
  return single.length === 0 ? several : several.map((it) => [...single, ...it]);
}

/** A condition that we only know to hold or not: the same one cannot do both. */
function booleanTerm(scalar: Scalar, negated: boolean): readonly Clause[] {
  if (!isSteady(scalar)) {
    return [[]];
  }
  const turned =
    scalar.kind === "call" && scalar.operator.startsWith("NOT ")
      ? { ...scalar, operator: scalar.operator.slice(4) }
      : scalar;
  const value = (turned === scalar) !== negated;
  return [
    [{ kind: "compare", term: scalarKey(turned), operator: "=", value }, ...termsNotNull(turned)],
  ];
}

function comparison(operator: string, left: Scalar, right: Scalar): readonly Clause[] {
  const one = fold(left);
  const other = fold(right);
  if (one?.kind === "constant" && other === undefined) {
    return comparison(mirrored[operator] ?? operator, right, left);
  }
  if (other?.kind === "constant" && other.value === null) {
    return [[{ kind: "never" }]];
  }
  if (!isSteady(left) || !isSteady(right)) {
    return [[]];
  }
  if (
    typeof (other?.kind === "constant" ? other.value : undefined) === "boolean" &&
    ["=", "<>"].includes(operator)
  ) {
    const wanted = (other?.kind === "constant" && other.value === true) === (operator === "=");
    return clausesOf(left, !wanted) ?? [[]];
  }
  const notNull = [...termsNotNull(left), ...termsNotNull(right)];
  if (other?.kind === "constant" && other.value !== null) {
    const bare = bareTerm(left);
    const caseClauses = caseComparison(operator, left, other.value);
    if (caseClauses !== undefined) {
      return caseClauses;
    }
    return [[{ kind: "compare", term: scalarKey(bare), operator, value: other.value }, ...notNull]];
  }
  const [leftKey, rightKey] = [scalarKey(bareTerm(left)), scalarKey(bareTerm(right))];
  if (leftKey === rightKey) {
    return ["=", "<=", ">="].includes(operator) ? [notNull] : [[{ kind: "never" }]];
  }
  return [[{ kind: "terms", left: leftKey, right: rightKey, operator }, ...notNull]];
}

/** `CASE WHEN a THEN 'x' ELSE 'y' END = 'x'`: the conditions of the branches that compare. */
function caseComparison(
  operator: string,
  left: Scalar,
  value: string | number | boolean,
): readonly Clause[] | undefined {
  if (left.kind !== "call" || left.operator !== "CASE") {
    return undefined;
  }
  const clauses: (readonly Clause[] | undefined)[] = [];
  let before: readonly Clause[] | undefined = [[]];
  for (let index = 0; index < left.operands.length; index += 2) {
    const isLast = index === left.operands.length - 1;
    const result = left.operands[isLast ? index : index + 1];
    const condition = isLast ? undefined : left.operands[index];
    const folded = result === undefined ? undefined : fold(result);
    if (folded?.kind !== "constant") {
      return undefined;
    }
    const holds = folded.value !== null && compareBy(operator, folded.value, value) === true;
    const here = condition === undefined ? [[]] : clausesOf(condition, false);
    if (holds) {
      clauses.push(productOf([before, here]));
    }
    // That a test is not true leaves NULL open, so nothing is taken from it.
    before = productOf([before]);
  }
  return clauses.length === 0 ? [[{ kind: "never" }]] : sum(clauses);
}

/** The term without casts that keep every value. */
function bareTerm(scalar: Scalar): Scalar {
  return scalar.kind === "call" &&
    scalar.operator === "CAST" &&
    scalar.identity === true &&
    scalar.operands[0] !== undefined
    ? bareTerm(scalar.operands[0])
    : scalar;
}

/** Operators that Calcite knows to be NULL where an operand is (Strong); functions of Flink's own are not among them. */
export const strongOperators: ReadonlySet<string> = new Set([
  "=",
  "<>",
  "<",
  ">",
  "<=",
  ">=",
  "+",
  "-",
  "*",
  "/",
  "NEGATE",
  "LIKE",
  "BETWEEN",
  "CAST",
]);

/** What must not be NULL for a strict expression to have a value. */
function termsNotNull(scalar: Scalar): readonly Atom[] {
  const folded = fold(scalar);
  if (folded !== undefined) {
    return [];
  }
  if (scalar.kind === "call" && strongOperators.has(scalar.operator)) {
    return scalar.operands.flatMap(termsNotNull);
  }
  return scalar.kind === "input" || scalar.kind === "outer" || scalar.kind === "field"
    ? [{ kind: "null", term: scalarKey(scalar), isNull: false }]
    : [];
}

function nullTest(scalar: Scalar, isNull: boolean): readonly Clause[] {
  if (isNull && !scalar.type.nullable && scalar.type.kind !== "unknown") {
    return [[{ kind: "never" }]];
  }
  if (!isNull && !scalar.type.nullable) {
    return [[]];
  }
  return isSteady(scalar) ? [[{ kind: "null", term: scalarKey(bareTerm(scalar)), isNull }]] : [[]];
}
