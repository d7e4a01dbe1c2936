import type { Invocation, ModelRun } from "../model.ts";
import type { List, Value } from "../value.ts";
import { noResult, nothing } from "./model-help.ts";

/** Takes out of a list what a condition holds for: an item of which that is not known stays under the opposite condition. */
export function removeItems(
  run: ModelRun,
  call: Invocation,
  list: List,
  isRemoved: (item: Value) => Value,
): Value {
  const { items, open, element } = run.items(list);
  run.clear(list);
  for (const { value, conditions } of items) {
    run.under(conditions, () =>
      run.branch(isRemoved(value), call.name, {
        whenTrue: () => nothing(call),
        whenFalse: () => {
          run.add(list, value);
          return nothing(call);
        },
      }),
    );
  }
  if (open !== undefined && element !== undefined) {
    run.openList(list, open, element);
  } else if (open !== undefined) {
    run.open(list, open);
  }
  return noResult(call);
}
