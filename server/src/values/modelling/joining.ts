import type { Invocation, ModelRun } from "../model.ts";
import { constantOf, distribute, textOf, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";
import { asList } from "./model-help.ts";

/** `String.join(", ", a, b)` or of a collection. */
export function joined(
  run: ModelRun,
  call: Pick<Invocation, "name">,
  separator: Value,
  rest: readonly Value[],
): Value {
  const [only] = rest;
  const list = rest.length === 1 ? asList(only) : undefined;
  const content = list === undefined ? undefined : run.items(list);
  if (content?.open !== undefined) {
    return unknownOf(content.open.reason, [call.name], content.open.detail);
  }
  const items =
    content === undefined ? rest.map((value) => ({ value, conditions: [] })) : content.items;
  const sure = items.filter((it) => it.conditions.length === 0);
  if (sure.length !== items.length) {
    return conditional(run, call, separator, items);
  }
  const parts = items.flatMap((it, index) => [
    ...(index === 0 ? [] : [separator]),
    run.text(it.value, call.name),
  ]);
  return distribute(parts, textOf);
}

/** Items that are there under conditions: one text with and one without each. */
function conditional(
  run: ModelRun,
  call: Pick<Invocation, "name">,
  separator: Value,
  items: readonly {
    readonly value: Value;
    readonly conditions: Parameters<ModelRun["under"]>[0];
  }[],
): Value {
  if (items.filter((it) => it.conditions.length > 0).length > 4) {
    return unknownOf("too-many-alternatives", [call.name]);
  }
  const options = items.map<Value>((it) => {
    const [condition] = it.conditions;
    const text: Value = run.newList("item", [it.value], call.name);
    return condition === undefined || it.conditions.length > 1 || condition.each === true
      ? text
      : {
          kind: "oneOf",
          values: [
            { value: text, conditions: it.conditions },
            { value: constantOf(null), conditions: [{ ...condition, side: !condition.side }] },
          ],
          at: text.at,
        };
  });
  if (
    items.some(
      (it) =>
        it.conditions.some((condition) => condition.each === true) || it.conditions.length > 1,
    )
  ) {
    return unknownOf(
      "several-values",
      [call.name],
      "How many items there are is not known before the run.",
    );
  }
  return distribute(options, (chosen) => {
    const present = chosen.flatMap((it) =>
      it.kind === "list" ? run.items(it).items.map((item) => item.value) : [],
    );
    return joined(
      run,
      call,
      separator,
      present.length === 1 ? [run.newList("[]", present, call.name)] : present,
    );
  });
}
