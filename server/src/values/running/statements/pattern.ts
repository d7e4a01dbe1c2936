import type { Pattern } from "../../../syntax/host/program.ts";
import type { Location } from "../../../text/range.ts";
import { isA } from "../../library.ts";
import { derived } from "../../scalars/derived.ts";
import { constantOf, distribute, plain, unknownOf } from "../../texts.ts";
import type { ResolvedType, Value } from "../../value.ts";
import { adapt, placeOf } from "../calls/adapt.ts";
import { declare } from "../cells.ts";
import { lineOfType, resolveType, typeOfClass } from "../classes/resolve.ts";
import { readField } from "../fields.ts";
import { type Frame, locate, type Machine, type Scope } from "../machine.ts";

/** Whether a value has the type of a pattern. */
export function matches(machine: Machine, frame: Frame, value: Value, pattern: Pattern): Value {
  const at = locate(frame, pattern.range);
  if (pattern.type === undefined || pattern.type.name === "var") {
    return constantOf(true, [at]);
  }
  const type = resolveType(machine, placeOf(frame), pattern.type);
  return distribute([value], ([it]) => {
    const own = it === undefined ? value : plain(it);
    const found = hasType(machine, own, type);
    return found === undefined
      ? onCluster(
          type,
          derived([own], `instanceof ${type.name}`, at, () => undefined),
          at,
        )
      : constantOf(found, [at]);
  });
}

/** Who asks whether the environment is a local one wants the program to run on a cluster as well: that is what is asked about here. */
function onCluster({ name }: ResolvedType, answer: Value, at: Location): Value {
  return answer.kind === "unknown" && localEnvironment.test(name)
    ? { ...answer, default: constantOf(false, [at]) }
    : answer;
}

const localEnvironment = /(^|\.)LocalStreamEnvironment$/;

/** Whether a value is of a type; undefined: cannot be known. */
function hasType(machine: Machine, value: Value, type: ResolvedType): boolean | undefined {
  const { name } = type;
  const simple = name.slice(name.lastIndexOf(".") + 1);
  switch (value.kind) {
    case "constant":
      return value.value === null
        ? false
        : simple === "Object" || classesOfConstant(value).includes(simple);
    case "text":
      return ["Object", "String", "CharSequence"].includes(simple);
    case "instance":
      return (
        simple === "Object" ||
        lineOfType(machine, typeOfClass(value.class)).some((it) => it.name === name)
      );
    case "list":
    case "map":
      return value.class === name || simple === "Object" || collectionTypes.has(simple)
        ? value.class !== "[]" || type.dimensions > 0
        : undefined;
    case "object":
      if (value.class !== undefined && isA(machine.world.facts, value.class, name)) {
        return true;
      }
      // A class of the project is below a library class, never above it.
      return type.declaration !== undefined && value.class !== undefined ? false : undefined;
    case "class":
      return simple === "Class" || simple === "Object";
    default:
      return undefined;
  }
}

const collectionTypes = new Set(["Collection", "List", "Map", "Set", "Iterable"]);

function classesOfConstant(value: Extract<Value, { kind: "constant" }>): readonly string[] {
  if (typeof value.value === "string") {
    return value.type === "char" ? ["Character", "char"] : ["String", "CharSequence"];
  }
  if (typeof value.value === "boolean") {
    return ["Boolean", "boolean"];
  }
  return value.type === "long"
    ? ["Long", "Number", "long"]
    : value.type === "double"
      ? ["Double", "Number", "double"]
      : ["Integer", "Number", "int"];
}

/** Declares the names of a pattern. */
export function bindPattern(
  machine: Machine,
  frame: Frame,
  scope: Scope,
  pattern: Pattern,
  value: Value,
  at: Location,
): void {
  const type =
    pattern.type === undefined || pattern.type.name === "var"
      ? undefined
      : resolveType(machine, placeOf(frame), pattern.type);
  const own = adapt(machine, value, type, at);
  if (pattern.name !== undefined) {
    declare(machine, scope, pattern.name, own, type);
  }
  const components = type?.declaration?.type.components ?? [];
  for (const [index, part] of pattern.parts.entries()) {
    const component = components[index];
    const inner =
      component === undefined || own.kind !== "instance"
        ? unknownOf("run-time-data", [at])
        : (readField(machine, own, component.name) ?? unknownOf("missing", [at]));
    bindPattern(machine, frame, scope, part, inner, at);
  }
}
