import { isAgainstDefault } from "../values/conditions.ts";
import { type Call, callsOn, makerOf } from "../values/log.ts";
import type { Alternative, Condition, Unknown, Value } from "../values/value.ts";
import type { ApiUse } from "./api.ts";
import type { Derived } from "./connector.ts";
import { derived } from "./table-facts.ts";

/** How far conditions are met where others hold: `no` means that both never happen together. */
export function met(
  conditions: readonly Condition[],
  where: readonly Condition[],
): "yes" | "no" | "maybe" {
  const known = conditions.map((it) => where.find((other) => other.id === it.id)?.side);
  if (conditions.some((it, index) => known[index] !== undefined && known[index] !== it.side)) {
    return "no";
  }
  return known.includes(undefined) ? "maybe" : "yes";
}

/** The calls that an object got before another call, those that never happen with it left out. */
function callsBefore(use: ApiUse, object: Value | undefined, before: Call): readonly Call[] {
  return callsOn(use.ask.log(), object, before.seq).filter(
    (it) => met(it.conditions, [...before.conditions, ...use.attached.conditions]) !== "no",
  );
}

/** The call that made an object (`build()`, `new`), and what the builder had been told by then. */
export function building(
  use: ApiUse,
  object: Value | undefined,
): { readonly made: Call; readonly told: readonly Call[] } | undefined {
  const made = makerOf(use.ask.log(), object);
  return made === undefined ? undefined : { made, told: callsBefore(use, made.receiver, made) };
}

/** One of several values that follow each other: a later one takes the place of an earlier one. */
export interface Step {
  readonly value: Value;
  readonly conditions: readonly Condition[];
  /** It may also leave what was there before. */
  readonly maybe?: boolean;
}

/** What holds after all steps, where the conditions of the use hold; undefined where nothing was set. */
export function settled(steps: readonly Step[], where: readonly Condition[]): Value | undefined {
  let result: Value | undefined;
  for (const { value, conditions, maybe = false } of steps) {
    const happens = met(conditions, where);
    if (happens === "no") {
      continue;
    }
    const open = conditions.filter((it) => !where.some((other) => other.id === it.id));
    result =
      result === undefined || (happens === "yes" && !maybe)
        ? value
        : either(result, value, maybe ? [] : open);
  }
  return result;
}

function either(before: Value, after: Value, conditions: readonly Condition[]): Value {
  const later: Alternative = { value: after, conditions };
  const earlier = before.kind === "oneOf" ? before.values : [{ value: before, conditions: [] }];
  const prefersLater = conditions.length > 0 && !conditions.some(isAgainstDefault);
  const values = prefersLater ? [later, ...earlier] : [...earlier, later];
  return { kind: "oneOf", values, at: [...before.at, ...after.at] };
}

/** The argument of the last of the calls with one of these names. */
export function lastArgument(
  use: ApiUse,
  calls: readonly Call[],
  methods: readonly string[],
  index = 0,
): Value | undefined {
  const steps = calls.flatMap((call) => {
    const value = call.arguments[index];
    return methods.includes(call.method) && value !== undefined
      ? [{ value, conditions: call.conditions }]
      : [];
  });
  return settled(steps, use.attached.conditions);
}

/** The constructor's arguments of an object: for a class of the project those that reach the library class above it. */
export function constructorArguments(use: ApiUse, object: Value): readonly Value[] | undefined {
  if (object.kind === "instance") {
    return object.super?.arguments;
  }
  const made = makerOf(use.ask.log(), object);
  return made?.method === "new" ? made.arguments : undefined;
}

/** The text of a value as it stands in an event, with where it came from. */
export function text(value: Value | undefined, missing: string): Derived | Unknown {
  return value === undefined
    ? { kind: "unknown", reason: "missing", detail: missing, at: [] }
    : derived(value);
}

/** The value where it is one certain text. */
export function constantText(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}

export function isNull(value: Value | undefined): boolean {
  return value?.kind === "constant" && value.value === null;
}

/** The alternative that is taken by default, and whether there is another. */
export function preferred(value: Value): Value {
  return value.kind === "oneOf" ? (value.values[0]?.value ?? value) : value;
}

export function unknown(
  reason: Unknown["reason"],
  detail: string,
  at: Unknown["at"] = [],
): Unknown {
  return { kind: "unknown", reason, detail, at };
}
