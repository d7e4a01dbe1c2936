import type { Scalar } from "../relation.ts";
import { type Atom, type Clause, clausesOf, mirrored, productOf } from "./clauses.ts";
import { fold } from "./fold.ts";

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
