import type { Expression, OperatorExpression } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { binary, unary } from "../../scalars/operators.ts";
import { constantOf, distribute, placesOf, plain, textOf, unknownOf } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { type Frame, locate, type Machine } from "../machine.ts";
import { compoundOf, truthOf } from "../open-truth.ts";
import { truncate } from "../path.ts";
import { asText } from "../to-text.ts";

/** The value of operators between operands. */
export function operation(machine: Machine, frame: Frame, expression: OperatorExpression): Value {
  const at = locate(frame, expression.range);
  const [first, ...rest] = expression.operands;
  if (first === undefined) {
    return unknownOf("unfinished", [at]);
  }
  if (rest.length === 0) {
    return unary(expression.operator, machine.parts.evaluate(machine, frame, first), at);
  }
  if (expression.operator === "&&" || expression.operator === "||") {
    return shortCircuit(machine, frame, expression.operator, expression.operands, at);
  }
  let value = machine.parts.evaluate(machine, frame, first);
  if (expression.operator !== "+") {
    for (const it of rest) {
      value = binary(expression.operator, value, machine.parts.evaluate(machine, frame, it), at);
    }
    return value;
  }
  return sum(machine, frame, value, rest, at);
}

/** Once one operand is a text, the rest is put together as text: all parts at once, since chains may be long. */
function sum(
  machine: Machine,
  frame: Frame,
  first: Value,
  rest: readonly Expression[],
  at: Location,
): Value {
  let value = first;
  let parts: Value[] | undefined;
  for (const it of rest) {
    const operand = machine.parts.evaluate(machine, frame, it);
    if (parts !== undefined) {
      parts.push(asText(machine, operand, at));
    } else if (isNumeric(value) && isNumeric(operand)) {
      value = binary("+", value, operand, at);
    } else {
      parts = [asText(machine, value, at), asText(machine, operand, at)];
    }
  }
  return parts === undefined ? value : distribute(parts, textOf);
}

/** Whether `+` adds it as a number: of an unknown value that is not known, and a text is the rule. */
export function isNumeric(value: Value): boolean {
  const it = plain(value);
  switch (it.kind) {
    case "constant":
      return typeof it.value === "number" || typeof it.value === "bigint" || it.type === "char";
    case "input":
      return it.default !== undefined && isNumeric(it.default);
    case "unknown":
      return (
        it.key?.startsWith("length(") === true ||
        /^[-+*/%]\(/.test(it.key ?? "") ||
        (it.default !== undefined && isNumeric(it.default))
      );
    case "oneOf":
      return it.values.every((alternative) => isNumeric(alternative.value));
    default:
      return false;
  }
}

/** `a && b && c`: what stands behind an operand of unknown truth happens under its condition. */
function shortCircuit(
  machine: Machine,
  frame: Frame,
  operator: "&&" | "||",
  operands: readonly Expression[],
  at: Location,
): Value {
  const stop = operator === "||";
  const open: { value: Value; id: string; side: boolean; byDefault: boolean | undefined }[] = [];
  const { length } = machine.path;
  let result: Value | undefined;
  for (const it of operands) {
    const value = machine.parts.evaluate(machine, frame, it);
    const truth = truthOf(machine, value);
    if (truth.kind === "known") {
      if (truth.value === stop) {
        result = open.length === 0 ? constantOf(stop, [at]) : undefined;
        if (result === undefined) {
          truncate(machine, length);
          return constantOf(stop, [at]);
        }
        break;
      }
      continue;
    }
    open.push({ value, id: truth.id, side: truth.side, byDefault: truth.byDefault });
    // The next operand is looked at only where this one did not decide.
    machine.parts.assume(machine, {
      id: truth.id,
      side: stop ? !truth.side : truth.side,
      byDefault: undefined,
      at,
    });
  }
  truncate(machine, length);
  if (result !== undefined) {
    return result;
  }
  const [only] = open;
  if (only === undefined) {
    return constantOf(!stop, [at]);
  }
  if (open.length === 1) {
    return only.value;
  }
  return compoundOf(
    machine,
    operator,
    open.map(({ id, side, byDefault }) => ({ kind: "open", id, side, byDefault })),
    placesOf(open.map((it) => it.value)),
  );
}
