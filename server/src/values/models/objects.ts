import type { Invocation, Model, ModelRun } from "../model.ts";
import {
  argument,
  isPresent,
  noResult,
  nothing,
  orElse,
  withoutNull,
} from "../modelling/model-help.ts";
import { sameObjects } from "../modelling/same.ts";
import { not } from "../scalars/operators.ts";
import { constantOf, distribute, isNull, isSame, textOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { Value } from "../value.ts";

/** Checks of arguments: `Objects`, Flink's and Guava's Preconditions, Commons' Validate. */
export const objects: Model = {
  id: "objects",
  classes: [
    "java.util.Objects",
    "org.apache.flink.util.Preconditions",
    "com.google.common.base.Preconditions",
    "org.apache.commons.lang3.Validate",
    "org.apache.flink.shaded.guava30.com.google.common.base.Preconditions",
    "org.apache.flink.shaded.guava31.com.google.common.base.Preconditions",
    "kind:object",
    "kind:instance",
    "kind:unknown",
  ],
  call(run, call) {
    if (call.receiver !== undefined) {
      return onAny(run, call, call.receiver);
    }
    return checked(run, call);
  },
};

function checked(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const second = call.arguments[1];
  const at = call.name;
  switch (call.method) {
    case "requireNonNull":
    case "checkNotNull":
    case "notNull":
    case "notEmpty":
    case "notBlank":
      return run.branch(isPresent(first, at), at, {
        whenTrue: () => withoutNull(first),
        whenFalse: () =>
          first.kind === "input"
            ? first
            : run.throws("java.lang.NullPointerException", messageOf(second), at),
      });
    case "requireNonNullElse":
      return second === undefined ? undefined : orElse(run, first, at, () => second);
    case "requireNonNullElseGet":
      return second === undefined ? undefined : orElse(run, first, at, () => run.apply(second, []));
    case "checkArgument":
    case "checkState":
    case "isTrue":
      if (truthOfConstant(first) === false) {
        const name =
          call.method === "checkState" ? "IllegalStateException" : "IllegalArgumentException";
        return run.throws(`java.lang.${name}`, messageOf(second), at);
      }
      return nothing(call);
    case "isNull":
      return not(isPresent(first, at));
    case "nonNull":
      return isPresent(first, at);
    case "equals":
      return second === undefined ? undefined : sameObjects(run, first, second, at);
    case "toString":
      return second === undefined
        ? distribute([run.text(first, at)], textOf)
        : orElse(run, first, at, () => second);
    case "hash":
    case "hashCode":
      return noResult(call);
    default:
      return undefined;
  }
}

function messageOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}

/** What every object has. */
function onAny(run: ModelRun, call: Invocation, receiver: Value): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "equals":
      if (first === undefined || isNull(first)) {
        return constantOf(false, [call.name]);
      }
      return isSame(receiver, first)
        ? constantOf(true, [call.name])
        : sameObjects(run, receiver, first, call.name);
    case "getDeclaringClass": {
      const own = receiver.kind === "instance" ? receiver.class : undefined;
      // The constant with a body of its own has a class of its own.
      const type = own?.type.typeKind === "enum" ? own : own?.outer;
      return type === undefined
        ? undefined
        : { kind: "class", name: type.name, type: run.typeOf(type), at: [call.name] };
    }
    case "getClass":
      return receiver.kind === "instance"
        ? {
            kind: "class",
            name: receiver.class.name,
            type: run.typeOf(receiver.class),
            at: [call.name],
          }
        : undefined;
    case "compareTo": {
      const one = receiver.kind === "instance" ? receiver.constant : undefined;
      const other = first?.kind === "instance" ? first.constant : undefined;
      return one === undefined || other === undefined
        ? undefined
        : constantOf(one.ordinal - other.ordinal, [call.name]);
    }
    case "name":
    case "toString":
      if (receiver.kind === "instance" && receiver.class.type.typeKind === "record") {
        return call.method === "name" ? undefined : run.text(receiver, call.name);
      }
      return receiver.kind === "object" && receiver.constant !== undefined && call.method === "name"
        ? constantOf(receiver.constant, [call.name])
        : undefined;
    default:
      return undefined;
  }
}
