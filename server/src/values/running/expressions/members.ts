import type { Location } from "../../../text/range.ts";
import { lineOf } from "../../library.ts";
import { constantOf, distribute, plain, unknownOf } from "../../texts.ts";
import type { LibraryObject, Value } from "../../value.ts";
import { modelRunOf } from "../calls/model-run.ts";
import { readCell } from "../cells.ts";
import { fieldCell } from "../classes/lookup.ts";
import { libraryClassAbove, resolveName } from "../classes/resolve.ts";
import { element, lengthOf } from "../elements.ts";
import { readField } from "../fields.ts";
import { type ClassRef, type Machine, nextId } from "../machine.ts";
import { ThrowSignal } from "../signals.ts";

/** `Type.name`: a static field or a nested type. */
export function typeMember(
  machine: Machine,
  type: ClassRef,
  name: string,
  at: Location,
): Value | ClassRef {
  if (type.kind === "program") {
    const cell = fieldCell(machine, undefined, type.class, name);
    if (cell !== undefined) {
      return readCell(machine, cell) ?? unknownOf("unfinished", [at]);
    }
    const nested = resolveName(
      machine,
      { class: type.class, scope: undefined, typeParameters: [] },
      name,
    );
    if (nested !== undefined && /^[A-Z]/.test(name) && nested.kind === "program") {
      return nested;
    }
    const above = libraryClassAbove(machine, type.class);
    return above === undefined
      ? unknownOf("missing", [at], `${type.class.name} has no field \`${name}\`.`)
      : libraryField(machine, above, name, at);
  }
  const inner = `${type.name}.${name}`;
  const isNested = machine.world.facts.classes.has(inner) || machine.models.has(inner);
  if (isNested || (/^[A-Z]/.test(name) && /[a-z]/.test(name))) {
    const known = isNested ? undefined : knownField(machine, type.name, name, at);
    return known ?? { kind: "library", name: inner, certain: type.certain };
  }
  return libraryField(machine, type.name, name, at);
}

/** A static field of a library class. */
export function libraryField(
  machine: Machine,
  className: string,
  name: string,
  at: Location,
): Value {
  return (
    knownField(machine, className, name, at) ??
    refusedClass(machine, className, at) ??
    constantObject(machine, className, name, at)
  );
}

/** What a static field of a library class holds, known by its name alone. */
function constantObject(
  machine: Machine,
  className: string,
  name: string,
  at: Location,
): LibraryObject {
  return {
    kind: "object",
    id: nextId(machine),
    class: className,
    made: undefined,
    constant: name,
    at: [at],
  };
}

/** A class of the project whose file is not read. */
function refusedClass(machine: Machine, className: string, at: Location): Value | undefined {
  const simple = className.slice(className.lastIndexOf(".") + 1);
  const found = [...machine.refused].find(([file]) => file.replace(/\.\w+$/, "") === simple);
  return found && unknownOf("not-read", [at], `'${found[0]}' is not read. ${found[1]}`);
}

/** A field whose value a model or a fact knows. */
export function knownField(
  machine: Machine,
  className: string,
  name: string,
  at: Location,
): Value | undefined {
  for (const model of machine.models.get(className) ?? []) {
    const value = model.get?.(modelRunOf(machine), className, name, at);
    if (value !== undefined) {
      return value;
    }
  }
  for (const it of lineOf(machine.world.facts, className)) {
    if (it.constants !== undefined && Object.hasOwn(it.constants, name)) {
      const value = it.constants[name];
      return value === undefined ? undefined : constantOf(value, [at]);
    }
    if (it.enum?.includes(name) === true) {
      return constantObject(machine, className, name, at);
    }
  }
  return undefined;
}

/** `value.name`. */
export function member(machine: Machine, value: Value, name: string, at: Location): Value {
  return distribute([value], ([it]) => {
    const own = it === undefined ? value : plain(it);
    switch (own.kind) {
      case "instance": {
        const field = readField(machine, own, name);
        if (field !== undefined) {
          return field;
        }
        const cell = fieldCell(machine, own, own.class, name);
        return (
          (cell === undefined ? undefined : readCell(machine, cell)) ?? unknownOf("missing", [at])
        );
      }
      case "list": {
        const field = /^f(\d+)$/.exec(name)?.[1];
        if (field !== undefined && own.class.startsWith("org.apache.flink.api.java.tuple.")) {
          return element(machine, own, constantOf(Number(field)), at);
        }
        return name === "length" ? lengthOf(machine, own, at) : unknownOf("unsupported", [at]);
      }
      case "constant":
        if (own.value === null) {
          throw new ThrowSignal(
            "java.lang.NullPointerException",
            undefined,
            `${name} of null`,
            at,
            machine.frame?.caller,
          );
        }
        return unknownOf("unsupported", [at]);
      case "object":
        return { kind: "object", id: nextId(machine), class: undefined, made: own.made, at: [at] };
      case "unknown":
        return unknownOf(own.reason, [at], own.detail);
      default:
        return unknownOf("unsupported", [at]);
    }
  });
}
