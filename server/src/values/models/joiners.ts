import type { Invocation, Model, ModelRun } from "../model.ts";
import { joined } from "../modelling/joining.ts";
import { argument, asList, asMap, noResult } from "../modelling/model-help.ts";
import { constantOf, isNull, stringOf } from "../texts.ts";
import type { MapValue, Value } from "../value.ts";

const base = "com.google.common.base";
const classes = {
  joiner: `${base}.Joiner`,
  mapJoiner: `${base}.Joiner.MapJoiner`,
  splitter: `${base}.Splitter`,
  mapSplitter: `${base}.Splitter.MapSplitter`,
};

/** Guava's `Joiner` and `Splitter`: maps of what they are told. */
export const joiners: Model = {
  id: "joiners",
  classes: Object.values(classes),
  call(run, call) {
    const own = asMap(call.receiver);
    if (own === undefined) {
      return call.receiver === undefined && call.method === "on"
        ? run.newMap(
            call.class,
            [[constantOf("on"), run.text(argument(call, 0), call.name)]],
            call.name,
          )
        : undefined;
    }
    switch (call.method) {
      case "skipNulls":
      case "trimResults":
      case "omitEmptyStrings":
        return told(
          run,
          call,
          own,
          call.arguments.length === 0 ? constantOf(true) : noResult(call),
        );
      case "useForNull":
      case "limit":
        return told(run, call, own, argument(call, 0));
      case "withKeyValueSeparator": {
        const result = run.copy(
          own,
          own.class === classes.joiner ? classes.mapJoiner : classes.mapSplitter,
          call.name,
        );
        run.put(result, constantOf("between"), run.text(argument(call, 0), call.name));
        return result;
      }
      case "join":
        return own.class === classes.mapJoiner
          ? mapText(run, call, own)
          : text(run, call, own, call.arguments);
      case "split":
      case "splitToList":
      case "splitToStream":
        return own.class === classes.mapSplitter ? mapOf(run, call, own) : partsOf(run, call, own);
      default:
        return noResult(call);
    }
  },
};

/** Each method gives another one with what it is told. */
function told(run: ModelRun, call: Invocation, own: MapValue, value: Value): MapValue {
  const result = run.copy(own, own.class, call.name);
  run.put(result, constantOf(call.method), value);
  return result;
}

function text(run: ModelRun, call: Invocation, own: MapValue, args: readonly Value[]): Value {
  const [only] = args;
  const list = args.length === 1 ? asList(only) : run.newList("java.util.List", args, call.name);
  if (list === undefined) {
    return noResult(call);
  }
  const forNull = run.entry(own, "useForNull");
  const values = run.newList("java.util.List", [], call.name);
  const { items, open } = run.items(list);
  for (const { value, conditions } of items) {
    const given = isNull(value) ? forNull : value;
    if (!isNull(given)) {
      run.under(conditions, () => run.add(values, given));
    }
  }
  if (open !== undefined) {
    run.open(values, open);
  }
  return joined(run, call, run.entry(own, "on"), [values]);
}

function mapText(run: ModelRun, call: Invocation, own: MapValue): Value {
  const map = asMap(argument(call, 0));
  if (map === undefined || run.entries(map).open !== undefined) {
    return noResult(call);
  }
  const entries = run.invoke(map, "entrySet", [], call.name);
  const pairs = (entries.kind === "list" ? run.items(entries).items : []).map(({ value }) =>
    text(
      run,
      call,
      run.newMap(classes.joiner, [[constantOf("on"), run.entry(own, "between")]], call.name),
      [value],
    ),
  );
  return joined(run, call, run.entry(own, "on"), pairs);
}

function partsOf(run: ModelRun, call: Invocation, own: MapValue): Value {
  const on = run.entry(own, "on");
  const pattern = stringOf(on);
  const limit = run.entry(own, "limit");
  if (pattern === undefined) {
    return noResult(call);
  }
  const quoted = constantOf(`\\Q${pattern}\\E`);
  const all = isNull(limit) ? constantOf(-1) : limit;
  const split = asList(run.invoke(argument(call, 0), "split", [quoted, all], call.name));
  const result = run.newList(
    call.method === "splitToStream" ? "java.util.stream.Stream" : "java.util.List",
    [],
    call.name,
  );
  const { items, open } = split === undefined ? { items: [], open: undefined } : run.items(split);
  for (const { value, conditions } of items) {
    const item = isNull(run.entry(own, "trimResults"))
      ? value
      : run.invoke(value, "trim", [], call.name);
    if (isNull(run.entry(own, "omitEmptyStrings")) || stringOf(item) !== "") {
      run.under(conditions, () => run.add(result, item));
    }
  }
  if (open !== undefined) {
    run.open(result, open);
  }
  return split === undefined ? noResult(call) : result;
}

function mapOf(run: ModelRun, call: Invocation, own: MapValue): Value {
  const parts = asList(partsOf(run, { ...call, method: "split" }, own));
  const between = stringOf(run.entry(own, "between"));
  const map = run.newMap("java.util.LinkedHashMap", [], call.name);
  if (parts === undefined || between === undefined) {
    return noResult(call);
  }
  const { items, open } = run.items(parts);
  for (const { value } of items) {
    const quoted = constantOf(`\\Q${between}\\E`);
    const pair = asList(run.invoke(value, "split", [quoted, constantOf(2)], call.name));
    const [key, content] = pair === undefined ? [] : run.items(pair).items;
    if (key !== undefined && content !== undefined) {
      run.put(map, key.value, content.value);
    }
  }
  if (open !== undefined) {
    run.open(map, open);
  }
  return map;
}
