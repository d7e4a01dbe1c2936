import type { CallExpression, Expression } from "../../../syntax/host/program.ts";
import type { ProgramClass, Value } from "../../value.ts";
import { levelsOf, methodsOf, staticOwners } from "../classes/lookup.ts";
import { libraryClassAbove, programLine, resolveType } from "../classes/resolve.ts";
import { type ClassRef, type Frame, locate, type Machine } from "../machine.ts";
import { placeOf } from "./adapt.ts";

/** Calls a method of what the chain has come to: a value, or a type. */
export function call(
  machine: Machine,
  frame: Frame,
  link: CallExpression,
  value: Value | undefined,
  type: ClassRef | undefined,
  first: Expression | undefined,
): Value {
  const at = locate(frame, link.range);
  const name = locate(frame, link.nameRange);
  const typeArguments = link.typeArguments.map((it) => resolveType(machine, placeOf(frame), it));
  const isFirst = link.object === undefined;
  const isSuper = link.object?.kind === "super" && link.object === first;
  const args = link.arguments.map((it) => machine.parts.evaluate(machine, frame, it));
  const request = {
    receiver: value,
    type,
    method: link.name,
    arguments: args,
    at,
    name,
    typeArguments,
  };
  if (isFirst) {
    return ownCall(machine, frame, request);
  }
  return machine.parts.invoke(machine, isSuper ? { ...request, above: frame.class } : request);
}

/** `name(…)`: a method of the class or of one around it, or a static import. */
function ownCall(
  machine: Machine,
  frame: Frame,
  request: Parameters<Machine["parts"]["invoke"]>[1],
): Value {
  for (const level of levelsOf(machine, frame)) {
    const methods = methodsOf(machine, level.class, request.method);
    if (methods.length > 0) {
      const isStatic = methods.every((it) => it.method.static) || level.self === undefined;
      return machine.parts.invoke(
        machine,
        isStatic
          ? { ...request, type: { kind: "program", class: level.class } }
          : { ...request, receiver: level.self },
      );
    }
  }
  for (const level of levelsOf(machine, frame)) {
    if (level.self !== undefined && comesWithKind(level.class, request.method)) {
      return machine.parts.invoke(machine, { ...request, receiver: level.self });
    }
  }
  for (const owner of staticOwners(machine, frame, request.method)) {
    const isKnown =
      owner.kind === "library" || methodsOf(machine, owner.class, request.method).length > 0;
    if (isKnown) {
      return machine.parts.invoke(machine, { ...request, type: owner });
    }
  }
  for (const level of levelsOf(machine, frame)) {
    const isRecordOrAbove =
      level.class.type.components.some((it) => it.name === request.method) ||
      libraryClassAbove(machine, level.class) !== undefined ||
      programLine(machine, level.class).some(
        (it) => it.type.fields.length > 0 && /^(get|set|is)[A-Z]/.test(request.method),
      ) ||
      level.class.type.typeKind === "enum" ||
      level.class.type.typeKind === "anonymous";
    if (isRecordOrAbove) {
      return machine.parts.invoke(
        machine,
        level.self === undefined
          ? { ...request, type: { kind: "program", class: level.class } }
          : { ...request, receiver: level.self },
      );
    }
  }
  return frame.self === undefined
    ? machine.parts.invoke(machine, { ...request, type: { kind: "program", class: frame.class } })
    : machine.parts.invoke(machine, { ...request, receiver: frame.self });
}

/** Methods that nobody writes: those of every object, of an enum, and of the components of a record. They hide static imports. */
function comesWithKind({ type }: ProgramClass, method: string): boolean {
  return (
    /^(getClass|hashCode|equals|toString)$/.test(method) ||
    (type.typeKind === "enum" && /^(name|ordinal|compareTo|getDeclaringClass)$/.test(method)) ||
    type.components.some((it) => it.name === method)
  );
}
