import type { Value } from "../values/value.ts";

/** Whether a source ends, as far as that is known. */
export type Boundedness = "bounded" | "unbounded" | "unknown";

/** A text together with the values that it was made from. */
export interface Derived {
  readonly kind: "derived";
  readonly text: string;
  readonly from: readonly Value[];
}
