import { propertiesFile } from "../../../syntax/files/properties.ts";
import type { Location } from "../../../text/range.ts";
import type { ModelRun } from "../../model.ts";
import { constantOf, keyOf, oneOf, plain, unknownOf } from "../../texts.ts";
import type { Condition, Constant, InputKind, Unknown, Value } from "../../value.ts";
import { askOf } from "../asking.ts";
import { changeList, changeMap, newList, newMap } from "../changes.ts";
import { classesBelow } from "../classes/classes.ts";
import { resolveType, typeOfClass } from "../classes/resolve.ts";
import type { Machine } from "../machine.ts";
import { nextId } from "../machine.ts";
import { openByKey } from "../open-by-key.ts";
import { effectsOf, push, truncate } from "../path.ts";
import { ExitSignal, ThrowSignal } from "../signals.ts";
import { adapt } from "./adapt.ts";
import { annotationValue } from "./annotation-values.ts";

const runs = new WeakMap<Machine, ModelRun>();

/** What models may do to a run. */
export function modelRunOf(machine: Machine): ModelRun {
  let run = runs.get(machine);
  if (run === undefined) {
    run = newModelRun(machine);
    runs.set(machine, run);
  }
  return run;
}

function newModelRun(machine: Machine): ModelRun {
  const run: ModelRun = {
    ...askOf(machine, () => true),
    facts: machine.world.facts,
    given: machine.world.given,
    get conditions() {
      return effectsOf(machine);
    },
    apply: (callee, args) =>
      machine.parts.runFunction(
        machine,
        callee,
        args,
        callee.at[0] ?? { file: "", range: { start: 0, end: 0 } },
      ),
    invoke: (receiver, method, args, at) =>
      machine.parts.invoke(machine, {
        receiver,
        type: undefined,
        method,
        arguments: args,
        at,
        name: at,
        typeArguments: [],
      }),
    text: (value, at) => machine.parts.text(machine, value, at),
    newFunction: (at, body) => machine.parts.newFunction(machine, [at], body),
    newObject: (className, at) => ({
      kind: "object",
      id: nextId(machine),
      class: className,
      made: undefined,
      at: [at],
    }),
    newList: (className, items, at) => newList(machine, className, items, [at]),
    newMap: (className, entries, at) => {
      const map = newMap(machine, className, [at]);
      for (const [key, value] of entries) {
        run.put(map, key, value);
      }
      return map;
    },
    add: (list, value, index) =>
      changeList(
        machine,
        list,
        index === undefined ? { kind: "add", value } : { kind: "add", value, index },
      ),
    set: (list, index, value) => changeList(machine, list, { kind: "set", index, value }),
    removeAt: (list, index) => changeList(machine, list, { kind: "remove", index }),
    clear: (object) =>
      object.kind === "list"
        ? changeList(machine, object, { kind: "clear" })
        : changeMap(machine, object, { kind: "clear" }),
    put: (map, key, value) => {
      const keys = key.kind === "oneOf" ? key.values : [{ value: key, conditions: [] }];
      for (const it of keys) {
        const own = mapKey(machine, it.value);
        const length = machine.path.length;
        for (const condition of it.conditions) {
          push(machine, condition);
        }
        if (own === undefined) {
          openByKey(
            run,
            machine,
            map,
            it.value,
            value,
            unknownOf(
              "open-map",
              it.value.at,
              "It is put under a key that is not known before the run.",
            ),
          );
        } else {
          changeMap(machine, map, { kind: "put", key: own, keyValue: it.value, value });
        }
        if (it.conditions.length > 0) {
          truncate(machine, length);
        }
      }
    },
    remove: (map, key) => {
      const own = mapKey(machine, key);
      if (own === undefined) {
        run.open(map, unknownOf("open-map", key.at));
      } else {
        changeMap(machine, map, { kind: "remove", key: own });
      }
    },
    open: (object, why: Unknown, input?: InputKind, prefix = "") =>
      object.kind === "list"
        ? changeList(machine, object, { kind: "open", why })
        : changeMap(machine, object, { kind: "open", why, input, prefix }),
    copy: (object, className, at) => {
      if (object.kind === "list") {
        const list = newList(machine, className, [], [at]);
        for (const { seq: _, conditions, ...edit } of object.changes) {
          under(machine, conditions, () => changeList(machine, list, edit));
        }
        return list as typeof object;
      }
      const map = newMap(machine, className, [at]);
      run.putAll(map, object);
      return map as typeof object;
    },
    putAll: (map, source) => {
      for (const { seq: _, conditions, ...edit } of [...source.changes]) {
        // What was taken out of the source does not go out of the other one.
        if (
          edit.kind === "put" ||
          edit.kind === "open" ||
          map.changes.every((it) => it.seq > machine.seq)
        ) {
          under(machine, conditions, () => changeMap(machine, map, edit));
        }
      }
    },
    openList: (list, why, element) => changeList(machine, list, { kind: "open", why, element }),
    input: (kind, key, fallback, at, known) => {
      const given = known ?? (known === null ? null : givenValue(machine, kind, key, at));
      const id = `${kind}:${key}`;
      const asked = machine.inputs.get(id);
      if (asked === undefined || (asked.default === undefined && fallback !== undefined)) {
        machine.inputs.set(id, {
          input: kind,
          key,
          default: fallback,
          value: given === null || given === undefined ? undefined : String(given.value),
          at: asked?.at ?? at,
        });
      }
      if (given === null) {
        return fallback ?? constantOf(null, [at]);
      }
      return {
        kind: "input",
        input: kind,
        key,
        default: fallback,
        ...(given === undefined ? {} : { given }),
        at: [at],
      };
    },
    properties: (path) => {
      machine.read.add(path);
      const state = machine.world.snapshot.parsed(propertiesFile, path);
      if (state.kind === "notLoaded") {
        machine.needs.add(path);
      }
      return state.kind !== "parsed"
        ? undefined
        : state.value.entries.map((it) => [
            it.key,
            {
              kind: "constant",
              value: it.value,
              at: [{ file: path, range: it.range }],
              pieces: [
                { at: 0, length: it.value.length, location: { file: path, range: it.range } },
              ],
            },
          ]);
    },
    each: (at, body: () => Value) => {
      const { length } = machine.path;
      push(machine, {
        id: `each${nextId(machine)}`,
        side: true,
        byDefault: undefined,
        each: true,
        at,
      });
      const { nest, depth, frame } = machine;
      try {
        return body();
      } catch (signal) {
        if (!(signal instanceof ThrowSignal || signal instanceof ExitSignal)) {
          throw signal;
        }
        machine.nest = nest;
        machine.depth = depth;
        machine.frame = frame;
        return unknownOf("run-time-data", [at]);
      } finally {
        truncate(machine, length);
      }
    },
    throws: (className, message, at) => {
      throw new ThrowSignal(className, undefined, message, at, machine.frame?.caller);
    },
    exits: (at) => {
      throw new ExitSignal(at);
    },
    under: (conditions, body) => under(machine, conditions, body),
    branch: (condition, at, sides) => machine.parts.branchValue(machine, condition, at, sides),
    branchOf: (value, compute) =>
      value.kind === "oneOf"
        ? oneOf(
            value.values.map((it) => ({
              value: under(machine, it.conditions, () => compute(it.value)),
              conditions: it.conditions,
            })),
          )
        : compute(value),
    typeOf: typeOfClass,
    resolve: (type, written) =>
      resolveType(machine, { class: type, scope: undefined, typeParameters: [] }, written),
    annotationValue: (type, expression) => annotationValue(machine, type, expression),
    classesBelow: (packageName) => classesBelow(machine, packageName),
    assign: (instance, field, value) => {
      const cell = machine.instances.get(instance.id)?.fields.get(field);
      if (cell !== undefined) {
        machine.parts.assignField(machine, cell, value);
      }
    },
    intercept: (method, answer) => machine.intercepted.set(method, answer),
    adapted: (value, type, at) => adapt(machine, value, type, at),
    construct: (type, args, at) =>
      type.declaration === undefined
        ? run.newObject(type.name, at)
        : machine.parts.construct(machine, type.declaration, args, {
            at,
            outer: undefined,
            captured: undefined,
            ...(type.arguments.length === 0 ? {} : { typeArguments: type.arguments }),
          }),
    enumConstants: (type, at) =>
      newList(machine, "[]", machine.parts.statics(machine, type).constants, [at]),
    fileAt: (path) => {
      machine.read.add(path);
      const state = machine.world.snapshot.file(path);
      if (state.kind === "notLoaded") {
        machine.needs.add(path);
      }
      return state;
    },
    filterOf: (path) =>
      machine.world.modules
        .flatMap(({ filters }) => [...(filters ?? [])])
        .find(([folder]) => path.startsWith(`${folder}/`))?.[1],
    isKnownClass: (name) => machine.world.facts.classes.has(name),
    keyOf: (value) => mapKey(machine, value),
  };
  return run;
}

/** The key under which a value stands in a map; undefined where it is not known. */
function mapKey(_machine: Machine, value: Value): string | undefined {
  const key = plain(value);
  switch (key.kind) {
    case "constant":
      return typeof key.value === "string" ? key.value : `${String(key.value)}`;
    case "object":
      if (key.constant !== undefined) {
        return `${key.class}.${key.constant}`;
      }
      // What a library gave may be a text that is not known.
      return key.class === undefined || /^java\.lang\.(String|Object|CharSequence)$/.test(key.class)
        ? undefined
        : keyOf(key);
    case "instance":
    case "list":
    case "map":
    case "function":
    case "class":
      return keyOf(key);
    default:
      return undefined;
  }
}

/** The given value; null: certainly not there; undefined: not known. */
function givenValue(
  machine: Machine,
  kind: InputKind,
  key: string,
  at: Location,
): Constant | null | undefined {
  const { given } = machine.world;
  switch (kind) {
    case "environment": {
      const value = given.environment.get(key);
      return value === undefined
        ? given.environmentComplete
          ? null
          : undefined
        : constantOf(value, [at]);
    }
    case "system-property": {
      const value = given.systemProperties.get(key);
      return value === undefined ? undefined : constantOf(value, [at]);
    }
    default:
      return undefined;
  }
}

function under<T>(machine: Machine, conditions: readonly Condition[], body: () => T): T {
  if (conditions.length === 0) {
    return body();
  }
  const { length } = machine.path;
  for (const it of conditions) {
    push(machine, it);
  }
  try {
    return body();
  } finally {
    truncate(machine, length);
  }
}
