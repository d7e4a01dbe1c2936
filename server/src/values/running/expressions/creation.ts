import type { ArrayExpression, NewExpression } from "../../../syntax/host/program.ts";
import { constantOf, numberOf, unknownOf } from "../../texts.ts";
import type { ProgramClass, ResolvedType, Value } from "../../value.ts";
import { adapt, placeOf } from "../calls/adapt.ts";
import { changeList, newList } from "../changes.ts";
import { programClass } from "../classes/classes.ts";
import { levelsOf } from "../classes/lookup.ts";
import { programLine, rememberScope, resolveName, resolveType } from "../classes/resolve.ts";
import { type Frame, locate, type Machine } from "../machine.ts";

/** `new`, with or without a class body. */
export function creation(
  machine: Machine,
  frame: Frame,
  expression: NewExpression,
  expected: ResolvedType | undefined,
): Value {
  const at = locate(frame, expression.range);
  const name = locate(frame, expression.nameRange);
  const outer =
    expression.outer === undefined
      ? undefined
      : machine.parts.evaluate(machine, frame, expression.outer);
  const place =
    outer?.kind === "instance"
      ? { class: outer.class, scope: undefined, typeParameters: [] }
      : placeOf(frame);
  const ref = resolveName(machine, place, expression.type.name);
  const written = resolveType(machine, place, expression.type);
  // `new X<>()`: the arguments are those of the declaration.
  const typeArguments =
    written.arguments.length > 0
      ? written.arguments
      : expected?.name === written.name
        ? expected.arguments
        : [];
  const args = expression.arguments.map((it) => machine.parts.evaluate(machine, frame, it));
  if (expression.body !== undefined) {
    const type = programClass(machine, frame.class.unit, expression.body, frame.class);
    rememberScope(type, frame.scope);
    return machine.parts.construct(machine, type, args, {
      at: name,
      outer: frame.self,
      captured: withCaptured(frame),
      typeArguments,
    });
  }
  if (ref?.kind === "program") {
    const isLocal =
      ref.class.outer === frame.class && !frame.class.type.types.includes(ref.class.type);
    return machine.parts.construct(machine, ref.class, args, {
      at: name,
      outer: outer ?? outerFor(machine, frame, ref.class),
      captured: isLocal ? withCaptured(frame) : undefined,
      typeArguments,
    });
  }
  return machine.parts.invoke(machine, {
    receiver: undefined,
    type: ref ?? { kind: "library", name: expression.type.name, certain: false },
    method: "new",
    arguments: args,
    at,
    name,
    typeArguments,
  });
}

/** The locals around a class body, those that the code around it captured included. */
function withCaptured(frame: Frame): Frame["scope"] {
  if (frame.captured === undefined) {
    return frame.scope;
  }
  const levels: Frame["scope"][] = [];
  for (let it: Frame["scope"] | undefined = frame.scope; it !== undefined; it = it.parent) {
    if (it === frame.captured) {
      return frame.scope;
    }
    levels.push(it);
  }
  return levels.reverse().reduce((parent, it) => ({ ...it, parent }), frame.captured);
}

/** The object around a new one: of the class that the new one's class stands in. */
function outerFor(machine: Machine, frame: Frame, type: ProgramClass): Value | undefined {
  if (type.type.static) {
    return undefined;
  }
  return levelsOf(machine, frame).find(
    (it) =>
      it.self !== undefined &&
      type.outer !== undefined &&
      programLine(machine, it.class).includes(type.outer),
  )?.self;
}

/** `new T[n]`, `new T[] { … }` and `{ … }`. */
export function array(machine: Machine, frame: Frame, expression: ArrayExpression): Value {
  const at = locate(frame, expression.range);
  const type =
    expression.type === undefined
      ? undefined
      : resolveType(machine, placeOf(frame), expression.type);
  if (expression.items !== undefined) {
    const items = expression.items.map((it) =>
      adapt(machine, machine.parts.evaluate(machine, frame, it), type, at),
    );
    return newList(machine, "[]", items, [at]);
  }
  const lengths = expression.lengths.map((it) => machine.parts.evaluate(machine, frame, it));
  const length = numberOf(lengths[0]);
  const list = newList(machine, "[]", [], [at]);
  if (length === undefined || length > 1000) {
    changeList(machine, list, { kind: "open", why: unknownOf("run-time-data", [at]) });
    return list;
  }
  const zero =
    type?.name === "boolean"
      ? false
      : /^(int|long|short|byte|double|float)$/.test(type?.name ?? "")
        ? 0
        : null;
  for (let index = 0; index < length; index++) {
    changeList(machine, list, { kind: "add", value: constantOf(zero) });
  }
  return list;
}
