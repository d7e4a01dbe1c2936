import type { Location } from "../../text/range.ts";
import type { Limit } from "../run.ts";
import type { Machine } from "./machine.ts";
import { effectsOf } from "./path.ts";

/** How deep calls may go before their result is not followed any more. */
const maximalDepth = 60;

/**
 * Why a call of code that is running so often already is not followed; undefined where it is.
 * What calls itself under conditions that only the run knows multiplies with each level: there one level less is followed.
 */
export function tooDeep(machine: Machine, running: number): "depth" | "recursion" | undefined {
  if (machine.depth >= maximalDepth) {
    return "depth";
  }
  return running >= (effectsOf(machine).length > 0 ? 2 : 3) ? "recursion" : undefined;
}

/** A run takes no more steps than this. */
export const maximalSteps = 200_000;

/** Notes that something was not followed to its end. */
export function limit(machine: Machine, kind: Limit["kind"], at: Location): void {
  if (machine.limits.length < 100) {
    machine.limits.push({ kind, at });
  }
}
