import type { Annotation, Expression } from "../syntax/host/program.ts";
import type { Ask } from "../values/ask.ts";
import type { ProgramClass } from "../values/value.ts";
import { constantText } from "./calls.ts";

/** The text of an annotation's argument: a literal, or a constant of the class itself. */
export function annotationText(
  ask: Ask,
  type: ProgramClass,
  annotation: Annotation,
  argument: string,
): string | undefined {
  const value = annotation.arguments.find((it) => it.name === argument)?.value;
  return value === undefined ? undefined : expressionText(ask, type, value);
}

function expressionText(ask: Ask, type: ProgramClass, value: Expression): string | undefined {
  switch (value.kind) {
    case "constant":
      return typeof value.value === "string" ? value.value : undefined;
    case "name":
      return constantText(ask.staticField(type, value.name));
    case "operator": {
      const parts = value.operands.map((it) => expressionText(ask, type, it));
      return value.operator === "+" && !parts.includes(undefined) ? parts.join("") : undefined;
    }
    default:
      return undefined;
  }
}
