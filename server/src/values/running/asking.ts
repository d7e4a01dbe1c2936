import type { Method } from "../../syntax/host/program.ts";
import type { Location } from "../../text/range.ts";
import type { FileState } from "../../text/snapshot.ts";
import type { Answer, Ask, FieldShape, MethodShape, Shape } from "../ask.ts";
import { isA } from "../library.ts";
import { grownLog, logOf } from "../log.ts";
import { unknownOf } from "../texts.ts";
import type { FunctionValue, Instance, ProgramClass, ResolvedType, Value } from "../value.ts";
import { readCell } from "./cells.ts";
import { classNamed, join } from "./classes/classes.ts";
import { fieldCell, methodsOf } from "./classes/lookup.ts";
import { lineOfType, resolveType, typeOfClass } from "./classes/resolve.ts";
import { readField } from "./fields.ts";
import type { Machine } from "./machine.ts";
import { entriesOf, entryOf, itemsOf } from "./objects.ts";
import { BudgetSignal, ExitSignal, ThrowSignal } from "./signals.ts";

const stepsOfOneQuestion = 20_000;

/** The questions to a run. */
export function askOf(machine: Machine, mayRun: () => boolean): Ask {
  let log = logOf([]);
  return {
    run: (callee, method, args) =>
      mayRun()
        ? answerOf(machine, callee, method, args)
        : { kind: "value", value: unknownOf("too-deep", callee.at), calls: [] },
    log: () => {
      if (log.calls.length !== machine.calls.length) {
        log = grownLog(log, machine.calls);
      }
      return log;
    },
    hasMethod: (type, method) =>
      methodsOf(machine, "kind" in type ? type.class : type, method).some(
        (it) => it.method.body !== undefined,
      ),
    field: (instance, name) => readField(machine, instance, name),
    staticField: (type, name) => {
      const cell = fieldCell(machine, undefined, type, name);
      return cell === undefined ? undefined : readCell(machine, cell);
    },
    items: (list, before) => {
      machine.steps += list.changes.length >> 2;
      return itemsOf(list, machine.sides, before);
    },
    entries: (map, before) => {
      machine.steps += map.changes.length;
      return entriesOf(map, machine.sides, before);
    },
    entry: (map, key, before) => {
      machine.steps += map.changes.length >> 2;
      return entryOf(map, key, machine.sides, before);
    },
    line: (type) => lineOfType(machine, asType(type)),
    typeArgument: (of, ancestor, index) =>
      lineOfType(machine, asType(of)).find((it) => it.name === ancestor)?.arguments[index],
    isA: (value, className) => isOfClass(machine, value, className),
    classNamed: (name) => classNamed(machine, name),
    shape: (type) => shapeOf(machine, type),
    resource: (name) => resource(machine, name),
    file: (name) => file(machine, name),
    find: (ending) => find(machine, ending),
  };
}

function asType(type: ProgramClass | ResolvedType): ResolvedType {
  return "written" in type ? type : typeOfClass(type);
}

/** Runs a function apart from the program's own run, and says what came of it. */
function answerOf(
  machine: Machine,
  callee: FunctionValue | Instance,
  method: string,
  args: readonly Value[],
): Answer {
  const at: Location = callee.at[0] ?? { file: "", range: { start: 0, end: 0 } };
  const first = machine.calls.length;
  const { nest, depth, frame, maximalSteps } = machine;
  machine.maximalSteps = Math.max(maximalSteps, machine.steps + stepsOfOneQuestion);
  try {
    const value =
      callee.kind === "function"
        ? machine.parts.runFunction(machine, callee, args, at)
        : machine.parts.invoke(machine, {
            receiver: callee,
            type: undefined,
            method,
            arguments: args,
            at,
            name: at,
            typeArguments: [],
          });
    return { kind: "value", value, calls: machine.calls.slice(first) };
  } catch (signal) {
    machine.nest = nest;
    machine.depth = depth;
    machine.frame = frame;
    if (signal instanceof ThrowSignal) {
      return { kind: "throws", class: signal.class, message: signal.message, at: signal.at };
    }
    if (
      signal instanceof ExitSignal ||
      signal instanceof BudgetSignal ||
      signal instanceof RangeError
    ) {
      return {
        kind: "value",
        value: unknownOf("too-many-steps", [at]),
        calls: machine.calls.slice(first),
      };
    }
    throw signal;
  } finally {
    machine.maximalSteps = maximalSteps;
  }
}

function isOfClass(machine: Machine, value: Value, className: string): boolean | undefined {
  switch (value.kind) {
    case "instance":
      return lineOfType(machine, typeOfClass(value.class)).some(
        (it) => it.name === className || isA(machine.world.facts, it.name, className),
      );
    case "object":
      return value.class === undefined
        ? undefined
        : isA(machine.world.facts, value.class, className) || undefined;
    case "unknown":
    case "input":
    case "oneOf":
    case "function":
      return undefined;
    default:
      return false;
  }
}

function shapeOf(machine: Machine, type: ProgramClass): Shape {
  const place = { class: type, scope: undefined, typeParameters: [] };
  const fields = type.type.fields.map<FieldShape>((it) => ({
    name: it.name,
    type: it.type === undefined ? undefined : resolveType(machine, place, it.type),
    static: it.static,
    transient: it.transient,
    access: it.access,
    annotations: it.annotations,
    at: { file: type.unit.path, range: it.nameRange },
  }));
  const components = type.type.components.map<FieldShape>((it) => ({
    name: it.name,
    type: it.type === undefined ? undefined : resolveType(machine, place, it.type),
    static: false,
    transient: false,
    access: "private",
    annotations: it.annotations,
    at: { file: type.unit.path, range: it.range },
  }));
  const { constructors } = type.type;
  return {
    fields: [...components, ...fields],
    methods: type.type.methods.map((it) => methodShape(machine, type, it)),
    hasDefaultConstructor:
      type.type.typeKind !== "record" &&
      (constructors.length === 0 ||
        constructors.some((it) => it.parameters.length === 0 && it.access === "public")),
    annotations: type.type.annotations,
  };
}

function methodShape(machine: Machine, type: ProgramClass, method: Method): MethodShape {
  const place = { class: type, scope: undefined, typeParameters: method.typeParameters };
  return {
    name: method.name,
    parameters: method.parameters.map((it) =>
      it.type === undefined ? undefined : resolveType(machine, place, it.type),
    ),
    returns: method.returns === undefined ? undefined : resolveType(machine, place, method.returns),
    static: method.static,
    access: method.access,
  };
}

/**
 * A class path resource of the job's own module, else the only one of its name in the modules beside it:
 * of several it is not known which of them the job depends on.
 */
function resource(
  machine: Machine,
  name: string,
): { readonly path: string; readonly state: FileState } {
  const bare = name.replace(/^(classpath:)?\/*/, "");
  const [own, ...others] = machine.world.modules.map((it) =>
    firstOf(
      machine,
      [...it.resources, ...it.sources].map((folder) => join(folder, bare)),
      bare,
    ),
  );
  if (own !== undefined && own.state.kind !== "absent") {
    return own;
  }
  const found = others.filter((it) => it.state.kind !== "absent");
  const [only] = found;
  return found.length === 1 && only !== undefined
    ? only
    : { path: bare, state: { kind: "absent" } };
}

/** A file as the program opens it, from the job's module or from the root of the workspace. */
function file(
  machine: Machine,
  name: string,
): { readonly path: string; readonly state: FileState } {
  const bare = name.replace(/^(file:)?(\.\/)*/, "");
  if (bare.startsWith("/") || bare.split("/").includes("..")) {
    return { path: bare, state: { kind: "absent" } };
  }
  const roots = machine.world.modules.slice(0, 1).map((it) => it.root);
  return firstOf(
    machine,
    [...new Set([...roots, ""])].map((it) => join(it, bare)),
    bare,
  );
}

/** Below `src/main` where the sources are laid out so, else below the source and resource folders themselves. */
function find(
  machine: Machine,
  ending: string,
): readonly { readonly path: string; readonly text: string }[] {
  const roots = machine.world.modules.flatMap((it) => [...it.sources, ...it.resources]);
  const folders = [...new Set(roots.map((it) => it.replace(/(^|\/)(src\/\w+)\/\w+$/, "$1$2")))];
  const result: { path: string; text: string }[] = [];
  const seen = new Set<string>();
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (seen.has(folder) || seen.size > 2000) {
      continue;
    }
    seen.add(folder);
    machine.read.add(`${folder}/`);
    const state = machine.world.snapshot.folder(folder);
    if (state.kind === "notLoaded") {
      machine.needs.add(`${folder}/`);
    }
    if (state.kind !== "folder") {
      continue;
    }
    for (const name of state.folders) {
      folders.push(join(folder, name));
    }
    for (const name of state.files.filter((it) => it.endsWith(ending))) {
      const { path, state: content } = firstOf(machine, [join(folder, name)], name);
      if (content.kind === "file") {
        result.push({ path, text: content.text });
      }
    }
  }
  return result.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function firstOf(
  machine: Machine,
  paths: readonly string[],
  name: string,
): { readonly path: string; readonly state: FileState } {
  for (const path of paths) {
    machine.read.add(path);
    const state = machine.world.snapshot.file(path);
    if (state.kind === "notLoaded") {
      machine.needs.add(path);
    }
    if (state.kind !== "absent") {
      return { path, state };
    }
  }
  return { path: name, state: { kind: "absent" } };
}
