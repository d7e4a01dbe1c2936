import type { Expression } from "../../../syntax/host/program.ts";
import type { ProgramClass, Value } from "../../value.ts";
import { childScope } from "../cells.ts";
import type { Machine } from "../machine.ts";

/** The value that an annotation of a class or of its members gives: literals, constants, and what joins them. */
export function annotationValue(
  machine: Machine,
  type: ProgramClass,
  expression: Expression,
): Value {
  const at = { file: type.unit.path, range: expression.range };
  return machine.parts.evaluate(
    machine,
    {
      class: type,
      method: undefined,
      self: undefined,
      captured: undefined,
      caller: { class: type.name, method: "static", at, caller: machine.frame?.caller },
      returns: [],
      leaves: [],
      scope: childScope(undefined),
    },
    expression,
  );
}
