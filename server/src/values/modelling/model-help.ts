import type { Location } from "../../text/range.ts";
import type { Invocation, ModelRun } from "../model.ts";
import { nullTest } from "../scalars/equality.ts";
import { not } from "../scalars/operators.ts";
import { constantOf, distribute, plain, unknownOf } from "../texts.ts";
import type { Constant, List, MapValue, Unknown, Value } from "../value.ts";

/** What most models give where a call changes something and has no value. */
export function nothing(call: Invocation): Constant {
  return constantOf(null, [call.name]);
}

export function argument(call: Invocation, index: number): Value {
  return call.arguments[index] ?? unknownOf("unfinished", [call.name]);
}

/** Why the result of a call is not known, for people. */
export function noResult(call: Invocation): Unknown {
  const simple = call.class.slice(call.class.lastIndexOf(".") + 1);
  return unknownOf("run-time-data", [call.name], `the result of ${simple}.${call.method}`);
}

/** `value != null ? value : fallback`. */
export function orElse(run: ModelRun, value: Value, at: Location, fallback: () => Value): Value {
  if (value.kind === "input" && value.default === undefined && value.given === undefined) {
    const other = fallback();
    return other.kind === "constant" && other.value === null ? value : { ...value, default: other };
  }
  if (value.kind === "oneOf" && value.values.some((it) => it.value.kind === "input")) {
    return run.branchOf(value, (it) => orElse(run, it, at, fallback));
  }
  const test = nullTest(value, at);
  return run.branch(test, at, {
    whenTrue: fallback,
    whenFalse: () => withoutNull(value),
  });
}

/** The alternatives but null. */
export function withoutNull(value: Value): Value {
  if (value.kind !== "oneOf") {
    return value;
  }
  const values = value.values.filter(
    (it) => !(it.value.kind === "constant" && it.value.value === null),
  );
  const [only] = values;
  return values.length === 1 && only !== undefined ? only.value : { ...value, values };
}

export function isPresent(value: Value, at: Location): Value {
  return not(nullTest(value, at));
}

/** The function of the exact strings of some values; `otherwise` where one is no constant text. */
export function onTexts(
  values: readonly Value[],
  compute: (texts: readonly string[]) => Value,
  otherwise: (values: readonly Value[]) => Value,
): Value {
  return distribute(values, (each) => {
    const constants = each.map((it) => plain(it));
    const texts = constants.flatMap((it) =>
      it.kind === "constant" && typeof it.value === "string" ? [it.value] : [],
    );
    return texts.length === each.length ? compute(texts) : otherwise(constants);
  });
}

/** What is known to be in a list, and whether there may be more. */
export function eachItem(
  run: ModelRun,
  list: List,
  at: Location,
  body: (item: Value) => void,
): void {
  const { items, open, element } = run.items(list);
  for (const it of items.slice(0, 500)) {
    run.under(it.conditions, () => body(it.value));
  }
  if (open !== undefined) {
    run.each(at, () => {
      body(
        element ??
          unknownOf(
            open.reason,
            [at],
            open.detail ?? "an element of something not known before the run",
          ),
      );
      return constantOf(null);
    });
  }
}

export function asList(value: Value | undefined): List | undefined {
  return value?.kind === "list" ? value : undefined;
}

export function asMap(value: Value | undefined): MapValue | undefined {
  return value?.kind === "map" ? value : undefined;
}
