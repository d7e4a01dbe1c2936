import type { Invocation, Model, ModelRun } from "../model.ts";
import { collected, extreme } from "../modelling/collectors.ts";
import { argument, asList, eachItem, noResult, nothing } from "../modelling/model-help.ts";
import { inOrder } from "../modelling/ordering.ts";
import { sameObjects } from "../modelling/same.ts";
import { allOf } from "../modelling/sequences.ts";
import { settled } from "../modelling/sets.ts";
import { constantOf, isSame, numberOf, plain, unknownOf } from "../texts.ts";
import { truthOfConstant } from "../truth.ts";
import type { List, Value } from "../value.ts";

/** `java.util.stream` over what is known: a stream is the list of its elements. */
export const streams: Model = {
  id: "streams",
  classes: [
    "java.util.stream.Stream",
    "java.util.stream.IntStream",
    "java.util.stream.Collectors",
    "java.util.stream.StreamSupport",
  ],
  call(run, call) {
    if (call.receiver === undefined) {
      return made(run, call);
    }
    const list = asList(call.receiver);
    return list === undefined || !list.class.startsWith("java.util.stream.")
      ? undefined
      : onStream(run, call, list);
  },
};

const className = "java.util.stream.Stream";

function made(run: ModelRun, call: Invocation): Value | undefined {
  const [first, second] = call.arguments;
  if (call.class.endsWith("Collectors")) {
    // A collector is known by its name and arguments.
    return run.newList(
      "java.util.stream.Collector",
      [constantOf(call.method), ...call.arguments],
      call.name,
    );
  }
  switch (call.method) {
    case "stream":
      // `StreamSupport.stream(items.spliterator(), false)`
      return first?.kind === "list" ? run.copy(first, className, call.name) : undefined;
    case "iterate":
      return iterated(run, call);
    case "of": {
      const array = call.arguments.length === 1 ? asList(first) : undefined;
      return array?.class === "[]"
        ? run.copy(array, className, call.name)
        : run.newList(className, call.arguments, call.name);
    }
    case "empty":
      return run.newList(className, [], call.name);
    case "concat": {
      const list = run.newList(className, [], call.name);
      for (const it of [first, second]) {
        const source = asList(it);
        if (source !== undefined) {
          eachItem(run, source, call.name, (item) => run.add(list, item));
        } else {
          run.open(list, unknownOf("several-values", [call.name]));
        }
      }
      return list;
    }
    case "range":
    case "rangeClosed": {
      const [from, to] = [numberOf(first), numberOf(second)];
      const list = run.newList(className, [], call.name);
      if (from === undefined || to === undefined || to - from > 500) {
        run.open(list, unknownOf("run-time-data", [call.name], "a range that is not known"));
        return list;
      }
      for (let it = from; it < (call.method === "range" ? to : to + 1); it++) {
        run.add(list, constantOf(it, [call.name]));
      }
      return list;
    }
    default:
      return undefined;
  }
}

/** `iterate(seed, isThere, next)`; without a condition it has no end, and as many items as `limit` is likely to take. */
function iterated(run: ModelRun, call: Invocation): List | undefined {
  const [seed, second, third] = call.arguments;
  const next = third ?? second;
  if (seed === undefined || next === undefined) {
    return undefined;
  }
  const list = run.newList(className, [], call.name);
  let item = seed;
  for (let count = 0; count < 100; count++) {
    const isThere = third === undefined ? true : truthOfConstant(run.apply(second ?? next, [item]));
    if (isThere === false) {
      return list;
    }
    if (isThere === undefined) {
      break;
    }
    run.add(list, item);
    item = run.apply(next, [item]);
  }
  run.open(list, unknownOf("several-values", [call.name], "a stream without an end"));
  return list;
}

function onStream(run: ModelRun, call: Invocation, list: List): Value | undefined {
  const first = argument(call, 0);
  switch (call.method) {
    case "map":
    case "mapToObj":
    case "mapToInt":
    case "mapToLong":
      return transformed(run, call, list, (item, result) =>
        run.add(result, run.apply(first, [item])),
      );
    case "flatMap":
      return transformed(run, call, list, (item, result) => {
        const inner = asList(run.apply(first, [item]));
        if (inner === undefined) {
          run.open(result, unknownOf("several-values", [call.name]));
        } else {
          eachItem(run, inner, call.name, (it) => run.add(result, it));
        }
      });
    case "filter":
      return transformed(run, call, list, (item, result) => {
        run.branch(run.apply(first, [item]), call.name, {
          whenTrue: () => {
            run.add(result, item);
            return nothing(call);
          },
          whenFalse: () => nothing(call),
        });
      });
    case "peek":
    case "forEach":
    case "forEachOrdered":
      eachItem(run, list, call.name, (it) => run.apply(first, [it]));
      return call.method === "peek" ? list : nothing(call);
    case "boxed":
    case "parallel":
    case "sequential":
    case "unordered":
    case "onClose":
      return list;
    case "sorted":
      return sorted(run, call, list);
    case "min":
    case "max":
      return extreme(run, call, list, call.arguments[0], call.method === "max");
    case "toSet":
      return settled(run, run.copy(list, "java.util.HashSet", call.name), call.name);
    case "distinct":
      return distinct(run, call, list);
    case "limit":
    case "skip":
      return part(run, call, list);
    case "takeWhile":
    case "dropWhile":
      return leading(run, call, list, first);
    case "sum":
      return summed(run, call, list);
    case "collect":
      return collected(run, call, list, first);
    case "toList":
      return run.copy(list, "java.util.List", call.name);
    case "toArray":
      return run.copy(list, "[]", call.name);
    case "iterator":
      return run.copy(list, "java.util.Iterator", call.name);
    case "count":
      return run.invoke(run.copy(list, "java.util.List", call.name), "size", [], call.name);
    case "findFirst":
    case "findAny":
      return found(run, call, list);
    case "anyMatch":
    case "allMatch":
    case "noneMatch":
      return matched(run, call, list, first);
    case "reduce":
      return reduced(run, call, list);
    default:
      return undefined;
  }
}

function transformed(
  run: ModelRun,
  call: Invocation,
  list: List,
  body: (item: Value, result: List) => void,
): List {
  const result = run.newList(className, [], call.name);
  eachItem(run, list, call.name, (item) => body(item, result));
  const { open } = run.items(list);
  if (open !== undefined) {
    run.open(result, open);
  }
  return result;
}

function sorted(run: ModelRun, call: Invocation, list: List): List {
  const { items, open } = run.items(list);
  const isSure = open === undefined && items.every((it) => it.conditions.length === 0);
  const values = items.map((it) => it.value);
  const ordered = isSure ? inOrder(run, values, call.arguments[0], call.name) : undefined;
  return ordered === undefined ? list : run.newList(className, ordered, call.name);
}

function distinct(run: ModelRun, call: Invocation, list: List): List {
  const { items, open } = run.items(list);
  const result = run.newList(className, [], call.name);
  const seen: Value[] = [];
  for (const it of items) {
    const isSeen = (other: Value) =>
      isSame(other, it.value) ||
      truthOfConstant(sameObjects(run, other, it.value, call.name)) === true;
    if (!seen.some(isSeen)) {
      seen.push(it.value);
      run.under(it.conditions, () => run.add(result, it.value));
    }
  }
  if (open !== undefined) {
    run.open(result, open);
  }
  return result;
}

function part(run: ModelRun, call: Invocation, list: List): List {
  const count = numberOf(argument(call, 0));
  const { items, open } = run.items(list);
  if (count === undefined || open !== undefined || items.some((it) => it.conditions.length > 0)) {
    return list;
  }
  const kept = call.method === "limit" ? items.slice(0, count) : items.slice(count);
  return run.newList(
    className,
    kept.map((it) => it.value),
    call.name,
  );
}

/** `takeWhile`, `dropWhile` */
function leading(run: ModelRun, call: Invocation, list: List, callee: Value): List | undefined {
  const items = allOf(run, list);
  const truths = items?.map((it) => truthOfConstant(run.apply(callee, [it])));
  const end = truths?.findIndex((it) => it !== true) ?? 0;
  if (items === undefined || (end !== -1 && truths?.[end] === undefined)) {
    return undefined;
  }
  const length = end === -1 ? items.length : end;
  const kept = call.method === "takeWhile" ? items.slice(0, length) : items.slice(length);
  return run.newList(className, kept, call.name);
}

function summed(run: ModelRun, call: Invocation, list: List): Value {
  const numbers = allOf(run, list)?.map((it) => numberOf(plain(it)));
  return numbers?.every((it) => it !== undefined && Number.isInteger(it))
    ? constantOf(
        numbers.reduce((sum: number, it) => sum + (it ?? 0), 0),
        [call.name],
      )
    : noResult(call);
}

function found(run: ModelRun, call: Invocation, list: List): Value {
  const { items, open } = run.items(list);
  const [next] = items;
  if (next !== undefined && next.conditions.length === 0) {
    return run.newList("java.util.Optional", [next.value], call.name);
  }
  if (next === undefined && open === undefined) {
    return run.newList("java.util.Optional", [constantOf(null, [call.name])], call.name);
  }
  return run.newList("java.util.Optional", [unknownOf("several-values", [call.name])], call.name);
}

function matched(run: ModelRun, call: Invocation, list: List, callee: Value): Value {
  const { items, open } = run.items(list);
  const truths = items.map((it) => ({
    truth: it.conditions.length > 0 ? undefined : truthOfConstant(run.apply(callee, [it.value])),
  }));
  const decisive = call.method !== "allMatch";
  const whenDecided = call.method === "anyMatch";
  if (truths.some((it) => it.truth === decisive)) {
    return constantOf(whenDecided, [call.name]);
  }
  return open === undefined && truths.every((it) => it.truth !== undefined)
    ? constantOf(!whenDecided, [call.name])
    : noResult(call);
}

function reduced(run: ModelRun, call: Invocation, list: List): Value {
  const { items, open } = run.items(list);
  const [start, callee] =
    call.arguments.length === 1
      ? [undefined, argument(call, 0)]
      : [argument(call, 0), argument(call, 1)];
  if (open !== undefined || items.some((it) => it.conditions.length > 0)) {
    return unknownOf("several-values", [call.name]);
  }
  let value = start;
  for (const it of items) {
    value = value === undefined ? it.value : run.apply(callee, [value, it.value]);
  }
  // Without a start the result is an Optional.
  return start === undefined
    ? run.newList("java.util.Optional", [value ?? constantOf(null, [call.name])], call.name)
    : (value ?? start);
}
