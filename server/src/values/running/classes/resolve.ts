import type { WrittenType } from "../../../syntax/host/program.ts";
import { lineOf } from "../../library.ts";
import type { ProgramClass, ResolvedType } from "../../value.ts";
import type { ClassRef, Machine, Scope } from "../machine.ts";
import {
  classBesideOthers,
  classNamed,
  nestedClass,
  topLevelClass,
  unitOfClass,
} from "./classes.ts";

/** Where a name stands. */
export interface Place {
  readonly class: ProgramClass;
  readonly scope: Scope | undefined;
  readonly typeParameters: readonly string[];
}

/** The class that a written name means; undefined for a type parameter and for what is no type. */
export function resolveName(machine: Machine, place: Place, name: string): ClassRef | undefined {
  const [first = "", ...rest] = name.split(".");
  for (let it = place.scope; it !== undefined; it = it.parent) {
    const local = it.types?.get(first);
    if (local !== undefined) {
      return nested(machine, { kind: "program", class: local }, rest);
    }
  }
  let known = machine.resolved.get(place.class.type);
  if (known === undefined) {
    known = new Map();
    machine.resolved.set(place.class.type, known);
  }
  if (place.typeParameters.includes(name)) {
    return undefined;
  }
  if (!known.has(name)) {
    // A class that extends one of its own nested types asks again while it is being answered.
    known.set(name, undefined);
    known.set(name, resolveInClass(machine, place.class, first, rest));
  }
  return known.get(name);
}

function resolveInClass(
  machine: Machine,
  type: ProgramClass,
  first: string,
  rest: readonly string[],
): ClassRef | undefined {
  for (let it: ProgramClass | undefined = type; it !== undefined; it = it.outer) {
    if (it.type.typeParameters.includes(first) && rest.length === 0) {
      return undefined;
    }
    if (it.type.name === first) {
      return nested(machine, { kind: "program", class: it }, rest);
    }
    const member = memberType(machine, it, first, new Set());
    if (member !== undefined) {
      return nested(machine, member, rest);
    }
  }
  const inFile = resolveInFile(machine, type, first);
  if (inFile !== undefined) {
    return nested(machine, inFile, rest);
  }
  return rest.length > 0 && /^[a-z]/.test(first)
    ? fullName(machine, [first, ...rest].join("."))
    : unexplained(type, first, rest);
}

/** A nested type of the class or of what it extends. */
function memberType(
  machine: Machine,
  type: ProgramClass,
  name: string,
  seen: Set<ProgramClass>,
): ClassRef | undefined {
  if (seen.has(type) || seen.size > 50) {
    return undefined;
  }
  seen.add(type);
  const own = nestedClass(machine, type, name);
  if (own !== undefined) {
    return { kind: "program", class: own };
  }
  for (const above of superTypes(type.type)) {
    if (above.name === name || above.name === "") {
      continue;
    }
    const ref = resolveName(machine, outsideOf(type), above.name);
    if (ref?.kind === "program") {
      const found = memberType(machine, ref.class, name, seen);
      if (found !== undefined) {
        return found;
      }
    } else if (ref !== undefined) {
      const inner = `${ref.name}.${name}`;
      if (machine.world.facts.classes.has(inner)) {
        return { kind: "library", name: inner, certain: true };
      }
    }
  }
  return undefined;
}

/** Where the super types of a class are written: outside of it. */
function outsideOf(type: ProgramClass): Place {
  return { class: type.outer ?? type, scope: undefined, typeParameters: type.type.typeParameters };
}

function superTypes(type: ProgramClass["type"]): readonly WrittenType[] {
  return type.extends === undefined ? type.implements : [type.extends, ...type.implements];
}

function resolveInFile(machine: Machine, type: ProgramClass, name: string): ClassRef | undefined {
  const { unit } = type;
  const single = unit.imports.find(
    (it) => !it.star && (it.alias ?? it.path.slice(it.path.lastIndexOf(".") + 1)) === name,
  );
  if (single !== undefined && (!single.static || /^[A-Z]/.test(name))) {
    return fullName(machine, single.path) ?? { kind: "library", name: single.path, certain: true };
  }
  const own = topLevelClass(machine, unit, name);
  if (own !== undefined) {
    return { kind: "program", class: own };
  }
  const neighbour = unitOfClass(machine, unit.package, name);
  const inPackage = neighbour === undefined ? undefined : topLevelClass(machine, neighbour, name);
  if (inPackage !== undefined) {
    return { kind: "program", class: inPackage };
  }
  for (const it of unit.imports) {
    if (it.star) {
      const full = `${it.path}.${name}`;
      const found = classNamed(machine, full);
      if (found !== undefined) {
        return { kind: "program", class: found };
      }
      if (machine.world.facts.classes.has(full) || machine.models.has(full)) {
        return { kind: "library", name: full, certain: true };
      }
    }
  }
  const inLang = `java.lang.${name}`;
  if (javaLang.has(name) || machine.world.facts.classes.has(inLang)) {
    return { kind: "library", name: inLang, certain: true };
  }
  const beside = /^[A-Z]/.test(name) ? classBesideOthers(machine, unit.package, name) : undefined;
  return beside === undefined ? undefined : { kind: "program", class: beside };
}

/** A simple name that nothing explains: a class of the only star import, else by its simple name alone. */
function unexplained(
  type: ProgramClass,
  first: string,
  rest: readonly string[],
): ClassRef | undefined {
  if (!/^[A-Z]/.test(first)) {
    return undefined;
  }
  const stars = type.unit.imports.filter((it) => it.star && !it.static);
  const [only] = stars;
  const name = [first, ...rest].join(".");
  return stars.length === 1 && only !== undefined
    ? { kind: "library", name: `${only.path}.${name}`, certain: false }
    : { kind: "library", name, certain: false };
}

/** A name with its package. */
export function fullName(machine: Machine, name: string): ClassRef | undefined {
  const found = classNamed(machine, name);
  if (found !== undefined) {
    return { kind: "program", class: found };
  }
  const parts = name.split(".");
  const upper = parts.findIndex((it) => /^[A-Z]/.test(it));
  return upper === -1 ? undefined : { kind: "library", name, certain: true };
}

function nested(machine: Machine, ref: ClassRef, names: readonly string[]): ClassRef | undefined {
  let result: ClassRef | undefined = ref;
  for (const name of names) {
    if (result?.kind === "program") {
      result = memberType(machine, result.class, name, new Set());
    } else if (result !== undefined) {
      result = { ...result, name: `${result.name}.${name}` };
    }
  }
  return result;
}

/** The name of a class reference. */
function nameOf(ref: ClassRef): string {
  return ref.kind === "program" ? ref.class.name : ref.name;
}

/** A written type with its names resolved; a type parameter keeps its own name. */
export function resolveType(machine: Machine, place: Place, written: WrittenType): ResolvedType {
  const ref = primitives.has(written.name) ? undefined : resolveName(machine, place, written.name);
  return {
    name: ref === undefined ? written.name : nameOf(ref),
    arguments: written.arguments.map((it) => resolveType(machine, place, it)),
    dimensions: written.dimensions,
    declaration: ref?.kind === "program" ? ref.class : undefined,
    written,
  };
}

/** The super types of a resolved type, with its arguments handed up; itself first, nearest first. */
export function lineOfType(machine: Machine, start: ResolvedType): readonly ResolvedType[] {
  const result: ResolvedType[] = [];
  const seen = new Set<string>();
  let level: readonly ResolvedType[] = [start];
  while (level.length > 0 && result.length < 200) {
    const next: ResolvedType[] = [];
    for (const it of level) {
      if (seen.has(it.name)) {
        continue;
      }
      seen.add(it.name);
      result.push(it);
      next.push(...directSupers(machine, it));
    }
    level = next;
  }
  return result;
}

function directSupers(machine: Machine, type: ResolvedType): readonly ResolvedType[] {
  const { declaration } = type;
  if (declaration === undefined) {
    const facts = lineOf(machine.world.facts, type.name).slice(0, 1);
    return facts
      .flatMap((it) => it.supers ?? [])
      .map((name) => ({
        ...type,
        name,
        declaration: undefined,
      }));
  }
  const place = outsideOf(declaration);
  const parameters = declaration.type.typeParameters;
  return superTypes(declaration.type).map((it) =>
    substitute(resolveType(machine, place, it), parameters, type.arguments),
  );
}

function substitute(
  type: ResolvedType,
  parameters: readonly string[],
  args: readonly ResolvedType[],
): ResolvedType {
  const index = type.declaration === undefined ? parameters.indexOf(type.name) : -1;
  const found = args[index];
  if (found !== undefined) {
    return { ...found, dimensions: found.dimensions + type.dimensions };
  }
  return type.arguments.length === 0
    ? type
    : { ...type, arguments: type.arguments.map((it) => substitute(it, parameters, args)) };
}

/** A class as a type without arguments. */
export function typeOfClass(type: ProgramClass): ResolvedType {
  return {
    name: type.name,
    arguments: [],
    dimensions: 0,
    declaration: type,
    written: { name: type.type.name, arguments: [], dimensions: 0, range: type.type.nameRange },
  };
}

/** The classes of the project from a class up: itself, then what it extends, then interfaces. */
export function programLine(machine: Machine, type: ProgramClass): readonly ProgramClass[] {
  let line = lines.get(type);
  if (line === undefined || machine.needs.size > 0) {
    const result: ProgramClass[] = [];
    const interfaces: ProgramClass[] = [];
    const seen = new Set<ProgramClass>();
    let level: ProgramClass | undefined = type;
    while (level !== undefined && !seen.has(level)) {
      seen.add(level);
      result.push(level);
      const place = placeAbove(machine, level);
      for (const it of level.type.implements) {
        collectInterfaces(machine, resolveName(machine, place, it.name), seen, interfaces);
      }
      const above: ClassRef | undefined =
        level.type.extends === undefined
          ? undefined
          : resolveName(machine, place, level.type.extends.name);
      if (above?.kind === "program" && above.class.type.typeKind === "interface") {
        collectInterfaces(machine, above, seen, interfaces);
        level = undefined;
      } else {
        level = above?.kind === "program" ? above.class : undefined;
      }
    }
    line = [...result, ...interfaces];
    lines.set(type, line);
  }
  return line;
}

const lines = new WeakMap<ProgramClass, readonly ProgramClass[]>();
const scopesOfLocalTypes = new WeakMap<ProgramClass, Scope>();

/** Local and anonymous classes may extend local classes. */
export function rememberScope(type: ProgramClass, scope: Scope): void {
  if (!scopesOfLocalTypes.has(type)) {
    scopesOfLocalTypes.set(type, scope);
  }
}

export function placeAbove(_machine: Machine, type: ProgramClass): Place {
  return {
    class: type.outer ?? type,
    scope: scopesOfLocalTypes.get(type),
    typeParameters: type.type.typeParameters,
  };
}

function collectInterfaces(
  machine: Machine,
  ref: ClassRef | undefined,
  seen: Set<ProgramClass>,
  result: ProgramClass[],
): void {
  if (ref?.kind !== "program" || seen.has(ref.class) || seen.size > 100) {
    return;
  }
  seen.add(ref.class);
  result.push(ref.class);
  for (const it of superTypes(ref.class.type)) {
    collectInterfaces(machine, resolveName(machine, outsideOf(ref.class), it.name), seen, result);
  }
}

/** The nearest classes above that the project does not hold, by full name: what it extends first. */
export function librarySupers(machine: Machine, type: ProgramClass): readonly string[] {
  const result: string[] = [];
  for (const it of programLine(machine, type)) {
    const place = placeAbove(machine, it);
    for (const written of superTypes(it.type)) {
      const ref = resolveName(machine, place, written.name);
      if (ref?.kind === "library") {
        result.push(ref.name);
      }
    }
  }
  return result;
}

/** The class that the class itself, or one of the project above it, extends and the project does not hold. */
export function libraryClassAbove(machine: Machine, type: ProgramClass): string | undefined {
  for (const it of programLine(machine, type)) {
    if (it.type.extends !== undefined && it.type.typeKind !== "interface") {
      const ref = resolveName(machine, placeAbove(machine, it), it.type.extends.name);
      if (ref?.kind === "library") {
        return ref.name;
      }
    }
  }
  return undefined;
}

const primitives = new Set([
  "int",
  "long",
  "short",
  "byte",
  "char",
  "boolean",
  "float",
  "double",
  "void",
  "var",
  "?",
]);

const javaLang = new Set(
  (
    "Object String StringBuilder StringBuffer CharSequence Integer Long Short Byte Character Boolean Float Double Number Math System " +
    "Class Enum Record Iterable Comparable Runnable Thread Void Override Deprecated SuppressWarnings FunctionalInterface SafeVarargs " +
    "AutoCloseable Cloneable Process ProcessBuilder Runtime ThreadLocal ClassLoader Package StackTraceElement InterruptedException " +
    "Throwable Exception Error RuntimeException IllegalArgumentException IllegalStateException NullPointerException NumberFormatException " +
    "IndexOutOfBoundsException ArrayIndexOutOfBoundsException StringIndexOutOfBoundsException ClassCastException ArithmeticException " +
    "UnsupportedOperationException ClassNotFoundException CloneNotSupportedException NoSuchMethodException NoSuchFieldException " +
    "InstantiationException IllegalAccessException SecurityException NegativeArraySizeException ArrayStoreException AssertionError " +
    "OutOfMemoryError StackOverflowError ExceptionInInitializerError NoClassDefFoundError LinkageError VirtualMachineError"
  ).split(" "),
);
