import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument } from "../modelling/model-help.ts";
import { constantOf, plain, stringOf } from "../texts.ts";
import type { Value } from "../value.ts";

const constructorClass = "java.lang.reflect.Constructor";

/** Classes by their names, and objects that are made of them: `Class.forName(name).getDeclaredConstructor().newInstance()`. */
export const reflection: Model = {
  id: "reflection",
  classes: ["java.lang.Class", "java.lang.ClassLoader", "kind:class", constructorClass],
  call(run, call) {
    const { receiver } = call;
    if (call.method === "forName" || call.method === "loadClass") {
      return run.branchOf(argument(call, 0), (it) => named(run, call, it) ?? noClass(run, call));
    }
    if (receiver?.kind === "map" && receiver.class === constructorClass) {
      return onConstructor(run, call, run.entry(receiver, "class"));
    }
    return receiver?.kind === "class" ? onClass(run, call, receiver) : undefined;
  },
};

/** Nested classes have a dollar in their names. */
function named(run: ModelRun, call: Invocation, name: Value): Value | undefined {
  const text = stringOf(plain(name))?.replaceAll("$", ".");
  const type = text === undefined ? undefined : run.classNamed(text);
  return type === undefined
    ? undefined
    : { kind: "class", name: type.name, type: run.typeOf(type), at: [call.name] };
}

function noClass(run: ModelRun, call: Invocation): Value {
  return run.newObject("java.lang.Class", call.name);
}

function onClass(run: ModelRun, call: Invocation, type: Value): Value | undefined {
  switch (call.method) {
    case "newInstance":
      return made(run, call, type);
    case "getDeclaredConstructor":
    case "getConstructor":
      return run.newMap(constructorClass, [[constantOf("class"), type]], call.name);
    case "asSubclass":
      return type;
    case "cast":
      return argument(call, 0);
    default:
      return undefined;
  }
}

function onConstructor(run: ModelRun, call: Invocation, type: Value): Value | undefined {
  switch (call.method) {
    case "newInstance":
      return made(run, call, type);
    case "setAccessible":
      return constantOf(null, [call.name]);
    default:
      return undefined;
  }
}

function made(run: ModelRun, call: Invocation, type: Value): Value | undefined {
  const [only] = call.arguments;
  const array = call.arguments.length === 1 && only?.kind === "list" && only.class === "[]";
  const args = array ? run.items(only).items.map((it) => it.value) : call.arguments;
  return type.kind === "class" && type.type.declaration !== undefined
    ? run.construct(type.type, args, call.name)
    : undefined;
}
