import type { Unit } from "../syntax/host/program.ts";
import { logOf } from "./log.ts";
import type { Model } from "./model.ts";
import type { End, EntryPoint, Run, World } from "./run.ts";
import { askOf } from "./running/asking.ts";
import { adapt } from "./running/calls/adapt.ts";
import { nativeFunction, runClosure } from "./running/calls/closures.ts";
import { construct, statics, unknownInstance } from "./running/calls/construct.ts";
import { invoke, runMethod } from "./running/calls/invoke.ts";
import { modelRunOf } from "./running/calls/model-run.ts";
import { childScope, writeCell } from "./running/cells.ts";
import { changeList, changeMap, newList, newMap } from "./running/changes.ts";
import { modulesAround, programClass, topLevelClass } from "./running/classes/classes.ts";
import { resolveType } from "./running/classes/resolve.ts";
import { evaluate as evaluateExpression } from "./running/expressions/expressions.ts";
import { limit, maximalSteps } from "./running/limits.ts";
import type { Frame, Machine, Parts } from "./running/machine.ts";
import { push, truncate } from "./running/path.ts";
import { BudgetSignal, ExitSignal, ThrowSignal } from "./running/signals.ts";
import { branchValue } from "./running/statements/branch.ts";
import { execute } from "./running/statements/execute.ts";
import { asText } from "./running/to-text.ts";
import { constantOf, unknownOf } from "./texts.ts";
import type { ProgramClass, ResolvedType, Value } from "./value.ts";

/** Runs a program from an entry point, without side effects: what it calls of libraries is the log. */
export function evaluate(world: World, entry: EntryPoint): Run {
  const machine = newMachine(world);
  const unit = readUnit(machine, entry.file);
  if (world.modules.length === 0 && unit !== undefined) {
    machine.world = { ...world, modules: modulesAround(machine, unit) };
  }
  const type = unit === undefined ? undefined : classIn(machine, unit, entry.class);
  const end: End = type === undefined ? { kind: "returns" } : runEntry(machine, type, entry);
  truncate(machine, 0);
  machine.nest = 0;
  machine.depth = 0;
  machine.caught = 0;
  machine.frame = undefined;
  machine.journal.length = 0;
  machine.forks = 0;
  return {
    entry,
    log: logOf([...machine.calls]),
    end,
    inputs: [...machine.inputs.values()],
    limits: machine.limits,
    steps: machine.steps,
    record: { read: machine.read, needs: machine.needs },
    ask: askOf(machine, () => true),
  };
}

function newMachine(world: World): Machine {
  return {
    world,
    models: indexOf(world.models),
    read: new Set(),
    needs: new Set(),
    refused: new Map(),
    calls: [],
    inputs: new Map(),
    limits: [],
    instances: new Map(),
    closures: new Map(),
    statics: new Map(),
    classes: new Map(),
    packages: new Map(),
    declared: new WeakMap(),
    resolved: new WeakMap(),
    compounds: new Map(),
    active: new Map(),
    sites: new Map(),
    intercepted: new Map(),
    openMaps: new Map(),
    builders: new Map(),
    seq: 0,
    ids: 0,
    steps: 0,
    maximalSteps,
    lacking: 0,
    nest: 0,
    depth: 0,
    caught: 0,
    path: [],
    sides: new Map(),
    effects: undefined,
    journal: [],
    forks: 0,
    frame: undefined,
    parts,
  };
}

const parts: Parts = {
  evaluate: evaluateExpression,
  execute,
  invoke,
  runMethod,
  runFunction: (machine, callee, args, at) => {
    if (callee.kind === "function") {
      return runClosure(machine, callee, args, at);
    }
    if (callee.kind === "oneOf") {
      return invoke(machine, {
        receiver: callee,
        type: undefined,
        method: "apply",
        arguments: args,
        at,
        name: at,
        typeArguments: [],
      });
    }
    if (callee.kind !== "instance") {
      return unknownOf(callee.kind === "unknown" ? callee.reason : "not-in-project", [at]);
    }
    const method = functionalMethod(callee.class, args.length);
    return method === undefined
      ? unknownOf("unsupported", [at])
      : invoke(machine, {
          receiver: callee,
          type: undefined,
          method,
          arguments: args,
          at,
          name: at,
          typeArguments: [],
        });
  },
  construct,
  unknownInstance,
  statics,
  assignField: (machine, cell, value) => writeCell(machine, cell, value),
  assume: (machine, condition) => push(machine, condition, true),
  text: (machine, value, at) => asText(machine, value, at),
  newFunction: nativeFunction,
  branchValue: (machine, condition, at, sides) => {
    const { frame } = machine;
    return frame === undefined
      ? sides.whenTrue()
      : branchValue(machine, frame, condition, at, sides);
  },
};

/** The one method of an object that stands for a function. */
function functionalMethod(type: ProgramClass, count: number): string | undefined {
  const methods = type.type.methods.filter(
    (it) =>
      !it.static &&
      it.body !== undefined &&
      it.parameters.length === count &&
      !["toString", "hashCode", "equals"].includes(it.name),
  );
  return methods[0]?.name;
}

function indexOf(models: readonly Model[]): ReadonlyMap<string, readonly Model[]> {
  const result = new Map<string, Model[]>();
  for (const model of models) {
    for (const name of model.classes) {
      const list = result.get(name);
      if (list === undefined) {
        result.set(name, [model]);
      } else {
        list.push(model);
      }
    }
  }
  return result;
}

function readUnit(machine: Machine, path: string): Unit | undefined {
  const language = machine.world.languages.find((it) =>
    it.extensions.some((end) => path.endsWith(end)),
  );
  machine.read.add(path);
  const state = language === undefined ? undefined : machine.world.snapshot.parsed(language, path);
  if (state?.kind === "notLoaded") {
    machine.needs.add(path);
  }
  return state?.kind === "parsed" ? state.value : undefined;
}

/** The entry's class in its own file, whatever the package says of its folder. */
function classIn(machine: Machine, unit: Unit, name: string): ProgramClass | undefined {
  for (const type of unit.types) {
    const top = topLevelClass(machine, unit, type.name);
    if (top === undefined) {
      continue;
    }
    machine.classes.set(top.name, top);
    const open = [top];
    for (let it = open.pop(); it !== undefined; it = open.pop()) {
      if (it.name === name) {
        return it;
      }
      for (const inner of it.type.types) {
        open.push(programClass(machine, unit, inner, it));
      }
    }
  }
  return undefined;
}

function runEntry(machine: Machine, type: ProgramClass, entry: EntryPoint): End {
  try {
    start(machine, type, entry);
    return { kind: "returns" };
  } catch (signal) {
    if (signal instanceof ThrowSignal) {
      return {
        kind: "throws",
        class: signal.class,
        message: signal.message,
        at: signal.at,
        caller: signal.caller,
      };
    }
    if (signal instanceof ExitSignal) {
      return { kind: "exits", at: signal.at };
    }
    if (signal instanceof BudgetSignal) {
      return { kind: "returns" };
    }
    if (signal instanceof RangeError) {
      // The stack is full in spite of the limits: what was seen by then stands.
      limit(machine, "nesting", entry.at);
      return { kind: "returns" };
    }
    throw signal;
  }
}

function start(machine: Machine, type: ProgramClass, entry: EntryPoint): void {
  const at = entry.at;
  const methods = type.type.methods.filter(
    (it) => it.name === entry.method && it.body !== undefined,
  );
  const method =
    entry.form === "main"
      ? (methods.find(
          (it) => it.parameters[0]?.type?.dimensions === 1 || it.parameters[0]?.varargs === true,
        ) ?? methods[0])
      : (methods.find((it) => it.nameRange.start === at.range.start) ?? methods[0]);
  if (method === undefined) {
    return;
  }
  machine.parts.statics(machine, type);
  const place = { class: type, scope: undefined, typeParameters: method.typeParameters };
  const args =
    entry.form === "main"
      ? method.parameters.slice(0, 1).map(() => programArguments(machine))
      : method.parameters.map((it) =>
          symbolic(
            machine,
            it.name,
            it.type === undefined ? undefined : resolveType(machine, place, it.type),
            at,
            0,
          ),
        );
  const self = method.static ? undefined : symbolicInstance(machine, type, at, 0);
  if (self?.kind === "instance") {
    for (const it of machine.world.models) {
      it.outside?.(modelRunOf(machine), self, at);
    }
  }
  const frame: Frame = {
    class: type,
    method,
    self,
    captured: undefined,
    caller: undefined,
    returns: [],
    leaves: [],
    scope: childScope(undefined),
  };
  for (const [index, parameter] of method.parameters.entries()) {
    const cell = { writes: [], type: undefined };
    frame.scope.variables.set(parameter.name, cell);
    const value = args[index];
    if (value !== undefined) {
      writeCell(machine, cell, value);
    }
  }
  machine.frame = frame;
  machine.active.set(method, 1);
  machine.parts.execute(machine, frame, method.body ?? [], childScope(frame.scope));
}

function programArguments(machine: Machine): Value {
  const given = machine.world.given.arguments;
  if (given === undefined) {
    const list = newList(machine, "[]", [], []);
    changeList(machine, list, {
      kind: "open",
      why: { kind: "input", input: "argument", key: "args", default: undefined, at: [] },
    });
    return list;
  }
  return newList(
    machine,
    "[]",
    given.map((it, index) => ({
      kind: "input",
      input: "argument",
      key: `args[${index}]`,
      default: undefined,
      given: constantOf(it),
      at: [],
    })),
    [],
  );
}

/** A value for a parameter that nobody passes: an object of its class, or the input of its name. */
function symbolic(
  machine: Machine,
  name: string,
  type: ResolvedType | undefined,
  at: EntryPoint["at"],
  depth: number,
): Value {
  if (type === undefined) {
    return unknownOf("missing", [at], `Nobody passes \`${name}\`.`);
  }
  if (type.dimensions > 0 || /^java\.util\.(List|Collection|Set|ArrayList)$/.test(type.name)) {
    const list = newList(machine, type.dimensions > 0 ? "[]" : type.name, [], [at]);
    changeList(machine, list, {
      kind: "open",
      why: unknownOf("missing", [at], `Nobody passes \`${name}\`.`),
    });
    return list;
  }
  if (/^java\.util\.(Map|HashMap|Properties)$/.test(type.name)) {
    const map = newMap(machine, type.name, [at]);
    changeMap(machine, map, {
      kind: "open",
      input: "property",
      prefix: "",
      why: unknownOf("missing", [at], `Nobody passes \`${name}\`.`),
    });
    return map;
  }
  if (/ParameterTool$/.test(type.name)) {
    const map = newMap(machine, type.name, [at]);
    changeMap(machine, map, {
      kind: "open",
      input: "argument",
      prefix: "",
      why: unknownOf("open-map", [at]),
    });
    return map;
  }
  if (type.declaration !== undefined) {
    const kind = type.declaration.type.typeKind;
    return kind === "interface" || kind === "enum" || depth > 2
      ? unknownOf("missing", [at], `Nobody passes \`${name}\`.`)
      : symbolicInstance(machine, type.declaration, at, depth + 1);
  }
  const value = adapt(machine, unknownOf("missing", [at], `Nobody passes \`${name}\`.`), type, at);
  return value.kind === "unknown"
    ? { kind: "input", input: "parameter", key: name, default: undefined, at: [at] }
    : value;
}

function symbolicInstance(
  machine: Machine,
  type: ProgramClass,
  at: EntryPoint["at"],
  depth: number,
): Value {
  const constructors = [...type.type.constructors].sort(
    (one, other) => one.parameters.length - other.parameters.length,
  );
  const parameters = constructors[0]?.parameters ?? type.type.components;
  const place = { class: type, scope: undefined, typeParameters: [] };
  const args = parameters.map((it) =>
    symbolic(
      machine,
      it.name,
      it.type === undefined ? undefined : resolveType(machine, place, it.type),
      at,
      depth + 1,
    ),
  );
  return construct(machine, type, args, { at, outer: undefined, captured: undefined });
}
