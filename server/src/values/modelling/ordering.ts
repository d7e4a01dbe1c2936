import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { isNull, numberOf, plain } from "../texts.ts";
import type { Value } from "../value.ts";

/** `compareTo`: below, at or above zero; undefined where it is not known. */
export function comparison(
  run: ModelRun,
  one: Value,
  other: Value,
  at: Location,
): number | undefined {
  const [first, second] = [plain(one), plain(other)];
  if (first.kind === "constant" && second.kind === "constant") {
    return ordered(first.value, second.value);
  }
  if (first.kind === "instance" && second.kind === "instance") {
    return first.constant !== undefined && second.constant !== undefined
      ? first.constant.ordinal - second.constant.ordinal
      : numberOf(run.invoke(first, "compareTo", [second], at));
  }
  return undefined;
}

function ordered(one: unknown, other: unknown): number | undefined {
  return one === null || other === null || typeof one !== typeof other
    ? undefined
    : (one as string | number) < (other as string | number)
      ? -1
      : one === other
        ? 0
        : 1;
}

/** `compare` of a comparator. */
export function compared(
  run: ModelRun,
  comparator: Value,
  one: Value,
  other: Value,
  at: Location,
): number | undefined {
  return numberOf(
    comparator.kind === "instance"
      ? run.invoke(comparator, "compare", [one, other], at)
      : run.apply(comparator, [one, other]),
  );
}

/** Items in the order of a comparator, or in their own; undefined where that is not known. */
export function inOrder(
  run: ModelRun,
  items: readonly Value[],
  comparator: Value | undefined,
  at: Location,
): readonly Value[] | undefined {
  let isKnown = true;
  const compare = (one: Value, other: Value): number => {
    const result =
      comparator === undefined || isNull(comparator)
        ? comparison(run, one, other, at)
        : compared(run, comparator, one, other, at);
    isKnown &&= result !== undefined;
    return result ?? 0;
  };
  const result = items.length > 200 ? undefined : [...items].sort(compare);
  return isKnown ? result : undefined;
}
