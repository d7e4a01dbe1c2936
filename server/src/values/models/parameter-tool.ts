import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asList, asMap, isPresent, nothing, orElse } from "../modelling/model-help.ts";
import { openFile } from "../modelling/opened.ts";
import { loadInto } from "../modelling/properties-source.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, isNull, plain, stringOf, unknownOf } from "../texts.ts";
import type { Constant, List, MapValue, Value } from "../value.ts";

/** Flink's ParameterTool and MultipleParameterTool, before and after their move to `org.apache.flink.util` (2.0). */
export const parameterTool: Model = {
  id: "parameter-tool",
  classes: [
    "org.apache.flink.api.java.utils.ParameterTool",
    "org.apache.flink.util.ParameterTool",
    "org.apache.flink.api.java.utils.MultipleParameterTool",
    "org.apache.flink.util.MultipleParameterTool",
    "org.apache.flink.api.java.utils.AbstractParameterTool",
    "org.apache.flink.util.AbstractParameterTool",
  ],
  call(run, call) {
    return call.receiver === undefined ? made(run, call) : onTool(run, call);
  },
};

/** What Flink puts under a key without value. */
const noValue = "__NO_VALUE_KEY";

function made(run: ModelRun, call: Invocation): Value | undefined {
  const first = call.arguments[0];
  const list = asList(first);
  switch (call.method) {
    case "fromArgs":
      return fromArguments(run, call, list);
    case "fromMap":
    case "fromMultiMap":
      return first?.kind === "map"
        ? run.copy(first, call.class, call.name)
        : openTool(run, call, "property", "The map that it is made from is not known.");
    case "fromSystemProperties":
      return openTool(run, call, "system-property", "It holds the system properties of the JVM.");
    case "fromPropertiesFile":
      return fromFile(run, call, argument(call, 0));
    default:
      return undefined;
  }
}

function openTool(
  run: ModelRun,
  call: Invocation,
  input: "argument" | "property" | "system-property",
  detail: string,
): MapValue {
  const map = run.newMap(call.class, [], call.name);
  run.open(map, unknownOf("open-map", [call.name], detail), input);
  return map;
}

function fromArguments(run: ModelRun, call: Invocation, list: List | undefined): Value {
  const items = list === undefined ? undefined : run.items(list);
  const isExact =
    items !== undefined &&
    items.open === undefined &&
    items.items.every((it) => it.conditions.length === 0 && stringOf(it.value) !== undefined);
  if (!isExact) {
    return openTool(run, call, "argument", "It holds the arguments of the program.");
  }
  const args = items.items
    .map((it) => plain(it.value))
    .filter((it): it is Constant => it.kind === "constant");
  const map = run.newMap(call.class, [], call.name);
  for (let index = 0; index < args.length; ) {
    const text = String(args[index]?.value);
    const key = text.startsWith("--")
      ? text.slice(2)
      : text.startsWith("-")
        ? text.slice(1)
        : undefined;
    if (key === undefined || key === "") {
      // ParameterTool.fromArgs, Utils.getKeyFromArgs
      return run.throws(
        "java.lang.IllegalArgumentException",
        `Error parsing arguments '${args.map((it) => String(it.value)).join(", ")}' on '${text}'.`,
        call.name,
      );
    }
    index += 1;
    const next = args[index];
    const nextText = next === undefined ? undefined : String(next.value);
    if (
      next === undefined ||
      nextText === undefined ||
      (nextText.startsWith("-") && !isNumber(nextText))
    ) {
      run.put(
        map,
        constantOf(key),
        run.input("argument", key, undefined, call.name, constantOf(noValue)),
      );
    } else {
      run.put(map, constantOf(key), run.input("argument", key, undefined, call.name, next));
      index += 1;
    }
  }
  return map;
}

function isNumber(text: string): boolean {
  return (
    /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?[fFdDlL]?$/.test(text) ||
    /^-?0[xX][0-9a-fA-F]+$/.test(text)
  );
}

/** A path, a `File` or an input stream. */
function fromFile(run: ModelRun, call: Invocation, source: Value): Value {
  const map = run.newMap(call.class, [], call.name);
  const name = stringOf(source);
  const detail =
    name === undefined
      ? "It is read from a file that is known at run time."
      : `It is read from the file ${name}.`;
  const why = unknownOf("not-in-project", [call.name], detail);
  loadInto(run, map, openFile(run, source, call.name), call.name, why);
  return map;
}

function onTool(run: ModelRun, call: Invocation): Value | undefined {
  const map = asMap(call.receiver);
  if (map === undefined) {
    return undefined;
  }
  const key = stringOf(call.arguments[0]);
  switch (call.method) {
    case "get":
      return fallbackOrNull(run, call, valueAt(run, map, call, key));
    case "getRequired":
      return required(run, call, valueAt(run, map, call, key), key);
    case "has":
      return key === undefined ? undefined : isPresent(run.entry(map, key), call.name);
    case "getInt":
    case "getLong":
    case "getShort":
    case "getByte":
    case "getDouble":
    case "getFloat":
    case "getBoolean":
      return typed(run, call, map, key);
    case "getMultiParameter":
    case "getMultiParameterRequired":
      return run.newList("java.util.Collection", valuesAt(run, map, call, key), call.name);
    case "toMap":
      return map;
    case "getProperties":
      return run.copy(map, "java.util.Properties", call.name);
    case "mergeWith": {
      const other = asMap(call.arguments[0]);
      const merged = run.copy(map, call.class, call.name);
      if (other === undefined) {
        run.open(merged, unknownOf("open-map", [call.name]), "argument");
      } else {
        run.putAll(merged, other);
      }
      return merged;
    }
    case "createPropertiesFile":
      return nothing(call);
    default:
      return undefined;
  }
}

function valueAt(run: ModelRun, map: MapValue, call: Invocation, key: string | undefined): Value {
  return key === undefined
    ? unknownOf("run-time-data", [call.name], "The key is not known before the run.")
    : noted(run, run.entry(map, key), call);
}

/** MultipleParameterTool keeps each value that a key is given; as one value it has the last of them. */
function valuesAt(
  run: ModelRun,
  map: MapValue,
  call: Invocation,
  key: string | undefined,
): readonly Value[] {
  const given = map.changes.flatMap((it) => (it.kind === "put" && it.key === key ? [it] : []));
  const repeated = given.length > 1 && given.every((it) => it.conditions.length === 0);
  return repeated ? given.map((it) => noted(run, it.value, call)) : [valueAt(run, map, call, key)];
}

/** An input is listed with the place that asks for it. */
function noted(run: ModelRun, value: Value, call: Invocation): Value {
  if (value.kind === "input" && value.given === undefined) {
    const input = run.input(value.input, value.key, value.default, call.name);
    return input.kind === "input"
      ? { ...input, at: [...(call.name.file === "" ? [] : [call.name])] }
      : input;
  }
  return value;
}

function fallbackOrNull(run: ModelRun, call: Invocation, value: Value): Value {
  const fallback = call.arguments[1];
  return fallback === undefined || isNull(fallback)
    ? value
    : listed(
        run,
        call,
        orElse(run, value, call.name, () => fallback),
      );
}

/** The input with its default is what people are told of. */
function listed(run: ModelRun, call: Invocation, value: Value): Value {
  if (value.kind === "input" && value.given === undefined && value.default !== undefined) {
    run.input(value.input, value.key, value.default, call.name);
  }
  return value;
}

function required(run: ModelRun, call: Invocation, value: Value, key: string | undefined): Value {
  const given: Value = value.kind === "input" ? { ...value, required: true } : value;
  // AbstractParameterTool.getRequired
  return run.branch(isPresent(value, call.name), call.name, {
    whenTrue: () => given,
    whenFalse: () =>
      given.kind === "input"
        ? given
        : run.throws(
            "java.lang.RuntimeException",
            `No data for required key '${key ?? ""}'`,
            call.name,
          ),
  });
}

/** `getLong(key)` throws without the key, `getLong(key, default)` does not. */
function typed(run: ModelRun, call: Invocation, map: MapValue, key: string | undefined): Value {
  const type = call.method.slice(3).toLowerCase();
  const fallback = call.arguments[1];
  const value = valueAt(run, map, call, key);
  const present =
    fallback === undefined
      ? required(run, call, value, key)
      : listed(
          run,
          call,
          orElse(run, value, call.name, () => fallback),
        );
  return parsedNumber(run, present, type, call);
}
