import type { Location } from "../../../text/range.ts";
import type { Invocation, ModelRun } from "../../model.ts";
import { argument, isPresent, noResult, nothing } from "../../modelling/model-help.ts";
import { parsedNumber } from "../../scalars/numbers.ts";
import { constantOf, isNull, stringOf } from "../../texts.ts";
import type { MapValue, Value } from "../../value.ts";
import { delimiterOf, flat, listAt, rawOf, subsetOf, valueAt, valuesOf } from "./reading.ts";
import { addValue, loadValues } from "./sources.ts";

/** What a configuration answers, and what changes it. */
export function onConfiguration(
  run: ModelRun,
  call: Invocation,
  configuration: MapValue,
): Value | undefined {
  const { method, name: at } = call;
  const [first, second] = call.arguments;
  const key = stringOf(first?.kind === "class" ? second : first);
  if (/^get(String|Property|Int(eger)?|Long|Short|Byte|Double|Float|Boolean)?$/.test(method)) {
    return key === undefined ? noResult(call) : got(run, call, configuration, key);
  }
  switch (method) {
    case "getStringArray":
    case "getList":
      return key === undefined ? noResult(call) : listOf(run, call, configuration, key);
    case "containsKey":
      return key === undefined ? noResult(call) : isPresent(rawOf(run, configuration, key, at), at);
    case "isEmpty":
    case "size": {
      const values = valuesOf(run, flat(run, configuration, at));
      return values === undefined ? noResult(call) : run.invoke(values, method, [], at);
    }
    case "getKeys":
      return keysOf(run, call, configuration);
    case "subset":
    case "immutableSubset":
    case "configurationAt":
      return key === undefined ? noResult(call) : subsetOf(run, configuration, key, at);
    default:
      return (
        fileMethod(run, call, configuration, configuration) ??
        changed(run, call, configuration) ??
        noResult(call)
      );
  }
}

/** What names a file, and what reads it; `holder` keeps the name. */
export function fileMethod(
  run: ModelRun,
  call: Invocation,
  configuration: MapValue,
  holder: MapValue,
): Value | undefined {
  switch (call.method) {
    case "setFileName":
    case "setFile":
    case "setURL":
    case "setPath":
      run.put(holder, constantOf("file"), argument(call, 0));
      return nothing(call);
    case "load":
    case "read":
      load(run, configuration, call.arguments[0] ?? run.entry(holder, "file"), call.name);
      return nothing(call);
    default:
      return undefined;
  }
}

/** Adds what a file says. */
export function load(run: ModelRun, configuration: MapValue, source: Value, at: Location): void {
  const values = valuesOf(run, configuration);
  const form = /[.](XML|YAML|JSON)/.exec(configuration.class)?.[1];
  if (values !== undefined) {
    loadValues(run, values, source, {
      form: form === "XML" ? "xml" : form === undefined ? "properties" : "data",
      delimiter: delimiterOf(run, configuration),
      at,
    });
  }
}

function changed(run: ModelRun, call: Invocation, configuration: MapValue): Value | undefined {
  const { method, name: at } = call;
  const [first, second] = call.arguments;
  const key = stringOf(first);
  const values = valuesOf(run, configuration);
  const layers = run.entry(configuration, "layers");
  if (values === undefined) {
    return undefined;
  }
  switch (method) {
    case "setProperty":
      run.put(values, argument(call, 0), argument(call, 1));
      break;
    case "addProperty":
      if (key !== undefined && second !== undefined) {
        addValue(run, values, key, second);
      }
      break;
    case "clearProperty":
      run.remove(values, argument(call, 0));
      break;
    case "clear":
      run.clear(values);
      break;
    case "addConfiguration":
      if (layers.kind === "list" && first !== undefined) {
        run.add(layers, first);
      }
      break;
    case "append":
    case "copy": {
      const others = first?.kind === "map" ? valuesOf(run, flat(run, first, at)) : undefined;
      if (others !== undefined) {
        run.putAll(values, others);
      }
      break;
    }
    case "setListDelimiter":
      run.put(configuration, constantOf("delimiter"), argument(call, 0));
      break;
    case "setDelimiterParsingDisabled":
      if (first?.kind === "constant") {
        const delimiter = constantOf(first.value === true ? null : ",");
        run.put(configuration, constantOf("delimiter"), delimiter);
      }
      break;
    default:
      return /^set[A-Z]/.test(method) ? nothing(call) : undefined;
  }
  return nothing(call);
}

function got(run: ModelRun, call: Invocation, configuration: MapValue, key: string): Value {
  const { method, name: at } = call;
  const isTyped = call.arguments[0]?.kind === "class";
  const fallback = call.arguments[isTyped ? 2 : 1];
  const value =
    method === "getProperty"
      ? rawOf(run, configuration, key, at)
      : valueAt(run, configuration, key, { at, depth: 0, fallback });
  const type = typeOf(call);
  if (type === undefined || (isNull(value) && fallback !== undefined)) {
    return value;
  }
  // AbstractConfiguration.getInt
  return isNull(value)
    ? run.throws(
        "java.util.NoSuchElementException",
        `'${key}' doesn't map to an existing object`,
        at,
      )
    : parsedNumber(run, value, type, call);
}

/** The number or truth that is wanted; undefined for a text. */
function typeOf(call: Invocation): string | undefined {
  const [first] = call.arguments;
  const wanted = first?.kind === "class" ? first.name : call.method.replace(/^get/, "");
  const name = wanted
    .replace(/^.*[.]/, "")
    .toLowerCase()
    .replace("integer", "int");
  return /^(int|long|short|byte|double|float|boolean)$/.test(name) ? name : undefined;
}

/** A key without value has an empty list, or the one that is given. */
function listOf(run: ModelRun, call: Invocation, configuration: MapValue, key: string): Value {
  const { name: at } = call;
  const className = call.method === "getList" ? "java.util.ArrayList" : "[]";
  return run.branchOf(rawOf(run, configuration, key, at), (raw) =>
    isNull(raw)
      ? (call.arguments[1] ?? run.newList(className, [], at))
      : run.newList(className, listAt(run, configuration, key, at), at),
  );
}

/** `getKeys()`, or those at and below a prefix. */
function keysOf(run: ModelRun, call: Invocation, configuration: MapValue): Value {
  const { name: at } = call;
  const [prefix] = call.arguments;
  const text = stringOf(prefix);
  const values = valuesOf(run, flat(run, configuration, at));
  const keys = values === undefined ? noResult(call) : run.invoke(values, "keySet", [], at);
  if (keys.kind !== "list" || (prefix !== undefined && text === undefined)) {
    return noResult(call);
  }
  const { items, open, element } = run.items(keys);
  const list = run.newList("java.util.List", [], at);
  for (const { value, conditions } of items) {
    const key = stringOf(value);
    if (text === undefined || key === text || key?.startsWith(`${text}.`) === true) {
      run.under(conditions, () => run.add(list, value));
    }
  }
  if (open !== undefined && element !== undefined) {
    run.openList(list, open, element);
  }
  return run.invoke(list, "iterator", [], at);
}
