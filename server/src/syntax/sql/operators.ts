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
 * The same expression with long rows of one operator (`a OR b OR ...`) as a balanced tree, so that those who walk
 * over it do not run out of stack. A row that stays too deep is an error, as it is for Flink.
 */
export function balanced(parser: Parser, root: Expression): Expression {
  if (root.kind !== "binary") {
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
  if (operands.length < P.DEEPEST) {
    return root;
  }
  if (!associative.has(operator)) {
    P.failWith(parser, root.range, "This expression is too long for Flink's parser.");
    return P.missing(parser);
  }
  operands.reverse();
  return tree(operator, operands, 0, operands.length);
}

function tree(
  operator: string,
  operands: readonly Expression[],
  from: number,
  to: number,
): Expression {
  if (to - from === 1) {
    return operands[from] ?? nothing(0);
  }
  const middle = (from + to) >> 1;
  const left = tree(operator, operands, from, middle);
  const right = tree(operator, operands, middle, to);
  return { kind: "binary", operator, left, right, range: cover(left.range, right.range) };
}
