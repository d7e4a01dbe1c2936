import type { Location } from "../../../text/range.ts";
import { constantOf, isNull, oneOf, plain, stringOf, unknownOf } from "../../texts.ts";
import type { Alternative, Instance, MapValue, ProgramClass, Value } from "../../value.ts";
import { childScope, declare, writeCell } from "../cells.ts";
import { changeMap, newList, newMap } from "../changes.ts";
import { methodsOf } from "../classes/lookup.ts";
import { libraryClassAbove, librarySupers, programLine, resolveType } from "../classes/resolve.ts";
import { readField } from "../fields.ts";
import { limit, tooDeep } from "../limits.ts";
import type { ClassRef, Frame, InvokeRequest, Machine, MethodTarget } from "../machine.ts";
import { entriesOf } from "../objects.ts";
import { effectsOf, push, truncate } from "../path.ts";
import { ExitSignal, ThrowSignal } from "../signals.ts";
import { returned } from "../statements/returns.ts";
import { adapt } from "./adapt.ts";
import { runClosure } from "./closures.ts";
import { libraryCall, nameForModels } from "./library-call.ts";
import { hasGeneratedBuilder } from "./lombok.ts";
import { bestOf } from "./overload.ts";
import { packed } from "./parameters.ts";

/** Calls a method of any value or class: of the project's code it is run, else a model answers it or it is logged. */
export function invoke(machine: Machine, request: InvokeRequest): Value {
  const { receiver } = request;
  if (request.type !== undefined) {
    return request.type.kind === "program"
      ? staticCall(machine, request, request.type.class)
      : libraryCall(machine, request, request.type.name);
  }
  if (receiver === undefined) {
    return unknownOf("unfinished", [request.at]);
  }
  if (receiver.kind === "oneOf") {
    return eachAlternative(machine, receiver.values, (it) =>
      invoke(machine, { ...request, receiver: it }),
    );
  }
  const known = receiver.kind === "input" || receiver.kind === "text" ? plain(receiver) : receiver;
  if (isNull(known)) {
    throw new ThrowSignal(
      "java.lang.NullPointerException",
      undefined,
      `${request.method} on null`,
      request.name,
      machine.frame?.caller,
    );
  }
  switch (known.kind) {
    case "instance":
      return instanceCall(machine, request, known);
    case "function":
      return functionCall(machine, { ...request, receiver: known });
    case "map": {
      const built = machine.builders.get(known.id);
      return built === undefined
        ? libraryCall(machine, { ...request, receiver: known }, nameForModels(known))
        : onGeneratedBuilder(machine, request, known, built);
    }
    default:
      return libraryCall(machine, { ...request, receiver: known }, nameForModels(known));
  }
}

/** For each value that the receiver may be, under its conditions; those that cannot be called leave no trace. */
function eachAlternative(
  machine: Machine,
  alternatives: readonly Alternative[],
  call: (value: Value) => Value,
): Value {
  const found: Alternative[] = [];
  let failure: unknown;
  for (const { value, conditions } of alternatives) {
    if (conditions.some((it) => machine.sides.get(it.id) === !it.side)) {
      continue;
    }
    const length = machine.path.length;
    const { nest, depth, frame } = machine;
    for (const it of conditions) {
      push(machine, it);
    }
    try {
      found.push({ value: call(value), conditions });
    } catch (signal) {
      if (!(signal instanceof ThrowSignal || signal instanceof ExitSignal)) {
        throw signal;
      }
      machine.nest = nest;
      machine.depth = depth;
      machine.frame = frame;
      failure = signal;
    }
    truncate(machine, length);
  }
  if (found.length === 0 && failure !== undefined) {
    throw failure;
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.value : oneOf(found);
}

function staticCall(machine: Machine, request: InvokeRequest, type: ProgramClass): Value {
  const target = bestOf(machine, methodsOf(machine, type, request.method), request.arguments);
  if (target?.method.body !== undefined) {
    return runMethod(
      machine,
      { ...target, self: undefined, captured: undefined },
      request.arguments,
      request.name,
    );
  }
  if (type.type.typeKind === "enum") {
    const state = machine.parts.statics(machine, type);
    if (request.method === "values" && request.arguments.length === 0) {
      return newList(machine, "[]", state.constants, [request.at]);
    }
    if (request.method === "valueOf" && request.arguments.length === 1) {
      return constantNamed(machine, state.constants, request, type);
    }
  }
  if (request.method === "builder" && hasGeneratedBuilder(type)) {
    const map = newMap(machine, `${type.name}.Builder`, [request.name]);
    machine.builders.set(map.id, type);
    return map;
  }
  const above = libraryClassAbove(machine, type);
  return libraryCall(machine, request, above ?? type.name);
}

/** `X.builder().a(1).build()` of Lombok: each method is a field. */
function onGeneratedBuilder(
  machine: Machine,
  request: InvokeRequest,
  map: MapValue,
  type: ProgramClass,
): Value {
  if (request.method !== "build") {
    const [value] = request.arguments;
    if (value !== undefined) {
      const key = request.method;
      changeMap(machine, map, { kind: "put", key, keyValue: constantOf(key), value });
    }
    return map;
  }
  const built = machine.parts.construct(machine, type, [], {
    at: request.name,
    outer: undefined,
    captured: undefined,
  });
  const fields = built.kind === "instance" ? machine.instances.get(built.id)?.fields : undefined;
  for (const { key, value } of entriesOf(map, machine.sides).entries) {
    const cell = fields?.get(key);
    if (cell !== undefined) {
      writeCell(machine, cell, adapt(machine, value, cell.type, request.at));
    }
  }
  return built;
}

function constantNamed(
  machine: Machine,
  constants: readonly Value[],
  request: InvokeRequest,
  type: ProgramClass,
): Value {
  const [argument] = request.arguments;
  const choose = (value: Value): Value => {
    const name = stringOf(value);
    const found = constants.find((it) => it.kind === "instance" && it.constant?.name === name);
    if (found !== undefined) {
      return found;
    }
    if (name !== undefined) {
      throw new ThrowSignal(
        "java.lang.IllegalArgumentException",
        undefined,
        `No enum constant ${type.name}.${name}`,
        request.name,
        machine.frame?.caller,
      );
    }
    // Any of them; by default the one that the input names.
    const fallback = stringOf(
      value.kind === "input" && value.default !== undefined ? value.default : undefined,
    );
    return oneOf(
      constants.map((it) => {
        const own = it.kind === "instance" ? (it.constant?.name ?? "") : "";
        return {
          value: it,
          conditions: [
            {
              id: `constant(${type.name}.${own},${value.kind === "input" ? value.key : request.name.range.start})`,
              side: true,
              byDefault: fallback === undefined ? undefined : fallback === own,
              at: request.name,
            },
          ],
        };
      }),
      [request.at],
    );
  };
  return argument === undefined
    ? unknownOf("unfinished", [request.at])
    : argument.kind === "oneOf"
      ? eachAlternative(machine, argument.values, choose)
      : choose(argument);
}

function instanceCall(machine: Machine, request: InvokeRequest, self: Instance): Value {
  const state = machine.instances.get(self.id);
  const candidates =
    request.above === undefined
      ? methodsOf(machine, self.class, request.method)
      : methodsAbove(machine, self.class, request.above, request.method);
  const target = bestOf(machine, candidates, request.arguments);
  if (target?.method.body !== undefined) {
    const captured =
      target.class === self.class ? state?.captured : capturedOf(machine, self, target.class);
    return runMethod(
      machine,
      { ...target, self: target.method.static ? undefined : self, captured },
      request.arguments,
      request.name,
    );
  }
  const implied = impliedMember(machine, request, self);
  if (implied !== undefined) {
    return implied;
  }
  const above = request.above === undefined ? undefined : libraryClassAbove(machine, request.above);
  const library =
    above ?? libraryClassAbove(machine, self.class) ?? librarySupers(machine, self.class)[0];
  return libraryCall(machine, request, library ?? self.class.name);
}

/** The locals around a class are those of the object whose class it is; a super class declared elsewhere has none. */
function capturedOf(machine: Machine, self: Instance, type: ProgramClass) {
  return type.unit === self.class.unit ? machine.instances.get(self.id)?.captured : undefined;
}

function methodsAbove(machine: Machine, type: ProgramClass, above: ProgramClass, name: string) {
  const line = programLine(machine, type);
  const index = line.findIndex((it) => it.type === above.type);
  const allowed = new Set(line.slice(index + 1).map((it) => it.type));
  return methodsOf(machine, type, name).filter((it) => allowed.has(it.class.type));
}

/** What the language or Lombok puts into a class: record accessors, an enum's name, getters and setters of fields. */
function impliedMember(
  machine: Machine,
  request: InvokeRequest,
  self: Instance,
): Value | undefined {
  const { method, arguments: args } = request;
  const state = machine.instances.get(self.id);
  if (self.class.type.components.some((it) => it.name === method) && args.length === 0) {
    return readField(machine, self, method);
  }
  if (self.constant !== undefined) {
    const constant = self.constant;
    switch (method) {
      case "name":
      case "toString":
        return constantOf(constant.name, self.at);
      case "ordinal":
        return constantOf(constant.ordinal, self.at);
      default:
        break;
    }
  }
  const accessor = /^(get|is|set|with)([A-Z].*)$/.exec(method);
  const bare = accessor?.[2] ?? "";
  const names = [bare.charAt(0).toLowerCase() + bare.slice(1), bare, method];
  const field = names.find((it) => it !== "" && state?.fields.has(it));
  const cell = field === undefined ? undefined : state?.fields.get(field);
  if (field === undefined || cell === undefined) {
    return undefined;
  }
  const [argument] = args;
  if (
    args.length === 0 &&
    (accessor?.[1] === "get" || accessor?.[1] === "is" || field === method)
  ) {
    return readField(machine, self, field);
  }
  const isSetter = accessor?.[1] === "set" || field === method;
  if (args.length === 1 && argument !== undefined && isSetter) {
    machine.parts.assignField(machine, cell, adapt(machine, argument, cell.type, request.at));
    // Lombok's `@Accessors(chain = true)`: where a setter gives nothing, nobody asks.
    return self;
  }
  return undefined;
}

function functionCall(machine: Machine, request: InvokeRequest): Value {
  const callee = request.receiver;
  if (callee?.kind !== "function") {
    return unknownOf("unfinished", [request.at]);
  }
  const declared = machine.closures.get(callee.id)?.interface;
  if (declared !== undefined) {
    const target = bestOf(machine, methodsOf(machine, declared, request.method), request.arguments);
    if (target?.method.body !== undefined) {
      return runMethod(
        machine,
        { ...target, self: callee, captured: undefined },
        request.arguments,
        request.name,
      );
    }
  } else if (combinators.has(request.method)) {
    return libraryCall(machine, request, "kind:function");
  }
  return runClosure(machine, callee, request.arguments, request.name);
}

const combinators = new Set([
  "andThen",
  "compose",
  "negate",
  "and",
  "or",
  "reversed",
  "thenComparing",
  "thenComparingInt",
  "thenComparingLong",
  "getClass",
  "hashCode",
  "equals",
  "toString",
]);

/** Runs a method of the project with its arguments. */
export function runMethod(
  machine: Machine,
  target: MethodTarget,
  args: readonly Value[],
  at: Location,
): Value {
  const { method } = target;
  const answered = machine.intercepted.get(method)?.();
  if (answered !== undefined) {
    return answered;
  }
  const running = machine.active.get(method) ?? 0;
  const place = { class: target.class, scope: undefined, typeParameters: method.typeParameters };
  const returns =
    method.returns === undefined ? undefined : resolveType(machine, place, method.returns);
  const limited = tooDeep(machine, running);
  if (limited !== undefined) {
    limit(machine, limited, at);
    return adapt(machine, unknownOf("too-deep", [at]), returns, at);
  }
  const frame: Frame = {
    class: target.class,
    method,
    self: target.self,
    captured: target.captured,
    caller: { class: target.class.name, method: method.name, at, caller: machine.frame?.caller },
    returns: [],
    leaves: [],
    scope: childScope(undefined),
  };
  for (const [index, value] of packed(machine, method.parameters, args, at).entries()) {
    const parameter = method.parameters[index];
    if (parameter !== undefined) {
      const type =
        parameter.type === undefined ? undefined : resolveType(machine, place, parameter.type);
      declare(
        machine,
        frame.scope,
        parameter.name,
        parameter.varargs ? value : adapt(machine, value, type, at),
        type,
      );
    }
  }
  return runFrame(machine, frame, method, at, () => {
    machine.parts.execute(machine, frame, method.body ?? [], childScope(frame.scope));
    return method.returns === undefined || method.returns.name === "void"
      ? constantOf(null, [at])
      : undefined;
  });
}

/** Runs the code of a frame; what it returned under conditions is one of several values. */
function runFrame(
  machine: Machine,
  frame: Frame,
  identity: object,
  at: Location,
  run: () => Value | undefined,
): Value {
  const before = machine.frame;
  const base = effectsOf(machine);
  const length = machine.path.length;
  const count = machine.active.get(identity) ?? 0;
  machine.active.set(identity, count + 1);
  machine.frame = frame;
  machine.depth += 1;
  const { depth, nest } = machine;
  try {
    return run() ?? returned(frame, base, at);
  } catch (signal) {
    const isDead = signal instanceof ThrowSignal || signal instanceof ExitSignal;
    if (!isDead || !frame.leaves.some((it) => it.completion.kind === "return")) {
      throw signal;
    }
    // It may have returned before (from a loop over something not known): then that is the way the program goes.
    machine.depth = depth;
    machine.nest = nest;
    return frame.returns.length > 0 ? returned(frame, base, at) : constantOf(null, [at]);
  } finally {
    machine.depth -= 1;
    machine.frame = before;
    machine.active.set(identity, count);
    truncate(machine, length, true);
  }
}

export type { ClassRef };
