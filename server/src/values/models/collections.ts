import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, eachItem, noResult, nothing } from "../modelling/model-help.ts";
import { inOrder } from "../modelling/ordering.ts";
import { removeItems } from "../modelling/removal.ts";
import { sameObjects } from "../modelling/same.ts";
import { allOf, ofCollections, ofSequence } from "../modelling/sequences.ts";
import { addToSet, isComparator, isSet, settled } from "../modelling/sets.ts";
import { derived } from "../scalars/derived.ts";
import { not } from "../scalars/operators.ts";
import { constantOf, isSame, numberOf, plain, unknownOf } from "../texts.ts";
import type { List, MapValue, Value } from "../value.ts";

/** Lists, sets, queues, arrays and iterators of the JDK and of Guava. */
export const collections: Model = {
  id: "collections",
  classes: [
    "kind:list",
    "java.util.List",
    "java.util.Set",
    "java.util.Collection",
    "java.util.Collections",
    "java.util.Arrays",
    "java.util.ArrayList",
    "java.util.LinkedList",
    "java.util.ArrayDeque",
    "java.util.Vector",
    "java.util.Stack",
    "java.util.HashSet",
    "java.util.LinkedHashSet",
    "java.util.TreeSet",
    "java.util.EnumSet",
    "java.util.concurrent.CopyOnWriteArrayList",
    "com.google.common.collect.ImmutableList",
    "com.google.common.collect.ImmutableSet",
    "com.google.common.collect.Lists",
    "com.google.common.collect.Sets",
    "org.apache.commons.lang3.ArrayUtils",
  ],
  call(run, call) {
    const list = asList(call.receiver);
    if (call.receiver === undefined) {
      return made(run, call);
    }
    return list === undefined ? undefined : onList(run, call, list);
  },
};

function made(run: ModelRun, call: Invocation): Value | undefined {
  const first = call.arguments[0];
  const className = classOfNew(call);
  if (call.class.endsWith(".EnumSet")) {
    return enumSet(run, call);
  }
  switch (call.method) {
    case "list":
      return first?.kind === "list" ? run.copy(first, "java.util.ArrayList", call.name) : undefined;
    case "new": {
      if (call.class.endsWith("TreeSet") && isComparator(first)) {
        return { ...run.newList(call.class, [], call.name), order: first };
      }
      const source = asList(first);
      return source === undefined
        ? newList(run, call, call.class, first)
        : settled(run, run.copy(source, call.class, call.name), call.name);
    }
    case "of":
    case "asList":
    case "newArrayList":
    case "newLinkedList":
    case "newHashSet":
    case "newLinkedHashSet":
    case "singletonList":
    case "singleton":
    case "newTreeSet":
    case "newArrayDeque":
      return settled(run, listOf(run, call, className), call.name);
    case "copyOfRange":
      return copiedArray(run, call);
    case "copyOf":
      if (call.class === "java.util.Arrays") {
        return copiedArray(run, call);
      }
      return first?.kind === "list"
        ? settled(run, run.copy(first, className, call.name), call.name)
        : first;
    case "unmodifiableList":
    case "unmodifiableSet":
    case "unmodifiableSortedSet":
    case "unmodifiableCollection":
    case "synchronizedList":
    case "synchronizedSet":
      return first;
    case "unmodifiableMap":
    case "synchronizedMap":
      return first;
    case "emptyList":
    case "emptySet":
      return run.newList(className, [], call.name);
    case "emptyMap":
      return run.newMap("java.util.Map", [], call.name);
    case "singletonMap": {
      const second = call.arguments[1];
      return first === undefined || second === undefined
        ? undefined
        : run.newMap("java.util.Map", [[first, second]], call.name);
    }
    case "addAll": {
      const list = asList(first);
      if (list !== undefined) {
        const rest = call.arguments.slice(1);
        const array = rest.length === 1 ? asList(rest[0]) : undefined;
        if (array?.class === "[]") {
          addAll(run, call, list, array);
        } else {
          for (const it of rest) {
            addOne(run, call, list, it);
          }
        }
      }
      return constantOf(true, [call.name]);
    }
    case "stream":
      return first?.kind === "list"
        ? run.copy(first, "java.util.stream.Stream", call.name)
        : undefined;
    case "builder":
      return run.newList(`${call.class}.Builder`, [], call.name);
    case "toString":
      return first?.kind === "list"
        ? run.text(run.copy(first, "java.util.List", call.name), call.name)
        : undefined;
    case "sort":
    case "reverse":
      arrange(run, call, asList(argument(call, 0)), call.arguments[1]);
      return nothing(call);
    case "swap":
    case "rotate":
      return moved(run, call, asList(first));
    case "shuffle":
      return nothing(call);
    default:
      return call.class === "java.util.Collections" ? ofCollections(run, call) : undefined;
  }
}

/** Guava's and the JDK's factories by what they make. */
function classOfNew({ class: name, method }: Invocation): string {
  if (method === "newHashSet" || method === "newLinkedHashSet" || method === "newTreeSet") {
    return `java.util.${method.slice("new".length)}`;
  }
  return method === "singleton" || /Set$|\.Sets$/.test(name) ? "java.util.Set" : "java.util.List";
}

/** `Arrays.copyOf(array, length)`, `copyOfRange(array, from, to)`: what goes beyond the array is null, or zero. */
function copiedArray(run: ModelRun, call: Invocation): Value | undefined {
  const [array, ...bounds] = call.arguments;
  const items = allOf(run, asList(array));
  const [from, to] =
    call.method === "copyOf"
      ? [0, numberOf(bounds[0])]
      : [numberOf(bounds[0]), numberOf(bounds[1])];
  if (items === undefined || from === undefined || to === undefined || to - from > 500) {
    return undefined;
  }
  const isOfObjects = items.every(
    (it) => it.kind !== "constant" || (typeof it.value === "string" && it.type !== "char"),
  );
  const beyond = isOfObjects ? constantOf(null) : unknownOf("several-values", [call.name]);
  return run.newList(
    "[]",
    Array.from({ length: Math.max(to - from, 0) }, (_, index) => items[from + index] ?? beyond),
    call.name,
  );
}

/** `replaceAll(item -> other)` */
function replacedItems(run: ModelRun, call: Invocation, list: List, callee: Value): Value {
  const { items } = run.items(list);
  for (const [index, it] of items.entries()) {
    run.under(it.conditions, () => run.set(list, index, run.apply(callee, [it.value])));
  }
  return nothing(call);
}

/** `swap(list, i, j)`, `rotate(list, distance)` */
function moved(run: ModelRun, call: Invocation, list: List | undefined): Value {
  const items = allOf(run, list);
  const [one, other] = call.arguments.slice(1).map((it) => numberOf(it));
  if (list === undefined || items === undefined || one === undefined) {
    return nothing(call);
  }
  const count = items.length;
  const isRotation = call.method === "rotate";
  const ordered = items.map((_, index) =>
    isRotation
      ? items[(((index - one) % count) + count) % count]
      : items[index === one ? (other ?? index) : index === other ? one : index],
  );
  run.clear(list);
  for (const it of ordered) {
    run.add(list, it ?? noResult(call));
  }
  return nothing(call);
}

function addOne(run: ModelRun, call: Invocation, list: List, value: Value): Value {
  if (isSet(list)) {
    return addToSet(run, list, value, call.name);
  }
  run.add(list, value);
  return constantOf(true, [call.name]);
}

/** The constants of an enum, in their order. */
function enumSet(run: ModelRun, call: Invocation): Value | undefined {
  const [first, second] = call.arguments;
  const type =
    first?.kind === "class"
      ? first.type.declaration
      : first?.kind === "instance"
        ? first.class
        : undefined;
  const all = type === undefined ? undefined : run.items(run.enumConstants(type, call.name)).items;
  const ordinal = (it: Value | undefined) =>
    it?.kind === "instance" ? (it.constant?.ordinal ?? -1) : -1;
  const chosen = (isIn: (place: number) => boolean) =>
    run.newList(
      "java.util.Set",
      (all ?? []).map((it) => it.value).filter((it) => isIn(ordinal(it))),
      call.name,
    );
  switch (call.method) {
    case "allOf":
      return all === undefined ? undefined : chosen(() => true);
    case "noneOf":
      return run.newList("java.util.Set", [], call.name);
    case "range":
      return all === undefined
        ? undefined
        : chosen((it) => it >= ordinal(first) && it <= ordinal(second));
    case "of":
      return all === undefined
        ? listOf(run, call, "java.util.Set")
        : chosen((it) => call.arguments.some((its) => ordinal(its) === it));
    case "copyOf":
      return first?.kind === "list" ? run.copy(first, "java.util.Set", call.name) : undefined;
    case "complementOf": {
      const items = first?.kind === "list" ? run.items(first).items.map((it) => it.value) : [];
      const [one] = items;
      const others =
        one?.kind === "instance"
          ? run.items(run.enumConstants(one.class, call.name)).items
          : undefined;
      return others === undefined
        ? undefined
        : run.newList(
            "java.util.Set",
            others
              .map((it) => it.value)
              .filter((it) => items.every((its) => ordinal(its) !== ordinal(it))),
            call.name,
          );
    }
    default:
      return undefined;
  }
}

/** Puts the items of a list into order, where that is known. */
function arrange(
  run: ModelRun,
  call: Invocation,
  list: List | undefined,
  comparator: Value | undefined,
): void {
  const { items, open } = list === undefined ? { items: [], open: undefined } : run.items(list);
  const values = items.map((it) => it.value);
  const isSure = open === undefined && items.every((it) => it.conditions.length === 0);
  const ordered = !isSure
    ? undefined
    : call.method === "reverse"
      ? values.toReversed()
      : inOrder(run, values, comparator, call.name);
  if (list !== undefined && ordered !== undefined) {
    run.clear(list);
    for (const it of ordered) {
      run.add(list, it);
    }
  }
}

/** `new ArrayList<>(unknown)` may hold anything, `new ArrayList<>(10)` nothing. */
function newList(
  run: ModelRun,
  call: Invocation,
  className: string,
  first: Value | undefined,
): List {
  const list = run.newList(className, [], call.name);
  if (first !== undefined && numberOf(first) === undefined) {
    run.open(
      list,
      unknownOf("several-values", [call.name], "It is a copy of a collection that is not known."),
    );
  }
  return list;
}

function listOf(run: ModelRun, call: Invocation, className: string): List {
  const [only] = call.arguments;
  const array = call.arguments.length === 1 ? asList(only) : undefined;
  const isSpread =
    array !== undefined &&
    !call.method.startsWith("singleton") &&
    (array.class === "[]" || call.method.startsWith("new"));
  const list = isSpread
    ? run.copy(array, className, call.name)
    : run.newList(className, call.arguments, call.name);
  if (!isSpread && call.method.startsWith("new") && only?.kind === "unknown") {
    run.open(list, unknownOf("several-values", [call.name]));
  }
  return list;
}

function onList(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const { viewOf } = list;
  if (viewOf === undefined || !/^(remove|removeIf|removeAll|retainAll|clear)$/.test(call.method)) {
    return answered(run, call, list);
  }
  const answer = answered(run, call, list);
  takeOut(run, call, viewOf, allOf(run, list));
  return answer;
}

/** What is no more in the keys, values or entries of a map is no more in the map. */
function takeOut(
  run: ModelRun,
  call: Invocation,
  map: MapValue,
  left: readonly Value[] | undefined,
): void {
  const { entries } = run.entries(map);
  const isLeft = (it: (typeof entries)[number]) =>
    left?.some((item) => {
      const parts =
        item.kind === "list" && item.class === "java.util.Map.Entry" ? allOf(run, item) : undefined;
      return run.keyOf(parts?.[0] ?? item) === it.key || item === it.value;
    });
  if (left === undefined) {
    run.open(map, unknownOf("open-map", [call.name], "Some of its entries are taken out."));
    return;
  }
  for (const it of entries.filter((entry) => isLeft(entry) !== true)) {
    run.remove(map, constantOf(it.key));
  }
}

function answered(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const first = call.arguments[0];
  const second = call.arguments[1];
  if (list.class === "java.util.Map.Entry") {
    return onEntry(run, call, list);
  }
  if (list.class === "java.util.Iterator") {
    return onIterator(run, call, list);
  }
  switch (call.method) {
    case "add":
    case "addLast":
    case "offer":
    case "offerLast":
    case "offerFirst":
    case "addFirst":
    case "push": {
      if (first === undefined) {
        return undefined;
      }
      if (isSet(list) && second === undefined) {
        return addToSet(run, list, first, call.name);
      }
      const isFront = /First$|^push$/.test(call.method);
      const index = second === undefined ? (isFront ? 0 : undefined) : numberOf(first);
      run.add(list, second ?? first, index);
      return list.class.endsWith(".Builder") ? list : constantOf(true, [call.name]);
    }
    case "addAll":
      if (second !== undefined) {
        return insertAll(run, call, list, numberOf(first), asList(second));
      }
      addAll(run, call, list, argument(call, 0));
      return list.class.endsWith(".Builder") ? list : constantOf(true, [call.name]);
    case "build": {
      const className = list.class.includes("Set") ? "java.util.Set" : "java.util.List";
      return settled(run, run.copy(list, className, call.name), call.name);
    }
    case "set":
      return setAt(run, call, list);
    case "get":
    case "elementAt":
    case "getFirst":
    case "getLast":
    case "peek":
    case "element":
    case "first":
      return elementAt(run, call, list);
    case "remove":
    case "removeFirst":
    case "poll":
    case "pop":
      return removed(run, call, list);
    case "removeIf":
      return first && removeItems(run, call, list, (it) => run.apply(first, [it]));
    case "replaceAll":
      return first && replacedItems(run, call, list, first);
    case "retainAll":
    case "removeAll":
      return removedBy(run, call, list, asList(first));
    case "clear":
      run.clear(list);
      return nothing(call);
    case "size":
    case "length":
      return sized(run, call, list);
    case "isEmpty":
      return emptiness(run, call, list);
    case "contains":
      return first === undefined ? undefined : contained(run, call, list, first);
    case "indexOf":
      return indexOf(run, call, list, first);
    case "forEach":
      if (first !== undefined) {
        eachItem(run, list, call.name, (it) => run.apply(first, [it]));
      }
      return nothing(call);
    case "iterator":
    case "listIterator":
    case "elements":
      return run.copy(list, "java.util.Iterator", call.name);
    case "hasMoreElements":
      return onIterator(run, { ...call, method: "hasNext" }, list);
    case "nextElement":
      return onIterator(run, { ...call, method: "next" }, list);
    case "spliterator":
      return list;
    case "stream":
    case "parallelStream":
      return run.copy(list, "java.util.stream.Stream", call.name);
    case "toArray":
      return list.class === "java.util.stream.Stream" ? undefined : run.copy(list, "[]", call.name);
    case "clone":
      return run.copy(list, list.class, call.name);
    case "subList":
      return part(run, call, list);
    case "sort":
      arrange(run, call, list, call.arguments[0]);
      return nothing(call);
    case "trimToSize":
    case "ensureCapacity":
      return nothing(call);
    case "reversed":
    case "hashCode":
      return noResult(call);
    case "toString":
      return run.text(list, call.name);
    case "equals":
      return first === undefined
        ? undefined
        : isSame(list, first)
          ? constantOf(true, [call.name])
          : sameItems(run, call, list, first);
    default:
      return ofSequence(run, call, list);
  }
}

/** `List.equals`: item by item; `Set.equals`: as many, and all of them. */
function sameItems(run: ModelRun, call: Invocation, list: List, other: Value): Value {
  const [items, others] = [allOf(run, list), allOf(run, asList(other))];
  if (items === undefined || others === undefined || list.class === "[]") {
    return noResult(call);
  }
  const isConstant = [...items, ...others].every((it) => it.kind === "constant");
  if (!isConstant || isSet(list) !== (other.kind === "list" && isSet(other))) {
    return noResult(call);
  }
  const isThere = (it: Value, index: number) =>
    isSet(list)
      ? others.some((its) => isSame(it, its))
      : others[index] !== undefined && isSame(it, others[index]);
  return constantOf(items.length === others.length && items.every(isThere), [call.name]);
}

function onEntry(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const [key, value] = run.items(list).items;
  switch (call.method) {
    case "getKey":
      return key?.value;
    case "getValue":
      return value?.value;
    case "toString":
      return run.text(list, call.name);
    default:
      return undefined;
  }
}

/** An iterator is the list of what it has yet to give. */
function onIterator(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const { items, open } = run.items(list);
  const [next] = items;
  switch (call.method) {
    case "hasNext":
      if (next !== undefined && next.conditions.length === 0) {
        return constantOf(true, [call.name]);
      }
      return next === undefined && open === undefined
        ? constantOf(false, [call.name])
        : noResult(call);
    case "next":
      if (next === undefined) {
        return open === undefined
          ? run.throws("java.util.NoSuchElementException", undefined, call.name)
          : unknownOf(open.reason, [call.name], open.detail);
      }
      run.removeAt(list, 0);
      return next.conditions.length === 0 ? next.value : unknownOf("several-values", [call.name]);
    case "remove":
      return nothing(call);
    case "forEachRemaining": {
      const callee = argument(call, 0);
      eachItem(run, list, call.name, (it) => run.apply(callee, [it]));
      return nothing(call);
    }
    default:
      return undefined;
  }
}

function addAll(run: ModelRun, call: Invocation, list: List, source: Value): void {
  for (const it of source.kind === "oneOf" ? source.values : [{ value: source, conditions: [] }]) {
    run.under(it.conditions, () => {
      const other = asList(it.value);
      const content = other === undefined ? undefined : run.items(other);
      for (const item of content?.items ?? []) {
        run.under(item.conditions, () => addOne(run, call, list, item.value));
      }
      if (content === undefined || content.open !== undefined) {
        run.open(
          list,
          content?.open ??
            unknownOf(
              "several-values",
              [call.name],
              "All of a collection that is not known is added.",
            ),
        );
      }
    });
  }
}

/** `addAll(index, collection)` */
function insertAll(
  run: ModelRun,
  call: Invocation,
  list: List,
  index: number | undefined,
  source: List | undefined,
): Value {
  const [items, own] = [allOf(run, source), allOf(run, list)];
  if (items === undefined || own === undefined || index === undefined) {
    run.open(list, unknownOf("several-values", [call.name]));
    return noResult(call);
  }
  for (const [place, it] of items.entries()) {
    run.add(list, it, index + place);
  }
  return constantOf(items.length > 0, [call.name]);
}

function setAt(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const index = numberOf(call.arguments[0]);
  const value = call.arguments[1];
  if (value === undefined) {
    return undefined;
  }
  if (index === undefined) {
    run.open(list, unknownOf("several-values", [call.name]));
  } else {
    run.set(list, index, value);
  }
  return nothing(call);
}

function elementAt(run: ModelRun, call: Invocation, list: List): Value {
  const { items, open } = run.items(list);
  const index =
    call.method === "get" || call.method === "elementAt"
      ? numberOf(plain(argument(call, 0)))
      : call.method === "getLast"
        ? items.length - 1
        : 0;
  if (index === undefined) {
    return unknownOf("several-values", [call.name]);
  }
  const item = items[index];
  const isCertain = items.slice(0, index + 1).every((it) => it.conditions.length === 0);
  if (item !== undefined && isCertain) {
    return item.value;
  }
  if (open === undefined && item === undefined && items.every((it) => it.conditions.length === 0)) {
    return call.method === "peek"
      ? constantOf(null, [call.name])
      : run.throws(
          "java.lang.IndexOutOfBoundsException",
          `Index ${index} out of bounds for length ${items.length}`,
          call.name,
        );
  }
  return unknownOf(open?.reason ?? "several-values", [call.name], open?.detail);
}

function removed(run: ModelRun, call: Invocation, list: List): Value {
  const { items } = run.items(list);
  const [first] = call.arguments;
  const number = first === undefined ? 0 : numberOf(first);
  const index = number ?? items.findIndex((it) => first !== undefined && isSame(it.value, first));
  const item = items[index];
  if (item === undefined) {
    return call.method === "poll" ? constantOf(null, [call.name]) : noResult(call);
  }
  run.removeAt(list, index);
  return number === undefined ? constantOf(true, [call.name]) : item.value;
}

function sized(run: ModelRun, call: Invocation, list: List): Value {
  const { items, open } = run.items(list);
  return open === undefined && items.every((it) => it.conditions.length === 0)
    ? constantOf(items.length, [call.name])
    : { ...noResult(call), key: `length(${list.id})` };
}

function emptiness(run: ModelRun, call: Invocation, list: List): Value {
  const { items, open } = run.items(list);
  if (items.some((it) => it.conditions.length === 0)) {
    return constantOf(false, [call.name]);
  }
  return items.length === 0 && open === undefined
    ? constantOf(true, [call.name])
    : { ...noResult(call), key: `empty(${list.id})` };
}

/** `removeAll(other)`, `retainAll(other)` */
function removedBy(run: ModelRun, call: Invocation, list: List, other: List | undefined): Value {
  if (other === undefined) {
    run.open(list, unknownOf("several-values", [call.name], "Items are removed from it."));
    return noResult(call);
  }
  return removeItems(run, call, list, (it) => {
    const isThere = contained(run, call, other, it);
    return call.method === "removeAll" ? isThere : not(isThere);
  });
}

function contained(run: ModelRun, call: Invocation, list: List, value: Value): Value {
  const { items, open } = run.items(list);
  const tests = items.map((it) => ({
    test: sameObjects(run, it.value, value, call.name),
    conditions: it.conditions,
  }));
  if (
    tests.some(
      (it) => it.conditions.length === 0 && it.test.kind === "constant" && it.test.value === true,
    )
  ) {
    return constantOf(true, [call.name]);
  }
  if (
    open === undefined &&
    tests.every((it) => it.test.kind === "constant" && it.test.value === false)
  ) {
    return constantOf(false, [call.name]);
  }
  return derived(
    [{ ...noResult(call), key: `items(${list.id})` }, value],
    "contains",
    call.name,
    () => undefined,
  );
}

function indexOf(run: ModelRun, call: Invocation, list: List, value: Value | undefined): Value {
  const { items, open } = run.items(list);
  const index =
    value === undefined ? -1 : items.findIndex((it) => isSame(plain(it.value), plain(value)));
  return open === undefined &&
    items.every((it) => it.value.kind === "constant" && it.conditions.length === 0)
    ? constantOf(index, [call.name])
    : noResult(call);
}

function part(run: ModelRun, call: Invocation, list: List): Value {
  const [from, to] = call.arguments.map((it) => numberOf(it));
  const { items, open } = run.items(list);
  const result = run.newList("java.util.List", [], call.name);
  if (
    from === undefined ||
    to === undefined ||
    open !== undefined ||
    items.some((it) => it.conditions.length > 0)
  ) {
    run.open(result, open ?? unknownOf("several-values", [call.name]));
    return result;
  }
  for (const it of items.slice(from, to)) {
    run.add(result, it.value);
  }
  return result;
}
