import { lineOf, type MethodFact, methodFact } from "../../library.ts";
import { constantOf, oneOf, unknownOf } from "../../texts.ts";
import type { Alternative, LibraryObject, ResolvedType, Value } from "../../value.ts";
import { logCall } from "../changes.ts";
import { openWhatItFills } from "../handed-out.ts";
import { type InvokeRequest, type Machine, nextId, nextSeq } from "../machine.ts";
import { push, truncate } from "../path.ts";
import { ThrowSignal } from "../signals.ts";
import { modelRunOf } from "./model-run.ts";

/** The class under whose name models and facts look for the methods of a value; "" where it is not known. */
export function nameForModels(value: Value): string {
  switch (value.kind) {
    case "constant":
      return classOfConstant(value);
    case "text":
    case "input":
      return "java.lang.String";
    case "list":
      return value.class === "[]" ? "[]" : value.class;
    case "map":
      return value.class;
    case "object":
      return value.class ?? "";
    case "class":
      return "java.lang.Class";
    case "instance":
      return value.class.name;
    default:
      return "";
  }
}

function classOfConstant(value: Extract<Value, { kind: "constant" }>): string {
  switch (typeof value.value) {
    case "string":
      return value.type === "char" ? "java.lang.Character" : "java.lang.String";
    case "boolean":
      return "java.lang.Boolean";
    default:
      return value.type === "long"
        ? "java.lang.Long"
        : value.type === "double"
          ? "java.lang.Double"
          : "java.lang.Integer";
  }
}

const maximalCallsOfOneSite = 200;

/** A call of something that the project does not hold: a model answers it, or it is appended to the log. */
export function libraryCall(machine: Machine, request: InvokeRequest, className: string): Value {
  const answered = askModels(machine, request, className);
  if (answered !== undefined) {
    return answered;
  }
  return log(
    machine,
    request,
    className === "[]" || className.startsWith("kind:") ? "" : className,
  );
}

function askModels(machine: Machine, request: InvokeRequest, className: string): Value | undefined {
  const several = [...request.arguments, request.receiver].filter((it) => it?.kind === "oneOf");
  if (several.length === 0) {
    return askModelsOf(machine, request, className);
  }
  try {
    return askModelsOf(machine, request, className);
  } catch (signal) {
    if (!(signal instanceof ThrowSignal)) {
      throw signal;
    }
    return withoutThrowing(machine, request, className, signal);
  }
}

/** Of several values those that make the call throw are no way on; where all do, it throws. */
function withoutThrowing(
  machine: Machine,
  request: InvokeRequest,
  className: string,
  signal: ThrowSignal,
): Value {
  const found: Alternative[] = [];
  const index = request.arguments.findIndex((it) => it.kind === "oneOf");
  const several = request.arguments[index];
  if (several?.kind !== "oneOf") {
    throw signal;
  }
  for (const { value, conditions } of several.values) {
    const { length } = machine.path;
    for (const it of conditions) {
      push(machine, it);
    }
    try {
      const result = askModels(
        machine,
        { ...request, arguments: request.arguments.with(index, value) },
        className,
      );
      if (result !== undefined) {
        found.push({ value: result, conditions });
      }
    } catch (inner) {
      if (!(inner instanceof ThrowSignal)) {
        throw inner;
      }
    } finally {
      truncate(machine, length);
    }
  }
  if (found.length === 0) {
    throw signal;
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.value : oneOf(found);
}

function askModelsOf(
  machine: Machine,
  request: InvokeRequest,
  className: string,
): Value | undefined {
  const run = modelRunOf(machine);
  for (const key of keysFor(machine, request, className)) {
    for (const model of machine.models.get(key) ?? []) {
      const value = model.call(run, {
        class: className,
        method: request.method,
        receiver: request.receiver,
        arguments: request.arguments,
        at: request.at,
        name: request.name,
        typeArguments: request.typeArguments,
      });
      if (value !== undefined) {
        return value;
      }
    }
  }
  return undefined;
}

function keysFor(machine: Machine, request: InvokeRequest, className: string): readonly string[] {
  const keys = className === "" ? [] : [className];
  for (const it of lineOf(machine.world.facts, className)) {
    if (!keys.includes(it.name)) {
      keys.push(it.name);
    }
  }
  const { receiver } = request;
  if (receiver !== undefined) {
    keys.push(
      receiver.kind === "constant" || receiver.kind === "text" || receiver.kind === "input"
        ? "kind:text"
        : `kind:${receiver.kind}`,
    );
  }
  return keys;
}

function log(machine: Machine, request: InvokeRequest, className: string): Value {
  const seq = nextSeq(machine);
  const fact =
    className === "" ? undefined : methodFact(machine.world.facts, className, request.method);
  const result = resultOf(machine, request, className, fact, seq);
  const site = `${request.name.file}:${request.name.range.start}`;
  const count = machine.sites.get(site) ?? 0;
  machine.sites.set(site, count + 1);
  // Hand-made parsers make thousands of calls at one place; no real job attaches so many things there.
  if (count < maximalCallsOfOneSite) {
    logCall(
      machine,
      {
        receiver: request.receiver,
        class: className,
        method: request.method,
        arguments: request.arguments,
        result,
        at: request.at,
        name: request.name,
        typeArguments: request.typeArguments,
      },
      seq,
    );
  }
  runGiven(machine, request, fact, className);
  openWhatItFills(machine, request, className);
  return result;
}

/** Functions that the library runs at once are part of the program's own run. */
function runGiven(
  machine: Machine,
  request: InvokeRequest,
  fact: MethodFact | undefined,
  className: string,
): void {
  const runs = typeof fact === "object" ? (fact.runs ?? []) : [];
  for (const index of runs) {
    const callee = request.arguments[index];
    if (callee !== undefined) {
      machine.parts.runFunction(machine, callee, [], request.name);
    }
  }
  if (fact === undefined && mayRunAtOnce(machine, className)) {
    for (const callee of request.arguments) {
      // A `Runnable` or `Callable` of one's own is started by threads and executors.
      const isStarted =
        callee.kind === "instance" &&
        /^java[.](util[.]concurrent[.]|lang[.]Thread$)/.test(className);
      if (callee.kind === "function" || isStarted) {
        const run = modelRunOf(machine);
        run.each(request.name, () => run.apply(callee, []));
      }
    }
  }
}

/**
 * Whether functions given to a library may run while the program is built: what they fill is then not known to be empty.
 * Functions given to Flink and its connectors run inside the job.
 */
function mayRunAtOnce(machine: Machine, className: string): boolean {
  return (
    className !== "" &&
    (className.startsWith("java.") || !machine.world.facts.classes.has(className)) &&
    !/flink|kafka|iceberg|paimon|hudi|beam|spark/i.test(className)
  );
}

function resultOf(
  machine: Machine,
  request: InvokeRequest,
  className: string,
  fact: MethodFact | undefined,
  seq: number,
): Value {
  const returns = typeof fact === "object" ? fact.returns : fact;
  const { receiver } = request;
  if (returns === "void") {
    return constantOf(null, [request.name]);
  }
  if (returns === "this" && receiver !== undefined) {
    return receiver;
  }
  if (returns !== undefined && returns !== "this") {
    return returns === "java.lang.String" ||
      returns === "boolean" ||
      returns === "int" ||
      returns === "long"
      ? unknownOf(
          "no-model",
          [request.name],
          `the result of ${simple(className)}.${request.method}`,
        )
      : newObject(machine, returns, seq, request);
  }
  if (
    receiver !== undefined &&
    receiver.kind !== "unknown" &&
    isFluent(className, request.method)
  ) {
    return receiver;
  }
  return newObject(
    machine,
    request.method === "new" ? className : factoryResult(request, className),
    seq,
    request,
  );
}

function isFluent(className: string, method: string): boolean {
  return className.endsWith("Builder") && !/^(build|create|get|append$|finish)/.test(method);
}

/** `Type.create(…)`, `of`, `getX`, `fromX` give an object of the type, where nothing else is known. */
function factoryResult(request: InvokeRequest, className: string): string | undefined {
  return request.receiver === undefined &&
    /^(create|of|get[A-Z]|from[A-Z]|from$|newInstance|for[A-Z])/.test(request.method)
    ? className
    : undefined;
}

function newObject(
  machine: Machine,
  className: string | undefined,
  seq: number,
  request: InvokeRequest,
): LibraryObject {
  const typeArguments: readonly ResolvedType[] = request.typeArguments;
  return {
    kind: "object",
    id: nextId(machine),
    class: className === "" ? undefined : className,
    made: seq,
    ...(className === undefined || className === "" ? { mayBeNull: true as const } : {}),
    ...(typeArguments.length === 0 ? {} : { typeArguments }),
    at: [request.name],
  };
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
