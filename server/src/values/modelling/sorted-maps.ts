import type { Location } from "../../text/range.ts";
import type { Invocation, ModelRun } from "../model.ts";
import { constantOf, isNull } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { MapValue, Value } from "../value.ts";
import { noResult } from "./model-help.ts";
import { compared, comparison } from "./ordering.ts";

/** An entry of a sorted map: its key as a value. */
export type Entry = readonly [key: Value, value: Value];

/** What sorted maps answer beyond the calls of every map, given their entries in order; undefined where it is another call. */
export function ofSortedMap(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  entries: readonly Entry[] | undefined,
): Value | undefined {
  const { method } = call;
  const key = call.arguments[0];
  if (/^(first|last)(Key|Entry)$/.test(method)) {
    const chosen = method.startsWith("first") ? entries?.[0] : entries?.at(-1);
    return entries === undefined ? noResult(call) : answer(run, call, chosen);
  }
  if (/^(floor|ceiling|lower|higher)(Key|Entry)$/.test(method) && key !== undefined) {
    return nearest(run, call, map, entries, key);
  }
  switch (method) {
    case "pollFirstEntry":
    case "pollLastEntry": {
      const chosen = method === "pollFirstEntry" ? entries?.[0] : entries?.at(-1);
      if (chosen !== undefined) {
        run.remove(map, chosen[0]);
      }
      return entries === undefined ? noResult(call) : answer(run, call, chosen);
    }
    case "headMap":
    case "tailMap":
      return key === undefined ? undefined : part(run, call, map, entries, key);
    case "descendingMap":
      return entries === undefined
        ? noResult(call)
        : run.newMap("java.util.LinkedHashMap", entries.toReversed(), call.name);
    default:
      return undefined;
  }
}

/** The key or the entry; without one `firstKey` and `lastKey` throw, the others give null. */
function answer(run: ModelRun, call: Invocation, entry: Entry | undefined): Value {
  if (entry === undefined) {
    return /^(first|last)Key$/.test(call.method)
      ? run.throws("java.util.NoSuchElementException", undefined, call.name)
      : constantOf(null, [call.name]);
  }
  return call.method.endsWith("Entry")
    ? run.newList("java.util.Map.Entry", [...entry], call.name)
    : entry[0];
}

function placesOf(
  run: ModelRun,
  map: MapValue,
  entries: readonly Entry[],
  key: Value,
  at: Location,
): readonly number[] | undefined {
  const places = entries.map(([it]) =>
    map.order === undefined ? comparison(run, it, key, at) : compared(run, map.order, it, key, at),
  );
  return places.every((it) => it !== undefined) ? places : undefined;
}

/** The entries on one side of a place, with what is equal to it or without. */
function beside(
  entries: readonly Entry[],
  places: readonly number[],
  isBelow: boolean,
  takesEqual: boolean,
): readonly Entry[] {
  return entries.filter((_, index) => {
    const place = places[index] ?? 0;
    return place === 0 ? takesEqual : isBelow ? place < 0 : place > 0;
  });
}

function nearest(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  entries: readonly Entry[] | undefined,
  key: Value,
): Value {
  const places = entries && placesOf(run, map, entries, key, call.name);
  if (entries === undefined || places === undefined) {
    return noResult(call);
  }
  const isBelow = /^(floor|lower)/.test(call.method);
  const takesEqual = /^(floor|ceiling)/.test(call.method);
  const chosen = beside(entries, places, isBelow, takesEqual);
  return answer(run, call, isBelow ? chosen.at(-1) : chosen[0]);
}

function part(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  entries: readonly Entry[] | undefined,
  key: Value,
): Value {
  const places =
    isNull(key) || entries === undefined ? undefined : placesOf(run, map, entries, key, call.name);
  const isHead = call.method === "headMap";
  const inclusive = call.arguments[1];
  const takesEqual = inclusive === undefined ? !isHead : truthOfConstant(inclusive);
  if (entries === undefined || places === undefined || takesEqual === undefined) {
    return noResult(call);
  }
  const kept = beside(entries, places, isHead, takesEqual);
  return run.newMap("java.util.LinkedHashMap", kept, call.name);
}
