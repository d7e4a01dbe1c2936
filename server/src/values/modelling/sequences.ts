import type { Invocation, ModelRun } from "../model.ts";
import { equal } from "../scalars/equality.ts";
import { constantOf, isNull, numberOf, plain, unknownOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { List, Value } from "../value.ts";
import { asList, noResult } from "./model-help.ts";
import { comparison, inOrder } from "./ordering.ts";

/** The items of a list of which all is known. */
export function allOf(run: ModelRun, list: List | undefined): readonly Value[] | undefined {
  if (list === undefined) {
    return undefined;
  }
  const { items, open } = run.items(list);
  return open === undefined && items.every((it) => it.conditions.length === 0)
    ? items.map((it) => it.value)
    : undefined;
}

/** What `java.util.Collections` reads out of collections; undefined where it is another of its methods. */
export function ofCollections(run: ModelRun, call: Invocation): Value | undefined {
  const [first, second] = call.arguments;
  switch (call.method) {
    case "max":
    case "min": {
      const items = allOf(run, asList(first));
      const ordered =
        items === undefined ? undefined : inOrder(run, items, call.arguments[1], call.name);
      return (call.method === "max" ? ordered?.at(-1) : ordered?.[0]) ?? noResult(call);
    }
    case "nCopies": {
      const count = numberOf(first);
      return count === undefined || count > 500 || second === undefined
        ? undefined
        : run.newList(
            "java.util.List",
            Array.from({ length: count }, () => second),
            call.name,
          );
    }
    case "frequency": {
      const tests = allOf(run, asList(first))?.map((it) => sameAs(it, second, call));
      return tests?.every((it) => it !== undefined)
        ? constantOf(tests.filter((it) => it).length, [call.name])
        : noResult(call);
    }
    case "disjoint": {
      const [one, other] = [asList(first), asList(second)].map((it) => allOf(run, it));
      const tests = one?.flatMap((it) => other?.map((its) => sameAs(it, its, call)) ?? [undefined]);
      return tests?.every((it) => it !== undefined)
        ? constantOf(!tests.includes(true), [call.name])
        : noResult(call);
    }
    default:
      return undefined;
  }
}

/** What lists, deques and sorted sets answer beyond the calls of every collection. */
export function ofSequence(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const isSorted = /(TreeSet|SkipListSet)$/.test(list.class);
  const [first] = call.arguments;
  const items = allOf(run, list);
  switch (call.method) {
    case "peekFirst":
    case "peekLast":
    case "last":
      return items === undefined
        ? noResult(call)
        : ((call.method === "peekFirst" ? items[0] : items.at(-1)) ?? noItem(run, call));
    case "pollFirst":
    case "pollLast":
    case "removeLast": {
      const index = call.method === "pollFirst" ? 0 : (items?.length ?? 0) - 1;
      const item = items?.[index];
      if (items === undefined) {
        run.open(list, unknownOf("several-values", [call.name]));
        return noResult(call);
      }
      if (item !== undefined) {
        run.removeAt(list, index);
      }
      return item ?? noItem(run, call);
    }
    case "lastIndexOf":
      return placeOf(items, first, call);
    case "containsAll": {
      const others = allOf(run, asList(first));
      const tests = others?.map((it) => run.invoke(list, "contains", [it], call.name));
      return tests === undefined ? noResult(call) : allTrue(tests, call);
    }
    case "floor":
    case "ceiling":
    case "lower":
    case "higher":
      return isSorted && first !== undefined ? nearest(run, call, items, first) : undefined;
    case "headSet":
    case "tailSet":
    case "descendingSet":
      return isSorted ? viewOf(run, call, list, items) : undefined;
    default:
      return undefined;
  }
}

function noItem(run: ModelRun, call: Invocation): Value {
  return call.method.startsWith("p")
    ? constantOf(null, [call.name])
    : run.throws("java.util.NoSuchElementException", undefined, call.name);
}

function sameAs(one: Value, other: Value | undefined, call: Invocation): boolean | undefined {
  return other === undefined
    ? undefined
    : truthOfConstant(equal(plain(one), plain(other), call.name));
}

function allTrue(tests: readonly Value[], call: Invocation): Value {
  const truths = tests.map(truthOfConstant);
  return truths.includes(false)
    ? constantOf(false, [call.name])
    : truths.includes(undefined)
      ? noResult(call)
      : constantOf(true, [call.name]);
}

function placeOf(
  items: readonly Value[] | undefined,
  value: Value | undefined,
  call: Invocation,
): Value {
  const tests = items?.map((it) => sameAs(it, value, call));
  return tests?.every((it) => it !== undefined)
    ? constantOf(tests.lastIndexOf(true), [call.name])
    : noResult(call);
}

/** The item of a sorted set that is nearest to a value at one side of it; null where there is none. */
function nearest(
  run: ModelRun,
  call: Invocation,
  items: readonly Value[] | undefined,
  value: Value,
): Value {
  const places = items?.map((it) => comparison(run, it, value, call.name));
  if (items === undefined || !places?.every((it) => it !== undefined)) {
    return noResult(call);
  }
  const isBelow = call.method === "floor" || call.method === "lower";
  const takesEqual = call.method === "floor" || call.method === "ceiling";
  const fits = (place: number | undefined) =>
    place !== undefined && (place === 0 ? takesEqual : isBelow ? place < 0 : place > 0);
  const chosen = items.filter((_, index) => fits(places[index]));
  return (isBelow ? chosen.at(-1) : chosen[0]) ?? constantOf(null, [call.name]);
}

function viewOf(
  run: ModelRun,
  call: Invocation,
  list: List,
  items: readonly Value[] | undefined,
): Value | undefined {
  const [bound, inclusive] = call.arguments;
  if (call.method === "descendingSet") {
    return items === undefined
      ? undefined
      : run.newList("java.util.LinkedHashSet", items.toReversed(), call.name);
  }
  const isHead = call.method === "headSet";
  const takesEqual = inclusive === undefined ? !isHead : truthOfConstant(inclusive);
  if (bound === undefined || isNull(bound) || takesEqual === undefined) {
    return undefined;
  }
  const places = items?.map((it) => comparison(run, it, bound, call.name));
  return places?.every((it) => it !== undefined)
    ? run.newList(
        list.class,
        (items ?? []).filter((_, index) => {
          const place = places[index] ?? 0;
          return place === 0 ? takesEqual : isHead ? place < 0 : place > 0;
        }),
        call.name,
      )
    : undefined;
}
