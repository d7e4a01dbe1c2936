import { answerOf, askOf } from "./asking.ts";
import type { Machine } from "./machine.ts";
import {
  changeList,
  changeMap,
  ExitSignal,
  effectsOf,
  newList,
  newMap,
  nextId,
  push,
  ThrowSignal,
  truncate,
} from "./machine.ts";
import type { ModelRun } from "./model.ts";
import { constantOf, keyOf, plain, unknownOf } from "./texts.ts";
import type { InputKind, Unknown, Value } from "./value.ts";

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
          run.open(
            map,
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
    input: (kind, key, fallback, at) => {
      const id = `${kind}:${key}`;
      const given = givenValue(machine, kind, key);
      if (!machine.inputs.has(id)) {
        machine.inputs.set(id, {
          input: kind,
          key,
          default: fallback,
          value: typeof given === "string" ? given : undefined,
          at,
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
        ...(given === undefined ? {} : { given: constantOf(given, [at]) }),
        at: [at],
      };
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
    under: (conditions, body) => {
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
    },
    branch: (condition, at, sides) => machine.parts.branchValue(machine, condition, at, sides),
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
    case "instance":
    case "object":
    case "list":
    case "map":
    case "function":
    case "class":
      return key.kind === "object" && key.constant !== undefined
        ? `${key.class}.${key.constant}`
        : keyOf(key);
    default:
      return undefined;
  }
}

/** The given value; null: certainly not there; undefined: not known. */
function givenValue(machine: Machine, kind: InputKind, key: string): string | null | undefined {
  const { given } = machine.world;
  switch (kind) {
    case "environment":
      return given.environment.get(key) ?? (given.environmentComplete ? null : undefined);
    case "system-property":
      return given.systemProperties.get(key);
    default:
      return undefined;
  }
}

export { answerOf };
