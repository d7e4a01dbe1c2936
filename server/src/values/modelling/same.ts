import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { equal } from "../scalars/equality.ts";
import { constantOf, unknownOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { Instance, Value } from "../value.ts";

/** `Object.equals`: by the class's own method, component by component for records, else as `==`. */
export function sameObjects(run: ModelRun, one: Value, other: Value, at: Location): Value {
  if (one.kind !== "instance" || other.kind !== "instance" || one.id === other.id) {
    return equal(one, other, at);
  }
  if (run.hasMethod(one, "equals")) {
    return run.invoke(one, "equals", [other], at);
  }
  return one.class.type.typeKind === "record" && one.class === other.class
    ? sameRecords(run, one, other, at)
    : equal(one, other, at);
}

function sameRecords(run: ModelRun, one: Instance, other: Instance, at: Location): Value {
  const truths = one.class.type.components.map(({ name }) => {
    const [first, second] = [run.field(one, name), run.field(other, name)];
    return first === undefined || second === undefined
      ? undefined
      : truthOfConstant(sameObjects(run, first, second, at));
  });
  return truths.includes(false)
    ? constantOf(false, [at])
    : truths.includes(undefined)
      ? unknownOf("several-values", [at])
      : constantOf(true, [at]);
}
