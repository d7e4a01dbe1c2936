import type { Location } from "../../text/range.ts";
import type { Limit } from "../run.ts";
import type { Machine } from "./machine.ts";
import { effectsOf } from "./path.ts";

/** How deep calls may go before their result is not followed any more. */
const maximalDepth = 60;

/** How often what calls itself is followed where nothing in it depends on the run, as long as the run is short. */
const maximalRecursion = 24;
const shortRun = 40_000;

/**
 * Why a call of code that is running so often already is not followed; undefined where it is.
 * What calls itself under conditions that only the run knows multiplies with each level: there two levels are followed.
 */
export function tooDeep(machine: Machine, running: number): "depth" | "recursion" | undefined {
  if (machine.depth >= maximalDepth) {
    return "depth";
  }
  const followed =
    effectsOf(machine).length > 0 ? 2 : machine.steps < shortRun ? maximalRecursion : 3;
  return running >= followed ? "recursion" : undefined;
}

/** A run takes no more steps than this. */
export const maximalSteps = 200_000;

/** Notes that something was not followed to its end. */
export function limit(machine: Machine, kind: Limit["kind"], at: Location): void {
  if (machine.limits.length < 100) {
    machine.limits.push({ kind, at });
  }
}
