import type { Expression } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { unknownOf } from "../../texts.ts";
import type { Value } from "../../value.ts";
import { placeOf } from "../calls/adapt.ts";
import { isLogger } from "../calls/lombok.ts";
import { modelRunOf } from "../calls/model-run.ts";
import { readCell } from "../cells.ts";
import { cellNamed, levelsOf, staticOwners } from "../classes/lookup.ts";
import { libraryClassAbove, resolveName } from "../classes/resolve.ts";
import type { ClassRef, Frame, Machine } from "../machine.ts";
import { knownField, libraryField } from "./members.ts";

/** What a bare name stands for: a variable, a field around it, or a static import. */
export function named(machine: Machine, frame: Frame, name: string, at: Location): Value {
  const cell = cellNamed(machine, frame, name);
  if (cell !== undefined) {
    return readCell(machine, cell) ?? unknownOf("unfinished", [at]);
  }
  for (const owner of staticOwners(machine, frame, name)) {
    const value =
      owner.kind === "library" ? libraryField(machine, owner.name, name, at) : undefined;
    if (value !== undefined) {
      return value;
    }
  }
  if (isLogger(name)) {
    return modelRunOf(machine).newObject("org.slf4j.Logger", at);
  }
  return (
    inheritedField(machine, frame, name, at) ??
    unknownOf("not-in-project", [at], `\`${name}\` is declared outside of the project.`)
  );
}

/** A field that a library class above gives, static or not. */
function inheritedField(
  machine: Machine,
  frame: Frame,
  name: string,
  at: Location,
): Value | undefined {
  for (const level of levelsOf(machine, frame)) {
    const above = libraryClassAbove(machine, level.class);
    const value = above === undefined ? undefined : knownField(machine, above, name, at);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

/** `this`, or `Outer.this`. */
export function thisValue(
  machine: Machine,
  frame: Frame,
  type: string | undefined,
  at: Location,
): Value {
  if (type !== undefined) {
    const simple = type.slice(type.lastIndexOf(".") + 1);
    for (const level of levelsOf(machine, frame)) {
      if (level.class.type.name === simple && level.self !== undefined) {
        return level.self;
      }
    }
  }
  return frame.self ?? unknownOf("unsupported", [at]);
}

/** The type that an expression names, unless a variable has that name. */
export function typeNamed(
  machine: Machine,
  frame: Frame,
  expression: Expression,
): ClassRef | undefined {
  if (expression.kind === "class") {
    return resolveName(machine, placeOf(frame), expression.type.name);
  }
  const names: string[] = [];
  let it: Expression = expression;
  while (it.kind === "get") {
    names.unshift(it.name);
    it = it.object;
  }
  if (it.kind !== "name" || cellNamed(machine, frame, it.name) !== undefined) {
    return undefined;
  }
  const last = names[names.length - 1] ?? it.name;
  return /^[A-Z]/.test(last) && !/^[A-Z0-9_]{2,}$/.test(last)
    ? resolveName(machine, placeOf(frame), [it.name, ...names].join("."))
    : names.length === 0
      ? resolveName(machine, placeOf(frame), it.name)
      : undefined;
}
