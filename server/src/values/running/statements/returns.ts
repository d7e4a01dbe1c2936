import type { Location } from "../../../text/range.ts";
import { oneOf, unknownOf } from "../../texts.ts";
import type { Condition, Value } from "../../value.ts";
import type { Frame, Machine } from "../machine.ts";
import { effectsOf, note } from "../path.ts";

/** Notes a value that the method or switch gives under the present conditions. */
export function recordReturn(machine: Machine, frame: Frame, value: Value): void {
  const write = { value, conditions: effectsOf(machine) };
  const { length } = frame.returns;
  frame.returns.push(write);
  note(
    machine,
    () => {
      frame.returns.length = length;
    },
    write,
  );
}

/** The one value of all that a method or switch may give. */
export function returned(frame: Frame, base: readonly Condition[], at: Location): Value {
  const [only] = frame.returns;
  if (only === undefined) {
    return unknownOf("unfinished", [at]);
  }
  return oneOf(
    frame.returns.map((it) => ({
      value: it.value,
      conditions: it.conditions.filter((condition) => !base.includes(condition)),
    })),
  );
}
