import type { Location } from "../../../text/range.ts";
import { constantOf, unknownOf } from "../../texts.ts";
import type { FunctionValue, Value } from "../../value.ts";
import { childScope, declare } from "../cells.ts";
import { newList } from "../changes.ts";
import { methodsOf } from "../classes/lookup.ts";
import { limit, tooDeep } from "../limits.ts";
import { type Closure, type Frame, type Machine, nextId } from "../machine.ts";
import { effectsOf, truncate } from "../path.ts";
import { returned } from "../statements/returns.ts";

/** A function that a model makes. */
export function nativeFunction(
  machine: Machine,
  at: readonly Location[],
  run: (args: readonly Value[]) => Value,
): FunctionValue {
  return newClosure(machine, { kind: "native", run }, "lambda", at);
}

export function newClosure(
  machine: Machine,
  code: Closure["code"],
  form: FunctionValue["form"],
  at: readonly Location[],
): FunctionValue {
  const value: FunctionValue = { kind: "function", id: nextId(machine), form, at };
  machine.closures.set(value.id, { value, code, interface: undefined });
  return value;
}

/** Runs a lambda or method reference. */
export function runClosure(
  machine: Machine,
  callee: FunctionValue,
  args: readonly Value[],
  at: Location,
): Value {
  const closure = machine.closures.get(callee.id);
  if (closure === undefined) {
    return unknownOf("too-deep", [at]);
  }
  const { code } = closure;
  switch (code.kind) {
    case "native":
      return code.run(args);
    case "array":
      return newList(machine, "[]", [], [at]);
    case "method":
      return machine.parts.invoke(machine, {
        receiver: code.receiver,
        type: undefined,
        method: code.name,
        arguments: args,
        at,
        name: at,
        typeArguments: [],
      });
    case "type":
      return runTypeReference(machine, code, args, at);
    case "lambda":
      return runLambda(machine, code, args, at);
  }
}

/** `Type::name`: a constructor, a static method, or a method of the first argument. */
function runTypeReference(
  machine: Machine,
  code: Extract<Closure["code"], { kind: "type" }>,
  args: readonly Value[],
  at: Location,
): Value {
  const { type, name } = code;
  const call = { method: name, at, name: at, typeArguments: [] };
  if (name === "new") {
    return type.kind === "program"
      ? machine.parts.construct(machine, type.class, args, {
          at,
          outer: undefined,
          captured: undefined,
        })
      : machine.parts.invoke(machine, { ...call, receiver: undefined, type, arguments: args });
  }
  const [first, ...rest] = args;
  if (type.kind === "program") {
    const methods = methodsOf(machine, type.class, name);
    const isStatic = methods.some(
      (it) => it.method.static && it.method.parameters.length === args.length,
    );
    if (isStatic || first === undefined) {
      return machine.parts.invoke(machine, { ...call, receiver: undefined, type, arguments: args });
    }
    return machine.parts.invoke(machine, {
      ...call,
      receiver: first,
      type: undefined,
      arguments: rest,
    });
  }
  // `Paths::get` is static, `Supplier::get` and `Optional::get` are not.
  const isStatic = name === "get" ? /Paths$/.test(type.name) : staticNames.has(name);
  const isUnbound = first !== undefined && !isStatic;
  return isUnbound
    ? machine.parts.invoke(machine, { ...call, receiver: first, type: undefined, arguments: rest })
    : machine.parts.invoke(machine, { ...call, receiver: undefined, type, arguments: args });
}

/** Static methods of the JDK that references name. */
const staticNames = new Set([
  "valueOf",
  "parseInt",
  "parseLong",
  "parseDouble",
  "parseBoolean",
  "of",
  "ofNullable",
  "ofSeconds",
  "ofMillis",
  "asList",
  "stream",
  "nonNull",
  "isNull",
  "requireNonNull",
  "identity",
  "entry",
  "format",
  "getenv",
  "getProperty",
  "println",
  "create",
  "quote",
  "max",
  "min",
  "sum",
  "emptyList",
  "singletonList",
  "singleton",
]);

function runLambda(
  machine: Machine,
  code: Extract<Closure["code"], { kind: "lambda" }>,
  args: readonly Value[],
  at: Location,
): Value {
  const running = machine.active.get(code.body) ?? 0;
  const limited = tooDeep(machine, running);
  if (limited !== undefined) {
    limit(machine, limited, at);
    return unknownOf("too-deep", [at]);
  }
  const outer = code.frame;
  const frame: Frame = {
    class: outer.class,
    method: undefined,
    self: outer.self,
    captured: outer.captured,
    caller: { class: outer.class.name, method: "lambda", at, caller: machine.frame?.caller },
    returns: [],
    leaves: [],
    scope: childScope(code.scope),
  };
  for (const [index, name] of code.parameters.entries()) {
    declare(machine, frame.scope, name, args[index] ?? unknownOf("run-time-data", [at]));
  }
  const before = machine.frame;
  const base = effectsOf(machine);
  const { length } = machine.path;
  machine.active.set(code.body, running + 1);
  machine.frame = frame;
  machine.depth += 1;
  try {
    if (!("kind" in code.body)) {
      machine.parts.execute(machine, frame, code.body, frame.scope);
      return frame.returns.length === 0 ? constantOf(null, [at]) : returned(frame, base, at);
    }
    return machine.parts.evaluate(machine, frame, code.body);
  } finally {
    machine.depth -= 1;
    machine.frame = before;
    machine.active.set(code.body, running);
    truncate(machine, length, true);
  }
}
