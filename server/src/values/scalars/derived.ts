import type { Location } from "../../text/range.ts";
import { byDefault, keyOf, placesOf } from "../texts.ts";
import type { Constant, Unknown, Value } from "../value.ts";

/** An unknown truth or number computed from values, with what it is by default and its canonical key. */
export function derived(
  values: readonly Value[],
  name: string,
  at: Location,
  compute: (constants: readonly Constant[]) => Constant | undefined,
): Value {
  const defaults = values.map((it) => byDefault(it));
  const constants = defaults.filter((it) => it !== undefined);
  const fallback = constants.length === values.length ? compute(constants) : undefined;
  const keys = values.map(keyOf);
  const cause = values.find((it): it is Unknown => it.kind === "unknown");
  return {
    kind: "unknown",
    reason: cause?.reason ?? "run-time-data",
    ...(cause?.detail === undefined ? {} : { detail: cause.detail }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...keyed(name, keys),
    at: placesOf(values).length === 0 ? [at] : placesOf(values),
  };
}

/** Keys of keys grow with each step of a loop: beyond this a value is equal to itself only. */
export const maximalKeyLength = 400;

function keyed(name: string, keys: readonly (string | undefined)[]): { readonly key?: string } {
  if (keys.some((it) => it === undefined)) {
    return {};
  }
  const key = `${name}(${keys.join(",")})`;
  return key.length > maximalKeyLength ? {} : { key };
}
