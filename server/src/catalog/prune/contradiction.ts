import type { Scalar } from "../relation.ts";
import { scalarKey } from "../scalar-key.ts";
import { compareBy, fold, isSteady } from "./fold.ts";

/** Whether rows can pass: `never` where the planner sees that none can, `doubt` where we cannot tell what it sees. */
export type Outcome = "some" | "never" | "doubt";

/** What a conjunction of conditions lets through: Calcite's RexSimplify and Flink's ReduceExpressionsRule. */
export function outcomeOf(conjuncts: readonly Scalar[]): Outcome {
  if (standApart(conjuncts)) {
    return "some";
  }
  let doubt = false;
  for (const conjunct of conjuncts) {
    const folded = fold(conjunct);
    if (folded?.kind === "constant" && folded.value !== true) {
      return "never";
    }
    doubt ||= folded?.kind === "unread";
  }
  const clauses = productOf(conjuncts.map((it) => clausesOf(it, false)));
  if (clauses?.every(isContradiction) === true) {
    return "never";
  }
  return doubt ? "doubt" : "some";
}

/** Whether each is a comparison of plain columns that no other one compares: so are most, and they can all hold. */
function standApart(conjuncts: readonly Scalar[]): boolean {
  const compared: number[] = [];
  const isNew = (scalar: Scalar): boolean => {
    if (scalar.kind !== "input" || compared.includes(scalar.index)) {
      return false;
    }
    compared.push(scalar.index);
    return true;
  };
  return conjuncts.every((it) => {
    const [left, right] = it.kind === "call" ? it.operands : [];
    if (it.kind !== "call" || left === undefined || it.aggregate !== undefined) {
      return false;
    }
    if (it.operator === "IS NOT NULL") {
      return left.kind === "input";
    }
    return (
      right !== undefined &&
      mirrored[it.operator] !== undefined &&
      (isPlainLiteral(right) ? isNew(left) : isNew(right) && (isPlainLiteral(left) || isNew(left)))
    );
  });
}

function isPlainLiteral(scalar: Scalar): boolean {
  return scalar.kind === "literal" && scalar.value !== null && typeof scalar.value !== "boolean";
}

/** The parts of an AND, flat; what is false of an OR is left out. */
export function conjunctsOf(condition: Scalar): readonly Scalar[] {
  if (condition.kind !== "call") {
    return [condition];
  }
  if (condition.operator === "AND") {
    return condition.operands.flatMap(conjunctsOf);
  }
  if (condition.operator === "OR") {
    const open = condition.operands.filter((it) => {
      const folded = fold(it);
      return folded?.kind !== "constant" || folded.value === true;
    });
    const [only] = open;
    return open.length === 1 && only !== undefined ? conjunctsOf(only) : [condition];
  }
  return [condition];
}

/** One comparison of a term with a constant, a test for NULL, or a comparison of two terms. */
type Atom =
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
type Clause = readonly Atom[];

const limit = 64;

function times(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] | undefined {
  return one.length * other.length > limit
    ? undefined
    : one.flatMap((left) => other.map((right) => [...left, ...right]));
}

const opposite: Readonly<Record<string, string>> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  ">": "<=",
  "<=": ">",
  ">=": "<",
};

const mirrored: Readonly<Record<string, string>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

/** The condition as a disjunction of clauses; undefined where it is too large. */
function clausesOf(scalar: Scalar, negated: boolean): readonly Clause[] | undefined {
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
function productOf(
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
const strong = new Set([
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
  if (scalar.kind === "call" && strong.has(scalar.operator)) {
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

interface Bounds {
  low: { readonly value: string | number | boolean; readonly inclusive: boolean } | undefined;
  high: { readonly value: string | number | boolean; readonly inclusive: boolean } | undefined;
  readonly not: (string | number | boolean)[];
  isNull: boolean | undefined;
  mixed: boolean;
}

/** Whether atoms cannot all hold: each term's range is empty, or it is NULL and compared. */
function isContradiction(clause: Clause): boolean {
  if (standsAlone(clause)) {
    return false;
  }
  const bounds = new Map<string, Bounds>();
  const same = new Map<string, string>();
  const root = (term: string): string => {
    const up = same.get(term);
    return up === undefined ? term : root(up);
  };
  for (const atom of clause) {
    if (atom.kind === "never") {
      return true;
    }
    if (atom.kind === "terms" && atom.operator === "=" && root(atom.left) !== root(atom.right)) {
      same.set(root(atom.left), root(atom.right));
    }
  }
  for (const atom of clause) {
    if (
      atom.kind === "terms" &&
      ["<>", "<", ">"].includes(atom.operator) &&
      root(atom.left) === root(atom.right)
    ) {
      return true;
    }
    if (atom.kind === "compare" || atom.kind === "null") {
      // RexSimplify does not carry a range over an equality of two terms.
      const term = atom.term;
      const known = bounds.get(term) ?? {
        low: undefined,
        high: undefined,
        not: [],
        isNull: undefined,
        mixed: false,
      };
      bounds.set(term, known);
      if (atom.kind === "null") {
        if (known.isNull !== undefined && known.isNull !== atom.isNull) {
          return true;
        }
        known.isNull = atom.isNull;
      } else {
        narrow(known, atom.operator, atom.value);
      }
    }
  }
  return [...bounds.values()].some(isEmpty);
}

/** Whether no two atoms of a clause are about one thing, and none is false by itself: so it is with most clauses. */
function standsAlone(clause: Clause): boolean {
  return clause.every(
    (atom, index) =>
      atom.kind !== "never" &&
      (atom.kind === "null" ? !atom.isNull : clause.findIndex((it) => isAbout(it, atom)) === index),
  );
}

function isAbout(one: Atom, other: Atom): boolean {
  return one.kind === "compare" && other.kind === "compare"
    ? one.term === other.term
    : one.kind === other.kind;
}

function narrow(bounds: Bounds, operator: string, value: string | number | boolean): void {
  const types = [bounds.low, bounds.high].flatMap((it) =>
    it === undefined ? [] : [typeof it.value],
  );
  if (types.some((it) => it !== typeof value)) {
    bounds.mixed = true;
    return;
  }
  if (operator === "<>") {
    bounds.not.push(value);
  }
  if (operator === "=" || operator === ">" || operator === ">=") {
    const inclusive = operator !== ">";
    if (
      bounds.low === undefined ||
      value > bounds.low.value ||
      (value === bounds.low.value && !inclusive)
    ) {
      bounds.low = { value, inclusive };
    }
  }
  if (operator === "=" || operator === "<" || operator === "<=") {
    const inclusive = operator !== "<";
    if (
      bounds.high === undefined ||
      value < bounds.high.value ||
      (value === bounds.high.value && !inclusive)
    ) {
      bounds.high = { value, inclusive };
    }
  }
}

function isEmpty(bounds: Bounds): boolean {
  const { low, high } = bounds;
  if (
    bounds.isNull === true &&
    (low !== undefined || high !== undefined || bounds.not.length > 0)
  ) {
    return true;
  }
  if (bounds.mixed || low === undefined || high === undefined) {
    return false;
  }
  if (low.value > high.value) {
    return true;
  }
  return (
    low.value === high.value &&
    (!low.inclusive || !high.inclusive || bounds.not.includes(low.value))
  );
}
