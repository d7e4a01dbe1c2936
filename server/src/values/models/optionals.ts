import type { Invocation, Model, ModelRun } from "../model.ts";
import {
  argument,
  asList,
  isPresent,
  nothing,
  orElse,
  withoutNull,
} from "../modelling/model-help.ts";
import { not } from "../scalars/operators.ts";
import { constantOf, isNull } from "../texts.ts";
import type { List, Value } from "../value.ts";

/** `java.util.Optional`: a list of one value, which is null where it is empty. */
export const optionals: Model = {
  id: "optionals",
  classes: [
    "java.util.Optional",
    "java.util.OptionalInt",
    "java.util.OptionalLong",
    "com.google.common.base.Optional",
  ],
  call(run, call) {
    if (call.receiver === undefined) {
      return made(run, call);
    }
    const list = asList(call.receiver);
    return list === undefined ? undefined : onOptional(run, call, list);
  },
};

const className = "java.util.Optional";

function made(run: ModelRun, call: Invocation): Value | undefined {
  switch (call.method) {
    case "of":
      return isNull(call.arguments[0])
        ? run.throws("java.lang.NullPointerException", undefined, call.name)
        : optional(run, call, argument(call, 0));
    case "ofNullable":
    case "fromNullable":
      return optional(run, call, argument(call, 0));
    case "empty":
    case "absent":
      return optional(run, call, constantOf(null, [call.name]));
    default:
      return undefined;
  }
}

function optional(run: ModelRun, call: Invocation, value: Value): List {
  return run.newList(className, [value], call.name);
}

function onOptional(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const value = run.items(list).items[0]?.value ?? constantOf(null, [call.name]);
  const first = argument(call, 0);
  switch (call.method) {
    case "isPresent":
      return isPresent(value, call.name);
    case "isEmpty":
      return not(isPresent(value, call.name));
    case "get":
    case "orElseThrow":
    case "getAsInt":
    case "getAsLong":
      return run.branch(isPresent(value, call.name), call.name, {
        whenTrue: () => withoutNull(value),
        whenFalse: () => (value.kind === "input" ? value : absent(run, call)),
      });
    case "orElse":
    case "or":
      return call.method === "or" && first.kind === "function"
        ? orElse(run, value, call.name, () => run.apply(first, []))
        : orElse(run, value, call.name, () => first);
    case "orElseGet":
      return orElse(run, value, call.name, () => run.apply(first, []));
    case "orNull":
      return value;
    case "map":
    case "flatMap":
    case "filter":
      return mapped(run, call, value, first);
    case "ifPresent":
    case "ifPresentOrElse": {
      const second = call.arguments[1];
      run.branch(isPresent(value, call.name), call.name, {
        whenTrue: () => run.apply(first, [withoutNull(value)]),
        whenFalse: () => (second === undefined ? nothing(call) : run.apply(second, [])),
      });
      return nothing(call);
    }
    case "stream":
      return run.newList("java.util.stream.Stream", isNull(value) ? [] : [value], call.name);
    default:
      return undefined;
  }
}

/** `orElseThrow(supplier)` throws what the supplier makes. */
function absent(run: ModelRun, call: Invocation): never {
  const [supplier] = call.arguments;
  const made = supplier === undefined ? undefined : run.apply(supplier, []);
  const name =
    made?.kind === "object"
      ? made.class
      : made?.kind === "instance"
        ? made.class.name
        : "java.util.NoSuchElementException";
  const message = supplier === undefined ? "No value present" : undefined;
  return run.throws(name ?? "java.lang.RuntimeException", message, call.name);
}

function mapped(run: ModelRun, call: Invocation, value: Value, callee: Value): Value {
  if (isNull(value)) {
    return optional(run, call, value);
  }
  if (call.method === "filter") {
    const kept = run.branch(run.apply(callee, [value]), call.name, {
      whenTrue: () => value,
      whenFalse: () => constantOf(null, [call.name]),
    });
    return optional(run, call, kept);
  }
  // An input stays an input that may be missing.
  const result = run.apply(callee, [withoutNull(value)]);
  if (call.method === "flatMap") {
    return result;
  }
  const isMissable = value.kind === "oneOf" && value.values.some((it) => isNull(it.value));
  return optional(
    run,
    call,
    isMissable
      ? run.branch(isPresent(value, call.name), call.name, {
          whenTrue: () => result,
          whenFalse: () => constantOf(null, [call.name]),
        })
      : result,
  );
}
