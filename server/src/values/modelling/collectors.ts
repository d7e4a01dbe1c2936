import type { Invocation, ModelRun } from "../model.ts";
import { constantOf, isNull, unknownOf } from "../texts.ts";
import type { List, Value } from "../value.ts";
import { joined } from "./joining.ts";
import { asList, eachItem, nothing } from "./model-help.ts";
import { inOrder } from "./ordering.ts";
import { settled } from "./sets.ts";

/** What a collector, a list of its name and arguments, makes of a stream; undefined where it is not known. */
export function collected(
  run: ModelRun,
  call: Invocation,
  list: List,
  collector: Value | undefined,
): Value | undefined {
  const parts = asList(collector);
  const [name, ...args] = parts === undefined ? [] : run.items(parts).items.map((it) => it.value);
  const [first, second] = args;
  const method = name?.kind === "constant" ? String(name.value) : "";
  switch (method) {
    case "toList":
    case "toUnmodifiableList":
      return run.copy(list, "java.util.List", call.name);
    case "toCollection":
      return inCollection(run, call, list, first);
    case "toSet":
    case "toUnmodifiableSet":
      return run.invoke(run.invoke(list, "distinct", [], call.name), "toSet", [], call.name);
    case "joining":
      return textOfAll(run, call, list, args);
    case "counting":
      return run.invoke(list, "count", [], call.name);
    case "toMap":
    case "toUnmodifiableMap":
    case "toConcurrentMap":
      return mapped(run, call, list, args);
    case "mapping":
    case "filtering":
    case "flatMapping": {
      const step = method === "mapping" ? "map" : method === "filtering" ? "filter" : "flatMap";
      const changed = asList(run.invoke(list, step, first === undefined ? [] : [first], call.name));
      return changed === undefined ? undefined : collected(run, call, changed, second);
    }
    case "collectingAndThen": {
      const inner = collected(run, call, list, first);
      return inner === undefined || second === undefined ? undefined : run.apply(second, [inner]);
    }
    case "minBy":
    case "maxBy":
      return extreme(run, call, list, first, method === "maxBy");
    case "partitioningBy":
    case "groupingBy":
    case "groupingByConcurrent":
      return first === undefined ? undefined : grouped(run, call, list, args, method);
    default:
      return undefined;
  }
}

function inCollection(run: ModelRun, call: Invocation, list: List, maker: Value | undefined): List {
  const made = maker === undefined ? undefined : asList(run.apply(maker, []));
  return settled(run, run.copy(list, made?.class ?? "java.util.List", call.name), call.name);
}

function textOfAll(run: ModelRun, call: Invocation, list: List, args: readonly Value[]): Value {
  const [separator, prefix, suffix] = args;
  const inner = joined(run, call, separator ?? constantOf(""), [
    run.copy(list, "java.util.List", call.name),
  ]);
  return prefix === undefined
    ? inner
    : run.text(
        run.newList(
          "java.lang.StringBuilder",
          [prefix, inner, suffix ?? constantOf("")],
          call.name,
        ),
        call.name,
      );
}

function mapped(run: ModelRun, call: Invocation, list: List, args: readonly Value[]): Value {
  const [keyOf, contentOf, merge, maker] = args;
  const made = maker === undefined ? undefined : run.apply(maker, []);
  const className = made?.kind === "map" ? made.class : "java.util.HashMap";
  const map = run.newMap(className, [], call.name);
  if (keyOf !== undefined && contentOf !== undefined) {
    eachItem(run, list, call.name, (item) => {
      const key = run.apply(keyOf, [item]);
      const value = run.apply(contentOf, [item]);
      const own = run.keyOf(key);
      const before = own === undefined ? undefined : run.entry(map, own);
      const isAgain = merge !== undefined && before !== undefined && !isNull(before);
      run.put(map, key, isAgain ? run.apply(merge, [before, value]) : value);
    });
  }
  return map;
}

/** The least or the greatest, as an Optional. */
export function extreme(
  run: ModelRun,
  call: Invocation,
  list: List,
  comparator: Value | undefined,
  isGreatest: boolean,
): Value {
  const { items, open } = run.items(list);
  const isSure = open === undefined && items.every((it) => it.conditions.length === 0);
  const values = items.map((it) => it.value);
  const ordered = isSure ? inOrder(run, values, comparator, call.name) : undefined;
  const chosen = isGreatest ? ordered?.at(-1) : ordered?.[0];
  const missing = isSure && items.length === 0;
  return run.newList(
    "java.util.Optional",
    [chosen ?? (missing ? constantOf(null) : unknownOf("several-values", [call.name]))],
    call.name,
  );
}

/** `groupingBy(key)`, `(key, collector)`, `(key, map, collector)`; `partitioningBy` has both truths. */
function grouped(
  run: ModelRun,
  call: Invocation,
  list: List,
  args: readonly Value[],
  method: string,
): Value {
  const [keyOf = constantOf(null)] = args;
  const inner =
    args.length > 1
      ? args.at(-1)
      : run.newList("java.util.stream.Collector", [constantOf("toList")], call.name);
  const made = args[2] === undefined || args[1] === undefined ? undefined : run.apply(args[1], []);
  const map = run.newMap(made?.kind === "map" ? made.class : "java.util.HashMap", [], call.name);
  const groups = new Map<string, { readonly key: Value; readonly list: List }>();
  const groupOf = (key: Value): List | undefined => {
    const own = run.keyOf(key);
    if (own === undefined) {
      return undefined;
    }
    const group = groups.get(own) ?? {
      key,
      list: run.newList("java.util.stream.Stream", [], call.name),
    };
    groups.set(own, group);
    return group.list;
  };
  if (method === "partitioningBy") {
    groupOf(constantOf(false));
    groupOf(constantOf(true));
  }
  eachItem(run, list, call.name, (item) => {
    const key = run.apply(keyOf, [item]);
    const own = groupOf(key);
    if (own !== undefined) {
      run.add(own, item);
    } else if (method === "partitioningBy") {
      const into = (side: boolean) => () => {
        const group = groupOf(constantOf(side));
        if (group !== undefined) {
          run.add(group, item);
        }
        return nothing(call);
      };
      run.branch(key, call.name, { whenTrue: into(true), whenFalse: into(false) });
    } else {
      run.open(map, unknownOf("open-map", [call.name]));
    }
  });
  for (const { key, list: group } of groups.values()) {
    const value = collected(run, call, group, inner);
    run.put(map, key, value ?? unknownOf("run-time-data", [call.name]));
  }
  return map;
}
