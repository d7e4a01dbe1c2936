import type { Location } from "../../text/range.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument } from "../modelling/model-help.ts";
import { comparison } from "../modelling/ordering.ts";
import { constantOf, numberOf, unknownOf } from "../texts.ts";
import type { FunctionValue, Value } from "../value.ts";

/** Comparators: functions of two values. */
export const comparators: Model = {
  id: "comparators",
  classes: [
    "java.util.Comparator",
    "java.util.Map.Entry",
    "java.util.Collections",
    "kind:function",
  ],
  call(run, call) {
    if (call.receiver === undefined) {
      return ofClass(run, call);
    }
    return call.receiver.kind === "function" ? onComparator(run, call, call.receiver) : undefined;
  },
  get(run, className, field, at) {
    return className === "java.lang.String" && field === "CASE_INSENSITIVE_ORDER"
      ? comparator(run, at, (one, other) =>
          comparison(run, lower(run, one, at), lower(run, other, at), at),
        )
      : undefined;
  },
};

function lower(run: ModelRun, value: Value, at: Location): Value {
  return run.invoke(value, "toLowerCase", [], at);
}

const made = new WeakMap<ModelRun, Set<number>>();

type Compare = (one: Value, other: Value) => number | undefined;

function comparator(run: ModelRun, at: Location, compare: Compare): FunctionValue {
  const result = run.newFunction(at, ([one, other]) => {
    const order = one === undefined || other === undefined ? undefined : compare(one, other);
    return order === undefined ? unknownOf("run-time-data", [at]) : constantOf(order, [at]);
  });
  const known = made.get(run) ?? new Set<number>();
  made.set(run, known.add(result.id));
  return result;
}

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const { name: at } = call;
  const [first] = call.arguments;
  switch (call.method) {
    case "naturalOrder":
      return comparator(run, at, (one, other) => comparison(run, one, other, at));
    case "reverseOrder":
      return first === undefined
        ? comparator(run, at, (one, other) => comparison(run, other, one, at))
        : backwards(run, call, first);
    case "comparing":
    case "comparingInt":
    case "comparingLong":
    case "comparingDouble":
      return byKey(run, call);
    case "comparingByKey":
    case "comparingByValue": {
      const getter = call.method === "comparingByKey" ? "getKey" : "getValue";
      const part = (it: Value) => run.invoke(it, getter, [], at);
      return comparator(run, at, (one, other) =>
        first === undefined
          ? comparison(run, part(one), part(other), at)
          : applied(run, first, part(one), part(other)),
      );
    }
    default:
      return undefined;
  }
}

function applied(run: ModelRun, compare: Value, one: Value, other: Value): number | undefined {
  return numberOf(run.apply(compare, [one, other]));
}

function backwards(run: ModelRun, call: Invocation, own: Value): Value {
  return comparator(run, call.name, (one, other) => applied(run, own, other, one));
}

/** `comparing(key)`, `comparing(key, comparator)` */
function byKey(run: ModelRun, call: Invocation): FunctionValue {
  const key = argument(call, 0);
  const [, compare] = call.arguments;
  return comparator(run, call.name, (one, other) => {
    const [first, second] = [run.apply(key, [one]), run.apply(key, [other])];
    return compare === undefined
      ? comparison(run, first, second, call.name)
      : applied(run, compare, first, second);
  });
}

function onComparator(run: ModelRun, call: Invocation, own: FunctionValue): Value | undefined {
  switch (call.method) {
    case "reversed":
      return backwards(run, call, own);
    case "compare":
      return run.apply(own, call.arguments);
    case "thenComparing":
    case "thenComparingInt":
    case "thenComparingLong": {
      const next = argument(call, 0);
      const isComparator = next.kind === "function" && made.get(run)?.has(next.id) === true;
      const then = isComparator ? next : byKey(run, call);
      return comparator(run, call.name, (one, other) => {
        const order = applied(run, own, one, other);
        return order === 0 ? applied(run, then, one, other) : order;
      });
    }
    default:
      return undefined;
  }
}
