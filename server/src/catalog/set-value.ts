import type { Location } from "../text/range.ts";
import type { Value } from "../values/value.ts";

/** One value of SET. */
export interface SetValue {
  readonly value: Value;
  readonly at: Location;
}
