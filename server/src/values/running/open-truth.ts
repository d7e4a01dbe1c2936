import type { Location } from "../../text/range.ts";
import { maximalKeyLength } from "../scalars/derived.ts";
import { byDefault, constantOf, placesOf, plain } from "../texts.ts";
import type { Unknown, Value } from "../value.ts";
import type { Machine } from "./machine.ts";

/** One side of a branch on a value, or the truth. */
export type Truth =
  | { readonly kind: "known"; readonly value: boolean }
  | {
      readonly kind: "open";
      readonly id: string;
      readonly side: boolean;
      readonly byDefault: boolean | undefined;
    };

/** Whether a condition holds: known, or by which condition its truth is told (`side`: the side of that one where it holds). */
export function truthOf(machine: Machine, value: Value): Truth {
  const it = plain(value);
  if (it.kind === "constant" && typeof it.value === "boolean") {
    return { kind: "known", value: it.value };
  }
  const open = openTruth(machine, it);
  const known = machine.sides.get(open.id);
  return known === undefined ? open : { kind: "known", value: known === open.side };
}

function openTruth(machine: Machine, value: Value): Extract<Truth, { kind: "open" }> {
  const fallback = byDefault(value)?.value;
  const preferred = typeof fallback === "boolean" ? fallback : undefined;
  if (value.kind === "oneOf") {
    const [one, two] = value.values;
    const condition = one?.conditions[0];
    // `true` under one side of a condition and `false` under the other is that condition.
    if (
      value.values.length === 2 &&
      one?.conditions.length === 1 &&
      condition !== undefined &&
      condition.each === undefined &&
      one.value.kind === "constant" &&
      two?.value.kind === "constant" &&
      typeof one.value.value === "boolean" &&
      typeof two.value.value === "boolean" &&
      two.conditions.length === 1 &&
      two.conditions[0]?.id === condition.id
    ) {
      const side = one.value.value ? condition.side : !condition.side;
      return {
        kind: "open",
        id: condition.id,
        side,
        byDefault: condition.byDefault === undefined ? undefined : condition.byDefault === side,
      };
    }
  }
  const key = value.kind === "unknown" ? value.key : undefined;
  if (key === undefined) {
    machine.ids += 1;
    return { kind: "open", id: `?${machine.ids}`, side: true, byDefault: preferred };
  }
  return key.startsWith("!")
    ? { kind: "open", id: key.slice(1), side: false, byDefault: preferred }
    : { kind: "open", id: key, side: true, byDefault: preferred };
}

/** Whether one of the values is true. */
export function anyOf(machine: Machine, values: readonly Value[], at: Location): Value {
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return only;
  }
  const truths = values.map((it) => ({ value: it, truth: truthOf(machine, it) }));
  if (truths.some((it) => it.truth.kind === "known" && it.truth.value)) {
    return constantOf(true, [at]);
  }
  const open = truths.flatMap(({ value, truth }) =>
    truth.kind === "open" ? [{ value, truth }] : [],
  );
  const [first] = open;
  if (first === undefined) {
    return constantOf(false, [at]);
  }
  return open.length === 1
    ? first.value
    : compoundOf(
        machine,
        "||",
        open.map((it) => it.truth),
        placesOf(open.map((it) => it.value)),
      );
}

/** The truth of several open ones together; both sides of it say what they can of its parts. */
export function compoundOf(
  machine: Machine,
  operator: "&&" | "||",
  parts: readonly Extract<Truth, { kind: "open" }>[],
  at: readonly Location[],
): Unknown {
  const name = operator === "&&" ? "and" : "or";
  const key = `${name}(${parts.map((it) => `${it.side ? "" : "!"}${it.id}`).join(",")})`;
  const isShort = key.length <= maximalKeyLength;
  if (isShort) {
    machine.compounds.set(key, {
      operator,
      parts: parts.map((it) => ({
        id: it.id,
        side: it.side,
        byDefault: it.byDefault === undefined ? undefined : it.byDefault === it.side,
      })),
    });
  }
  const stop = operator === "||";
  const defaults = parts.map((it) => it.byDefault);
  const fallback = defaults.includes(stop)
    ? stop
    : defaults.includes(undefined)
      ? undefined
      : !stop;
  return {
    kind: "unknown",
    reason: "run-time-data",
    ...(fallback === undefined ? {} : { default: constantOf(fallback) }),
    ...(isShort ? { key } : {}),
    at,
  };
}
