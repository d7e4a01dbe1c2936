import type { Invocation, Model, ModelRun } from "../model.ts";
import {
  argument,
  asList,
  asMap,
  isPresent,
  noResult,
  nothing,
  orElse,
} from "../modelling/model-help.ts";
import { isOpened } from "../modelling/opened.ts";
import { inOrder as sortedKeys } from "../modelling/ordering.ts";
import { loadInto } from "../modelling/properties-source.ts";
import { groupAsked } from "../modelling/property-groups.ts";
import { isComparator } from "../modelling/sets.ts";
import { type Entry, ofSortedMap } from "../modelling/sorted-maps.ts";
import { keyValueOf } from "../running/objects.ts";
import { derived } from "../scalars/derived.ts";
import { hashOrder } from "../scalars/hash-order.ts";
import { constantOf, distribute, isNull, textOf, unknownOf } from "../texts.ts";
import type { MapValue, Value } from "../value.ts";

/** `java.util.Map` in all its classes, `Properties`, and Guava's immutable maps. */
export const maps: Model = {
  id: "maps",
  classes: [
    "kind:map",
    "java.util.Map",
    "java.util.HashMap",
    "java.util.LinkedHashMap",
    "java.util.TreeMap",
    "java.util.SortedMap",
    "java.util.NavigableMap",
    "java.util.Hashtable",
    "java.util.EnumMap",
    "java.util.IdentityHashMap",
    "java.util.Properties",
    "java.util.concurrent.ConcurrentHashMap",
    "java.util.concurrent.ConcurrentMap",
    "java.util.Map.Entry",
    "java.util.AbstractMap.SimpleEntry",
    "java.util.AbstractMap.SimpleImmutableEntry",
    "com.google.common.collect.ImmutableMap",
    "com.google.common.collect.Maps",
  ],
  call(run, call) {
    if (call.receiver === undefined) {
      return made(run, call);
    }
    const map = asMap(call.receiver);
    if (map === undefined) {
      return undefined;
    }
    return isOpened(map) ? undefined : onMap(run, call, map);
  },
};

function made(run: ModelRun, call: Invocation): Value | undefined {
  const [first, second] = call.arguments;
  switch (call.method) {
    case "new": {
      if (call.class.includes("SimpleEntry") || call.class.includes("SimpleImmutableEntry")) {
        return run.newList("java.util.Map.Entry", call.arguments, call.name);
      }
      const source = asMap(first);
      // `new Properties(defaults)`: the defaults answer where nothing was set.
      if (source !== undefined) {
        return run.copy(source, call.class, call.name);
      }
      const map = run.newMap(call.class, [], call.name);
      if (call.class.endsWith("TreeMap") && isComparator(first)) {
        return { ...map, order: first };
      }
      if (first?.kind === "oneOf" || (first !== undefined && mayBeMap(first))) {
        putAll(run, call, map);
      }
      return map;
    }
    case "of":
      return run.newMap("java.util.Map", pairs(call.arguments), call.name);
    case "entry":
      return run.newList("java.util.Map.Entry", call.arguments, call.name);
    case "ofEntries": {
      const map = run.newMap("java.util.Map", [], call.name);
      for (const it of entriesGiven(run, call)) {
        const entry = asList(it);
        const [key, value] = entry === undefined ? [] : run.items(entry).items;
        if (key !== undefined && value !== undefined) {
          run.put(map, key.value, value.value);
        } else {
          run.open(map, unknownOf("open-map", it.at));
        }
      }
      return map;
    }
    case "copyOf":
      return first?.kind === "map" ? run.copy(first, "java.util.Map", call.name) : undefined;
    case "newHashMap":
    case "newLinkedHashMap":
    case "newConcurrentMap":
    case "newTreeMap":
      return first?.kind === "map"
        ? run.copy(first, "java.util.HashMap", call.name)
        : run.newMap("java.util.HashMap", [], call.name);
    case "builder":
    case "builderWithExpectedSize":
      return run.newMap("com.google.common.collect.ImmutableMap.Builder", [], call.name);
    default:
      return second === undefined ? undefined : undefined;
  }
}

/** Not a size, a comparator or a class of keys. */
function mayBeMap(value: Value): boolean {
  return (
    value.kind === "unknown" ||
    (value.kind === "object" && (value.class === undefined || /Map|Properties/.test(value.class)))
  );
}

function entriesGiven(run: ModelRun, call: Invocation): readonly Value[] {
  const [only] = call.arguments;
  const list = call.arguments.length === 1 ? asList(only) : undefined;
  return list !== undefined && list.class === "[]"
    ? run.items(list).items.map((it) => it.value)
    : call.arguments;
}

function pairs(args: readonly Value[]): readonly (readonly [Value, Value])[] {
  const result: (readonly [Value, Value])[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    const key = args[index];
    const value = args[index + 1];
    if (key !== undefined && value !== undefined) {
      result.push([key, value]);
    }
  }
  return result;
}

function onMap(run: ModelRun, call: Invocation, map: MapValue): Value | undefined {
  const { method } = call;
  const key = call.arguments[0];
  const second = call.arguments[1];
  switch (method) {
    case "get":
    case "getProperty":
    case "getOrDefault": {
      const value = entry(run, map, key, call);
      return second === undefined
        ? value
        : noted(
            run,
            call,
            orElse(run, value, call.name, () => second),
          );
    }
    case "put":
    case "setProperty":
    case "replace": {
      if (key === undefined || second === undefined) {
        return undefined;
      }
      const before = call.method === "put" ? entry(run, map, key, call) : nothing(call);
      run.put(map, key, second);
      return map.class.endsWith("ImmutableMap.Builder") ? map : before;
    }
    case "putIfAbsent":
    case "computeIfAbsent":
      return key === undefined || second === undefined
        ? undefined
        : putIfAbsent(run, call, map, key, second);
    case "computeIfPresent":
    case "compute":
    case "merge":
      return recomputed(run, call, map);
    case "putAll":
      return putAll(run, call, map);
    case "remove":
      return key === undefined ? undefined : removed(run, call, map, key);
    case "clear":
      run.clear(map);
      return nothing(call);
    case "containsKey":
    case "contains":
      return key === undefined ? undefined : isPresent(entry(run, map, key, call), call.name);
    case "isEmpty":
    case "size":
      return counted(run, call, map);
    case "build":
    case "buildOrThrow":
      return run.copy(map, "java.util.Map", call.name);
    case "clone":
      return run.copy(map, map.class, call.name);
    case "keySet":
    case "stringPropertyNames":
    case "navigableKeySet":
    case "propertyNames":
    case "keys":
    case "values":
    case "entrySet":
      return views(run, call, map);
    case "forEach":
      if (key !== undefined) {
        for (const it of inOrder(run, call, map, run.entries(map).entries)) {
          run.under(it.conditions, () => run.apply(key, [keyValueOf(map, it.key), it.value]));
        }
        const { open } = run.entries(map);
        if (open !== undefined) {
          run.each(call.name, () =>
            run.apply(key, [
              unknownKey(map, call),
              { ...unknownOf(open.reason, [call.name], open.detail), key: `value(${map.id})` },
            ]),
          );
        }
      }
      return nothing(call);
    case "toString":
      return textOfMap(run, call, map);
    case "load":
    case "loadFromXML":
      return load(run, call, map);
    case "store":
    case "list":
      return nothing(call);
    case "replaceAll":
      return key === undefined ? undefined : replacedAll(run, call, map, key);
    default:
      return isSorted(map) ? ofSortedMap(run, call, map, sortedEntries(run, call, map)) : undefined;
  }
}

/** `replaceAll((key, value) -> other)` */
function replacedAll(run: ModelRun, call: Invocation, map: MapValue, callee: Value): Value {
  const { entries, open } = run.entries(map);
  for (const it of entries) {
    const key = keyValueOf(map, it.key);
    run.under(it.conditions, () => run.put(map, key, run.apply(callee, [key, it.value])));
  }
  if (open !== undefined) {
    run.open(map, unknownOf(open.reason, [call.name], open.detail));
  }
  return nothing(call);
}

function isSorted({ class: name }: MapValue): boolean {
  return /(TreeMap|SkipListMap)$/.test(name);
}

/** The entries of a sorted map in its order; undefined where not all is known. */
function sortedEntries(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
): readonly Entry[] | undefined {
  const { entries, open } = run.entries(map);
  return open !== undefined || entries.some((it) => it.conditions.length > 0)
    ? undefined
    : inOrder(run, call, map, entries).map((it) => [keyValueOf(map, it.key), it.value]);
}

/** `{a=1, b=2}` */
function textOfMap(run: ModelRun, call: Invocation, map: MapValue): Value {
  const { entries, open } = run.entries(map);
  if (open !== undefined || entries.some((it) => it.conditions.length > 0)) {
    return unknownOf("several-values", [call.name], "the text of a map");
  }
  const parts = inOrder(run, call, map, entries).flatMap((it, index) => [
    constantOf(index === 0 ? "" : ", "),
    run.text(keyValueOf(map, it.key), call.name),
    constantOf("="),
    run.text(it.value, call.name),
  ]);
  return distribute([constantOf("{"), ...parts, constantOf("}")], textOf);
}

function entry(run: ModelRun, map: MapValue, key: Value | undefined, call: Invocation): Value {
  const own = key === undefined ? undefined : run.keyOf(key);
  if (own === undefined) {
    return key?.kind === "oneOf"
      ? run.branchOf(key, (it) => entry(run, map, it, call))
      : {
          ...unknownOf("run-time-data", [call.name], "The key is not known before the run."),
          key: `entry(${map.id},?)`,
        };
  }
  return noted(run, call, groupAsked(run, map, own, run.entry(map, own), call));
}

function noted(run: ModelRun, call: Invocation, value: Value): Value {
  if (value.kind === "input" && value.given === undefined) {
    run.input(value.input, value.key, value.default, call.name);
  }
  return value;
}

function putIfAbsent(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  key: Value,
  second: Value,
): Value {
  const present = entry(run, map, key, call);
  const make = (): Value => {
    const value = call.method === "computeIfAbsent" ? run.apply(second, [key]) : second;
    run.put(map, key, value);
    return value;
  };
  return orElse(run, present, call.name, make);
}

/** `merge(key, value, function)`, `compute(key, function)`, `computeIfPresent(key, function)`: a null takes the key out. */
function recomputed(run: ModelRun, call: Invocation, map: MapValue): Value {
  const [key, second, third] = call.arguments;
  const isMerge = call.method === "merge";
  const callee = isMerge ? third : second;
  const before = key === undefined ? undefined : entry(run, map, key, call);
  if (key === undefined || second === undefined || callee === undefined || before === undefined) {
    return noResult(call);
  }
  const isSure = before.kind !== "oneOf" && before.kind !== "input" && before.kind !== "unknown";
  if (!isSure) {
    run.put(map, key, noResult(call));
    return noResult(call);
  }
  if (isNull(before) && call.method !== "compute") {
    if (isMerge) {
      run.put(map, key, second);
    }
    return isMerge ? second : before;
  }
  const value = run.apply(callee, isMerge ? [before, second] : [key, before]);
  if (isNull(value)) {
    run.remove(map, key);
  } else {
    run.put(map, key, value);
  }
  return value;
}

function putAll(run: ModelRun, call: Invocation, map: MapValue): Value {
  const source = argument(call, 0);
  for (const it of source.kind === "oneOf" ? source.values : [{ value: source, conditions: [] }]) {
    run.under(it.conditions, () => {
      if (it.value.kind === "map") {
        run.putAll(map, it.value);
      } else {
        run.open(
          map,
          unknownOf("open-map", [call.name], "All of a map that is not known is put into it."),
        );
      }
    });
  }
  return map.class.endsWith("ImmutableMap.Builder") ? map : nothing(call);
}

function removed(run: ModelRun, call: Invocation, map: MapValue, key: Value): Value {
  const before = entry(run, map, key, call);
  run.remove(map, key);
  return before;
}

function counted(run: ModelRun, call: Invocation, map: MapValue): Value {
  const { entries, open } = run.entries(map);
  if (open === undefined && entries.every((it) => it.conditions.length === 0)) {
    return constantOf(call.method === "size" ? entries.length : entries.length === 0, [call.name]);
  }
  if (call.method === "isEmpty" && entries.some((it) => it.conditions.length === 0)) {
    return constantOf(false, [call.name]);
  }
  return derived(
    [{ ...noResult(call), key: `entries(${map.id})` }],
    call.method,
    call.name,
    () => undefined,
  );
}

/** Keys, values or entries as they are now. */
function views(run: ModelRun, call: Invocation, map: MapValue): Value {
  const { entries, open } = run.entries(map);
  const isValues = call.method === "values";
  const isEntries = call.method === "entrySet";
  const list = run.newList(isValues ? "java.util.Collection" : "java.util.Set", [], call.name);
  for (const it of inOrder(run, call, map, entries)) {
    const key = keyValueOf(map, it.key);
    run.under(it.conditions, () =>
      run.add(
        list,
        isEntries
          ? run.newList("java.util.Map.Entry", [key, it.value], call.name)
          : isValues
            ? it.value
            : key,
      ),
    );
  }
  if (open !== undefined) {
    const key = unknownKey(map, call);
    const value = { ...unknownOf(open.reason, [call.name], open.detail), key: `value(${map.id})` };
    run.openList(
      list,
      open,
      isEntries
        ? run.newList("java.util.Map.Entry", [key, value], call.name)
        : isValues
          ? value
          : key,
    );
  }
  return { ...list, viewOf: map };
}

/** A HashMap of texts gives its entries in the order of its buckets. */
function inOrder<T extends { readonly key: string }>(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  entries: readonly T[],
): readonly T[] {
  if (isSorted(map)) {
    return sortedByKey(run, call, map, entries);
  }
  const isHashed = /[.]util[.](HashMap|concurrent[.]ConcurrentHashMap)$/.test(map.class);
  const isOfTexts = entries.every((it) => typeof keyConstant(map, it.key) === "string");
  return isHashed && isOfTexts ? hashOrder(entries) : entries;
}

function sortedByKey<T extends { readonly key: string }>(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  entries: readonly T[],
): readonly T[] {
  const keys = new Map(entries.map((it) => [keyValueOf(map, it.key), it]));
  const sorted = sortedKeys(run, [...keys.keys()], map.order, call.name) ?? [];
  const found = sorted.flatMap((it) => keys.get(it) ?? []);
  return found.length === entries.length ? found : entries;
}

function keyConstant(map: MapValue, key: string): unknown {
  const value = keyValueOf(map, key);
  return value.kind === "constant" ? value.value : undefined;
}

function unknownKey(map: MapValue, call: Invocation): Value {
  return {
    ...unknownOf("open-map", [call.name], "a key that is not known before the run"),
    key: `keys(${map.id})`,
  };
}

/** `load(stream or reader)`, `loadFromXML(stream)`; several possible files under their conditions. */
function load(run: ModelRun, call: Invocation, map: MapValue): Value {
  const source = argument(call, 0);
  if (isNull(source)) {
    return run.throws("java.lang.NullPointerException", undefined, call.name);
  }
  const form = call.method === "loadFromXML" ? "xml" : "lines";
  loadInto(run, map, source, call.name, undefined, form);
  return nothing(call);
}
