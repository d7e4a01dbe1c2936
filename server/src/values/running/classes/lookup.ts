import type { Method } from "../../../syntax/host/program.ts";
import type { ProgramClass, Value } from "../../value.ts";
import { cellIn } from "../cells.ts";
import type { Cell, ClassRef, Frame, InstanceState, Machine, Scope } from "../machine.ts";
import { classNamed, methodsNamed } from "./classes.ts";
import { fullName, programLine } from "./resolve.ts";

/** A class around the present code, the innermost first, with its object and the locals it captured. */
export interface Level {
  readonly class: ProgramClass;
  readonly self: Value | undefined;
  readonly captured: Scope | undefined;
}

export function levelsOf(machine: Machine, frame: Frame): readonly Level[] {
  const result: Level[] = [];
  let level: Level | undefined = { class: frame.class, self: frame.self, captured: frame.captured };
  while (level !== undefined && result.length < 30) {
    result.push(level);
    level = around(machine, level);
  }
  return result;
}

function around(machine: Machine, level: Level): Level | undefined {
  const { outer } = level.class;
  const self = stateOf(machine, level.self)?.outer;
  return outer === undefined
    ? undefined
    : { class: outer, self, captured: stateOf(machine, self)?.captured };
}

function stateOf(machine: Machine, value: Value | undefined): InstanceState | undefined {
  return value?.kind === "instance" ? machine.instances.get(value.id) : undefined;
}

/** The cell that a bare name means: a local, a field of the class or of one around it, a static import. */
export function cellNamed(machine: Machine, frame: Frame, name: string): Cell | undefined {
  const local = cellIn(frame.scope, name);
  if (local !== undefined) {
    return local;
  }
  for (const level of levelsOf(machine, frame)) {
    const member =
      fieldCell(machine, level.self, level.class, name) ?? cellIn(level.captured, name);
    if (member !== undefined) {
      return member;
    }
  }
  return staticImport(machine, frame, name);
}

/** A field of an object or class, static ones and those of super types included. */
export function fieldCell(
  machine: Machine,
  self: Value | undefined,
  type: ProgramClass,
  name: string,
): Cell | undefined {
  if (self?.kind === "instance") {
    const cell = machine.instances.get(self.id)?.fields.get(name);
    if (cell !== undefined) {
      return cell;
    }
  }
  for (const it of programLine(machine, type)) {
    if (hasStatic(it, name)) {
      return machine.parts.statics(machine, it).fields.get(name);
    }
  }
  return undefined;
}

function hasStatic(type: ProgramClass, name: string): boolean {
  return (
    type.type.fields.some((it) => it.static && it.name === name) ||
    type.type.constants.some((it) => it.name === name)
  );
}

function staticImport(machine: Machine, frame: Frame, name: string): Cell | undefined {
  for (const it of frame.class.unit.imports) {
    if (!it.static) {
      continue;
    }
    const owner = it.star
      ? it.path
      : it.path.endsWith(`.${name}`)
        ? it.path.slice(0, -name.length - 1)
        : undefined;
    const type = owner === undefined ? undefined : classNamed(machine, owner);
    const cell = type === undefined ? undefined : fieldCell(machine, undefined, type, name);
    if (cell !== undefined) {
      return cell;
    }
  }
  return undefined;
}

/** The library classes whose static members a name may be, by static imports. */
export function staticOwners(machine: Machine, frame: Frame, name: string): readonly ClassRef[] {
  return frame.class.unit.imports.flatMap((it) => {
    if (!it.static || (!it.star && !it.path.endsWith(`.${name}`))) {
      return [];
    }
    const owner = it.star ? it.path : it.path.slice(0, -name.length - 1);
    const ref = fullName(machine, owner);
    return ref === undefined ? [] : [ref];
  });
}

/** Methods of a name in a class and above it, the most derived first. */
export function methodsOf(
  machine: Machine,
  type: ProgramClass,
  name: string,
): readonly { readonly class: ProgramClass; readonly method: Method }[] {
  const result: { class: ProgramClass; method: Method }[] = [];
  for (const it of programLine(machine, type)) {
    for (const method of methodsNamed(it, name)) {
      result.push({ class: it, method });
    }
  }
  return result;
}
