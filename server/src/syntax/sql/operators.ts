import { cover } from "../../text/range.ts";
import type { Expression, UnaryExpression } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as P from "./parser.ts";

/** An operator that waits for its operands. A greater precedence binds first, as in Calcite's operator table. */
export type Operator =
  | {
      readonly kind: "prefix";
      readonly text: UnaryExpression["operator"];
      readonly precedence: number;
      readonly start: number;
    }
  | {
      readonly kind: "binary";
      readonly text: string;
      readonly precedence: number;
      readonly start: number;
    }
  | {
      readonly kind: "like";
      readonly text: "LIKE" | "ILIKE" | "RLIKE" | "SIMILAR TO";
      readonly precedence: number;
      readonly start: number;
      readonly negated: boolean;
      readonly escape: Expression | undefined;
    }
  | Between
  | (Omit<Between, "kind"> & { readonly kind: "betweenAnd"; readonly low: Expression });

/** A BETWEEN whose AND has not come yet. */
interface Between {
  readonly kind: "between";
  readonly text: "BETWEEN";
  readonly precedence: number;
  readonly start: number;
  readonly negated: boolean;
  readonly symmetric: boolean;
}

/** Takes the operator's operands off the stack and puts the joined expression there. */
export function applyOperator(operator: Operator, operands: Expression[]): void {
  const right = operands.pop() ?? nothing(operator.start);
  if (operator.kind === "prefix") {
    operands.push(prefixed(operator.text, operator.start, right));
    return;
  }
  const left = operands.pop() ?? nothing(operator.start);
  const range = cover(left.range, right.range);
  switch (operator.kind) {
    case "binary":
      operands.push({ kind: "binary", operator: operator.text, left, right, range });
      return;
    case "like": {
      const { negated, text } = operator;
      const whole = operator.escape === undefined ? range : cover(range, operator.escape.range);
      operands.push({
        kind: "like",
        operator: text,
        negated,
        operand: left,
        pattern: right,
        escape: operator.escape,
        range: whole,
      });
      return;
    }
    case "between":
    case "betweenAnd": {
      const { negated, symmetric } = operator;
      const isOpen = operator.kind === "between";
      operands.push({
        kind: "between",
        negated,
        symmetric,
        operand: left,
        low: isOpen ? right : operator.low,
        high: isOpen ? nothing(right.range.end) : right,
        range,
      });
    }
  }
}

function nothing(at: number): Expression {
  return { kind: "missing", range: { start: at, end: at } };
}

function prefixed(
  operator: UnaryExpression["operator"],
  start: number,
  operand: Expression,
): Expression {
  const range = { start, end: operand.range.end };
  return operator === "EXISTS" && operand.kind === "subquery"
    ? { kind: "exists", query: operand.query, range }
    : { kind: "unary", operator, operand, range };
}

const associative: ReadonlySet<string> = new Set(["AND", "OR", "+", "*", "||"]);

/**
 * The same expression with a long row of one operator (`a OR b OR ...`) as a balanced tree, so that those who walk
 * over it do not run out of stack. A row that stays too long is an error. `length` counts the operators.
 */
export function balanced(parser: Parser, root: Expression, length: number): Expression {
  if (root.kind !== "binary" || !associative.has(root.operator)) {
    P.checkRow(parser, length);
    return root;
  }
  const { operator } = root;
  const operands: Expression[] = [];
  let left: Expression = root;
  while (left.kind === "binary" && left.operator === operator) {
    operands.push(left.right);
    left = left.left;
  }
  operands.push(left);
  operands.reverse();
  P.checkRow(parser, length - operands.length);
  return balancedRow(operands, (one, other) => ({
    kind: "binary",
    operator,
    left: one,
    right: other,
    range: cover(one.range, other.range),
  }));
}

/** Joins a row in halves. */
export function balancedRow<T>(row: readonly T[], join: (left: T, right: T) => T): T {
  const [first] = row;
  if (first === undefined || row.length === 1) {
    return first as T;
  }
  const middle = row.length >> 1;
  return join(balancedRow(row.slice(0, middle), join), balancedRow(row.slice(middle), join));
}
