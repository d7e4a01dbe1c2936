import type { Location } from "../../../text/range.ts";
import { converted } from "../../scalars/arithmetic.ts";
import { unknownOf } from "../../texts.ts";
import type { ResolvedType, Value } from "../../value.ts";
import type { Place } from "../classes/resolve.ts";
import { type Frame, type Machine, nextId } from "../machine.ts";

export function placeOf(frame: Frame): Place {
  return {
    class: frame.class,
    scope: frame.scope,
    typeParameters: frame.method?.typeParameters ?? [],
  };
}

/** What a declared type says of a value: it names objects of unknown class, and turns numbers into its own. */
export function adapt(
  machine: Machine,
  value: Value,
  type: ResolvedType | undefined,
  at: Location,
): Value {
  if (type === undefined) {
    return value;
  }
  if (type.dimensions > 0) {
    return value;
  }
  switch (value.kind) {
    case "constant":
      return typeof value.value === "number" ||
        typeof value.value === "bigint" ||
        value.type === "char"
        ? converted(value, type.name)
        : value;
    case "object":
      return isForeign(type) && type.declaration !== undefined && value.class === undefined
        ? machine.parts.unknownInstance(machine, type.declaration, value, at)
        : adaptObject(value, type);
    case "unknown":
      if (type.declaration !== undefined && isForeign(type) && value.reason !== "unfinished") {
        return machine.parts.unknownInstance(machine, type.declaration, value, at);
      }
      return isLibraryType(type) && !isCollection(type)
        ? {
            kind: "object",
            id: nextId(machine),
            class: type.name,
            made: undefined,
            mayBeNull: true,
            ...(type.arguments.length === 0 ? {} : { typeArguments: type.arguments }),
            at: value.at.length === 0 ? [at] : value.at,
          }
        : value;
    case "function": {
      const closure = machine.closures.get(value.id);
      if (closure !== undefined && type.declaration !== undefined) {
        closure.interface ??= type.declaration;
      }
      return value;
    }
    case "oneOf": {
      const values = value.values.map((it) => ({
        ...it,
        value: adapt(machine, it.value, type, at),
      }));
      return values.every((it, index) => it.value === value.values[index]?.value)
        ? value
        : { ...value, values };
    }
    default:
      return value;
  }
}

/** A plain class of the project: what is known of an object of it is its methods. */
function isForeign(type: ResolvedType): boolean {
  const declaration = type.declaration?.type;
  return (
    declaration !== undefined &&
    (declaration.typeKind === "class" || declaration.typeKind === "record") &&
    !declaration.abstract
  );
}

function adaptObject(value: Extract<Value, { kind: "object" }>, type: ResolvedType): Value {
  if (scalarTypes.has(type.name)) {
    return value.class === undefined || value.class === "java.lang.Object"
      ? { ...unknownOf("no-model", value.at), key: `#${value.id}` }
      : value;
  }
  const typed =
    value.typeArguments === undefined && type.arguments.length > 0
      ? { ...value, typeArguments: type.arguments }
      : value;
  return (value.class === undefined || value.class === "java.lang.Object") && isLibraryType(type)
    ? { ...typed, class: type.name }
    : typed;
}

/** A class that the project does not hold: it says what an unknown object is. */
function isLibraryType(type: ResolvedType): boolean {
  return (
    type.declaration === undefined &&
    type.dimensions === 0 &&
    /(^|\.)[A-Z][A-Za-z0-9_$]*$/.test(type.name) &&
    type.name.length > 2 &&
    type.name !== "java.lang.Object" &&
    !scalarTypes.has(type.name)
  );
}

function isCollection(type: ResolvedType): boolean {
  return /^java\.util\.(List|Map|Set|Collection|ArrayList|HashMap|Properties|LinkedHashMap|HashSet|Iterator|Optional)$/.test(
    type.name,
  );
}

/** Types whose values are texts, numbers and truths. */
const scalarTypes: ReadonlySet<string> = new Set([
  "java.lang.String",
  "java.lang.CharSequence",
  "java.lang.Integer",
  "java.lang.Long",
  "java.lang.Short",
  "java.lang.Byte",
  "java.lang.Boolean",
  "java.lang.Double",
  "java.lang.Float",
  "java.lang.Character",
  "java.lang.Number",
  "int",
  "long",
  "short",
  "byte",
  "boolean",
  "double",
  "float",
  "char",
]);
