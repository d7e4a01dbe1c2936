import type { Location } from "../../text/range.ts";
import type { ModelRun } from "../model.ts";
import { hashOrder } from "../scalars/hash-order.ts";
import { constantOf, unknownOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { List, Value } from "../value.ts";
import { compared, inOrder } from "./ordering.ts";
import { sameObjects } from "./same.ts";

/** Whether a value given to the constructor of a sorted set or map is a comparator, no collection. */
export function isComparator(value: Value | undefined): value is Value {
  return (
    value?.kind === "function" ||
    value?.kind === "instance" ||
    (value?.kind === "object" && /Comparator$/.test(value.class ?? ""))
  );
}

/** Whether a list stands for a set. */
export function isSet({ class: name }: List): boolean {
  return name.endsWith("Set");
}

/** Adds to a set what it does not hold, in its place; the answer of `add`. */
export function addToSet(run: ModelRun, set: List, value: Value, at: Location): Value {
  const { items, open } = run.items(set);
  const tests = items.map((it) =>
    it.conditions.length > 0 ? undefined : isSameIn(run, set, it.value, value, at),
  );
  if (tests.includes(true)) {
    return constantOf(false, [at]);
  }
  const isSure = open === undefined && items.every((it) => it.conditions.length === 0);
  const values = items.map((it) => it.value);
  const ordered = isSure ? orderOf(run, set, [...values, value], at) : undefined;
  if (ordered === undefined || ordered.at(-1) === value) {
    run.add(set, value);
  } else {
    run.clear(set);
    for (const it of ordered) {
      run.add(set, it);
    }
  }
  return open === undefined && tests.every((it) => it === false)
    ? constantOf(true, [at])
    : unknownOf("several-values", [at]);
}

/** A set with a comparator holds one of those that it takes for equal. */
function isSameIn(
  run: ModelRun,
  set: List,
  one: Value,
  other: Value,
  at: Location,
): boolean | undefined {
  if (set.order === undefined) {
    return truthOfConstant(sameObjects(run, one, other, at));
  }
  const place = compared(run, set.order, one, other, at);
  return place === undefined ? undefined : place === 0;
}

/** Puts a copy of other items into the form of its set: each once, in the set's order. A list of another kind stays as it is. */
export function settled(run: ModelRun, list: List, at: Location): List {
  const { items, open } = isSet(list) ? run.items(list) : { items: [], open: undefined };
  if (open !== undefined || items.length < 2 || items.length > mostSettled) {
    return list;
  }
  run.clear(list);
  for (const { value, conditions } of items) {
    run.under(conditions, () => addToSet(run, list, value, at));
  }
  return list;
}

const mostSettled = 200;

/** A TreeSet is sorted, a HashSet goes by the buckets of its items; others, and what is not known, as they were added. */
function orderOf(
  run: ModelRun,
  set: List,
  values: readonly Value[],
  at: Location,
): readonly Value[] | undefined {
  if (/(TreeSet|SkipListSet)$/.test(set.class)) {
    return inOrder(run, values, set.order, at);
  }
  const keyed = values.flatMap((value) =>
    value.kind === "constant" && typeof value.value === "string"
      ? [{ key: value.value, value }]
      : [],
  );
  return set.class === "java.util.HashSet" && keyed.length === values.length
    ? hashOrder(keyed).map((it) => it.value)
    : undefined;
}
