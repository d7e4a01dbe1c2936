import type { Expression, ReferenceExpression } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { converted } from "../../scalars/arithmetic.ts";
import { unknownOf } from "../../texts.ts";
import type { Constant, ResolvedType, Value } from "../../value.ts";
import { adapt, placeOf } from "../calls/adapt.ts";
import { newClosure } from "../calls/closures.ts";
import { resolveType } from "../classes/resolve.ts";
import { limit, maximalSteps } from "../limits.ts";
import { type Frame, locate, type Machine } from "../machine.ts";
import { BudgetSignal } from "../signals.ts";
import { branchValue } from "../statements/branch.ts";
import { bindPattern, matches } from "../statements/pattern.ts";
import { switchValue } from "../statements/switches.ts";
import { assignment } from "./assignments.ts";
import { chain } from "./chains.ts";
import { array, creation } from "./creation.ts";
import { named, thisValue, typeNamed } from "./names.ts";
import { operation } from "./operations.ts";

const maximalNesting = 400;

/** A run that lacks files is done again: it looks a little further for what else is lacking, and ends. */
function endSoon(machine: Machine): void {
  machine.lacking = machine.needs.size;
  machine.maximalSteps = Math.min(maximalSteps, 1.1 * machine.steps + 500);
}

/** The value of an expression. Its effects happen under the present conditions. */
export function evaluate(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  expected?: ResolvedType,
): Value {
  machine.steps += 1;
  if (machine.needs.size > machine.lacking) {
    endSoon(machine);
  }
  if (machine.steps > machine.maximalSteps) {
    limit(machine, "steps", locate(frame, expression.range));
    throw new BudgetSignal();
  }
  if (machine.nest >= maximalNesting) {
    const at = locate(frame, expression.range);
    limit(machine, "nesting", at);
    return unknownOf("too-deep", [at]);
  }
  machine.nest += 1;
  const result = expressionValue(machine, frame, expression, expected);
  machine.nest -= 1;
  return result;
}

function expressionValue(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  expected: ResolvedType | undefined,
): Value {
  switch (expression.kind) {
    case "constant":
      return constant(frame, expression);
    case "name":
      return named(machine, frame, expression.name, locate(frame, expression.range));
    case "this":
      return thisValue(machine, frame, expression.type, locate(frame, expression.range));
    case "super":
      return thisValue(machine, frame, undefined, locate(frame, expression.range));
    case "get":
    case "call":
    case "index":
      return chain(machine, frame, expression);
    case "new":
      return creation(machine, frame, expression, expected);
    case "operator":
      return operation(machine, frame, expression);
    case "conditional": {
      const condition = evaluate(machine, frame, expression.condition);
      return branchValue(machine, frame, condition, locate(frame, expression.condition.range), {
        whenTrue: () => evaluate(machine, frame, expression.whenTrue, expected),
        whenFalse: () => evaluate(machine, frame, expression.whenFalse, expected),
      });
    }
    case "assign":
      return assignment(machine, frame, expression);
    case "lambda":
      return newClosure(
        machine,
        {
          kind: "lambda",
          frame: { ...frame },
          scope: frame.scope,
          parameters: expression.parameters.map((it) => it.name),
          body: expression.body,
        },
        "lambda",
        [locate(frame, expression.range)],
      );
    case "reference":
      return reference(machine, frame, expression);
    case "array":
      return array(machine, frame, expression);
    case "cast":
      return cast(
        machine,
        frame,
        expression.value,
        resolveType(machine, placeOf(frame), expression.type),
        locate(frame, expression.range),
      );
    case "class": {
      const type = resolveType(machine, placeOf(frame), expression.type);
      return { kind: "class", name: type.name, type, at: [locate(frame, expression.range)] };
    }
    case "typeTest": {
      const value = evaluate(machine, frame, expression.value);
      const found = matches(machine, frame, value, expression.pattern);
      if (expression.pattern.name !== undefined || expression.pattern.parts.length > 0) {
        bindPattern(
          machine,
          frame,
          frame.scope,
          expression.pattern,
          value,
          locate(frame, expression.range),
        );
      }
      return found;
    }
    case "switchExpression":
      return switchValue(machine, frame, expression);
    case "unread":
      return unknownOf("unfinished", [locate(frame, expression.range)]);
  }
}

function constant(frame: Frame, expression: Extract<Expression, { kind: "constant" }>): Constant {
  const at = locate(frame, expression.range);
  const { value, type } = expression;
  if (type === "string") {
    return {
      kind: "constant",
      value,
      at: [at],
      pieces: expression.stretches.map((it) => ({
        at: it.at,
        length: it.length,
        location: { file: at.file, range: it.range },
      })),
    };
  }
  return type === "char" || type === "long" || type === "float" || type === "double"
    ? { kind: "constant", value, type, at: [at] }
    : { kind: "constant", value, at: [at] };
}

function reference(machine: Machine, frame: Frame, expression: ReferenceExpression): Value {
  const at = [locate(frame, expression.range)];
  const { object, name } = expression;
  if (object.kind === "class" && object.type.dimensions > 0) {
    return newClosure(machine, { kind: "array" }, "reference", at);
  }
  const type = typeNamed(machine, frame, object);
  return type === undefined
    ? newClosure(
        machine,
        { kind: "method", receiver: evaluate(machine, frame, object), name },
        "reference",
        at,
      )
    : newClosure(machine, { kind: "type", type, name }, "reference", at);
}

function cast(
  machine: Machine,
  frame: Frame,
  expression: Expression,
  type: ResolvedType,
  at: Location,
): Value {
  const value = evaluate(machine, frame, expression, type);
  const adapted = adapt(machine, value, type, at);
  return adapted.kind === "constant" ? converted(adapted, type.name) : adapted;
}
