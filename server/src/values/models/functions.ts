import type { Model } from "../model.ts";
import { argument } from "../modelling/model-help.ts";
import { not } from "../scalars/operators.ts";
import { constantOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";

/** `andThen`, `compose`, `negate` and the like of functions. */
export const functions: Model = {
  id: "functions",
  classes: [
    "kind:function",
    "java.util.function.Function",
    "java.util.function.UnaryOperator",
    "java.util.function.Predicate",
  ],
  call(run, call) {
    const { receiver, name: at } = call;
    if (receiver === undefined) {
      switch (call.method) {
        case "identity":
          return run.newFunction(at, ([it]) => it ?? constantOf(null, [at]));
        case "not": {
          const callee = argument(call, 0);
          return run.newFunction(at, (args) => not(run.apply(callee, args)));
        }
        default:
          return undefined;
      }
    }
    if (receiver.kind !== "function") {
      return undefined;
    }
    const other = argument(call, 0);
    switch (call.method) {
      case "andThen":
        return run.newFunction(at, (args) => {
          const value = run.apply(receiver, args);
          // A consumer gives nothing: the second one gets the same argument.
          const isNothing = value.kind === "constant" && value.value === null;
          return run.apply(other, isNothing ? args : [value]);
        });
      case "compose":
        return run.newFunction(at, (args) => run.apply(receiver, [run.apply(other, args)]));
      case "negate":
        return run.newFunction(at, (args) => not(run.apply(receiver, args)));
      case "and":
      case "or":
        return run.newFunction(at, (args) => {
          const first = run.apply(receiver, args);
          const stop = call.method === "or";
          return truthOfConstant(first) === stop ? first : run.apply(other, args);
        });
      default:
        return undefined;
    }
  },
};
