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
    case "get":
      return value.object.kind === "name"
        ? constantOf(ask, type, { className: value.object.name, field: value.name })
        : undefined;
    case "operator": {
      const parts = value.operands.map((it) => expressionText(ask, type, it));
      return value.operator === "+" && !parts.includes(undefined) ? parts.join("") : undefined;
    }
    default:
      return undefined;
  }
}

/** `Names.KEYSPACE`: a class inside or beside the class, or of its package. */
function constantOf(
  ask: Ask,
  type: ProgramClass,
  { className, field }: { readonly className: string; readonly field: string },
): string | undefined {
  const around: string[] = [];
  for (let it: ProgramClass | undefined = type; it !== undefined; it = it.outer) {
    around.push(it.name);
  }
  const imported = type.unit.imports.find(
    (it) => !it.star && !it.static && it.path.endsWith(`.${className}`),
  );
  const names = [
    ...around.map((it) => `${it}.${className}`),
    ...(imported === undefined ? [] : [imported.path]),
    type.unit.package === "" ? className : `${type.unit.package}.${className}`,
  ];
  const owner = names.map((it) => ask.classNamed(it)).find((it) => it !== undefined);
  return owner === undefined ? undefined : constantText(ask.staticField(owner, field));
}
