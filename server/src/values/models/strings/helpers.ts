import type { Invocation, ModelRun } from "../../model.ts";
import { joined } from "../../modelling/joining.ts";
import { argument, noResult } from "../../modelling/model-help.ts";
import { derived } from "../../scalars/derived.ts";
import { equal } from "../../scalars/equality.ts";
import { not } from "../../scalars/operators.ts";
import { constantOf, distribute, isNull, plain } from "../../texts.ts";
import type { Constant, Value } from "../../value.ts";
import { changed } from "./changes.ts";
import { tested } from "./comparisons.ts";

/** Whether a class only holds static helpers for texts. */
export function isHelper(className: string): boolean {
  return className.endsWith("StringUtils") || className.endsWith(".Strings");
}

/** Static helpers of Commons Lang, Guava and Flink. */
export function helper(run: ModelRun, call: Invocation): Value | undefined {
  const first = argument(call, 0);
  const second = call.arguments[1];
  switch (call.method) {
    case "isEmpty":
    case "isBlank":
    case "isNullOrEmpty":
    case "isNullOrWhitespaceOnly":
    case "isNotEmpty":
    case "isNotBlank": {
      const isBlank = /Blank|Whitespace/.test(call.method);
      const compute = (constant: Constant): Constant => {
        const text = constant.value === null ? "" : String(constant.value);
        return constantOf(isBlank ? text.trim() === "" : text === "", [call.name]);
      };
      const test = distribute([first], ([it]) => {
        const value = plain(it ?? first);
        // Known not to be null as well: `null(…)` in its name lets an input take what stands in its place as default.
        const own = value.kind === "input" ? `null(${value.input}:${value.key})` : "";
        return value.kind === "constant"
          ? compute(value)
          : derived([value], `${isBlank ? "blank" : "empty"} ${own}`, call.name, ([constant]) =>
              constant === undefined ? undefined : compute(constant),
            );
      });
      return call.method.startsWith("isNot") ? not(test) : test;
    }
    case "defaultString":
    case "defaultIfEmpty":
    case "defaultIfBlank":
      return run.branch(helperTest(run, call, first), call.name, {
        whenTrue: () => second ?? constantOf("", [call.name]),
        whenFalse: () => first,
      });
    case "trimToNull":
    case "trimToEmpty":
    case "trim":
    case "strip":
      return isNull(first)
        ? call.method === "trimToEmpty"
          ? constantOf("", [call.name])
          : first
        : changed(run, { ...call, method: "trim", arguments: [] }, first);
    case "lowerCase":
    case "upperCase":
      return changed(
        run,
        {
          ...call,
          method: call.method === "lowerCase" ? "toLowerCase" : "toUpperCase",
          arguments: [],
        },
        first,
      );
    case "equals":
      return second === undefined ? undefined : equal(first, second, call.name);
    case "equalsIgnoreCase":
      return second === undefined ? undefined : tested(first, second, call);
    case "join":
      return second === undefined ? undefined : joined(run, call, second, [first]);
    case "nullToEmpty":
      return isNull(first) ? constantOf("", [call.name]) : first;
    default:
      return undefined;
  }
}

function helperTest(run: ModelRun, call: Invocation, value: Value): Value {
  return helper(run, { ...call, method: "isNullOrEmpty", arguments: [value] }) ?? noResult(call);
}
