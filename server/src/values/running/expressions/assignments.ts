import type {
  AssignExpression,
  GetExpression,
  IndexExpression,
} from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { converted } from "../../scalars/arithmetic.ts";
import { binary } from "../../scalars/operators.ts";
import { distribute, numberOf, textOf, unknownOf } from "../../texts.ts";
import type { ResolvedType, Value } from "../../value.ts";
import { adapt } from "../calls/adapt.ts";
import { readCell, writeCell } from "../cells.ts";
import { changeList } from "../changes.ts";
import { cellNamed, fieldCell } from "../classes/lookup.ts";
import { element } from "../elements.ts";
import { type Cell, type Frame, locate, type Machine } from "../machine.ts";
import { asText } from "../to-text.ts";
import { typeNamed } from "./names.ts";
import { isNumeric } from "./operations.ts";

/** Assigns to a variable, a field or an element; gives the value of the whole. */
export function assignment(machine: Machine, frame: Frame, expression: AssignExpression): Value {
  const at = locate(frame, expression.range);
  const { target } = expression;
  if (target.kind === "index") {
    return assignElement(machine, frame, expression, target, at);
  }
  if (target.kind === "get") {
    return assignMember(machine, frame, expression, target, at);
  }
  if (target.kind !== "name") {
    machine.parts.evaluate(machine, frame, expression.value);
    return unknownOf("unsupported", [at]);
  }
  const cell = cellNamed(machine, frame, target.name);
  return assignCell(machine, frame, expression, cell, at);
}

function assignCell(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  cell: Cell | undefined,
  at: Location,
): Value {
  const old =
    expression.operator === "" || cell === undefined ? undefined : readCell(machine, cell);
  const value = assigned(machine, frame, expression, old, cell?.type, at);
  if (cell !== undefined) {
    writeCell(machine, cell, value);
  }
  return expression.postfix && old !== undefined ? old : value;
}

function assigned(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  old: Value | undefined,
  type: ResolvedType | undefined,
  at: Location,
): Value {
  const value = machine.parts.evaluate(machine, frame, expression.value, type);
  if (expression.operator === "") {
    return adapt(machine, value, type, at);
  }
  const before = old ?? unknownOf("unfinished", [at]);
  const isText = expression.operator === "+" && !(isNumeric(before) && isNumeric(value));
  const isNumber = type !== undefined && /^(int|long|short|byte|double|float)$/.test(type.name);
  if (isText && !isNumber) {
    return distribute([asText(machine, before, at), asText(machine, value, at)], textOf);
  }
  const result = binary(expression.operator, before, value, at);
  // An element of an array has no type of its own here: a character stays one.
  return type === undefined && before.kind === "constant" && before.type === "char"
    ? converted(result, "char")
    : adapt(machine, result, type, at);
}

function assignMember(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  target: GetExpression,
  at: Location,
): Value {
  const type = typeNamed(machine, frame, target.object);
  if (type?.kind === "program") {
    return assignCell(
      machine,
      frame,
      expression,
      fieldCell(machine, undefined, type.class, target.name),
      at,
    );
  }
  if (type !== undefined) {
    return machine.parts.evaluate(machine, frame, expression.value);
  }
  const object = machine.parts.evaluate(machine, frame, target.object);
  const objects = object.kind === "oneOf" ? object.values.map((it) => it.value) : [object];
  let result: Value | undefined;
  for (const it of objects) {
    if (it.kind === "instance") {
      result = assignCell(
        machine,
        frame,
        expression,
        fieldCell(machine, it, it.class, target.name),
        at,
      );
    }
  }
  return result ?? machine.parts.evaluate(machine, frame, expression.value);
}

function assignElement(
  machine: Machine,
  frame: Frame,
  expression: AssignExpression,
  target: IndexExpression,
  at: Location,
): Value {
  const object = machine.parts.evaluate(machine, frame, target.object);
  const index = machine.parts.evaluate(machine, frame, target.index);
  const old = expression.operator === "" ? undefined : element(machine, object, index, at);
  const value = assigned(machine, frame, expression, old, undefined, at);
  const position = numberOf(index);
  if (object.kind === "list") {
    changeList(
      machine,
      object,
      position === undefined
        ? { kind: "open", why: unknownOf("several-values", [at]) }
        : { kind: "set", index: position, value },
    );
  }
  return expression.postfix && old !== undefined ? old : value;
}
