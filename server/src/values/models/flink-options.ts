import { optionConstants } from "../../facts/option-constants.gen.ts";
import { flinkConfigurationParser } from "../../syntax/files/flink-configuration.ts";
import type { Location } from "../../text/range.ts";
import { callsOn, callsWith, makerOf } from "../log.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { isPresent, orElse } from "../modelling/model-help.ts";
import { keyOfConstant } from "../modelling/option-constants.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, isNull, oneOf, plain, stringOf, unknownOf } from "../texts.ts";
import type { Alternative, Constant, Value } from "../value.ts";

const folder = "org.apache.flink.configuration";

/** What a program reads from Flink's `Configuration`: what it has set, what its options have as defaults, else keys of the cluster's configuration. */
export const flinkOptions: Model = {
  id: "flink-options",
  classes: [
    `${folder}.Configuration`,
    `${folder}.ReadableConfig`,
    `${folder}.ConfigOptions.OptionBuilder`,
    `${folder}.ConfigOption`,
    // `PipelineOptions.NAME` is known by its class alone.
    ...Object.keys(optionConstants).map((it) => `${folder}.${it}`),
  ],
  call(run, call) {
    if (call.receiver?.kind !== "object") {
      return undefined;
    }
    return /[.](Configuration|ReadableConfig)$/.test(call.class)
      ? onConfiguration(run, call, call.receiver)
      : onOption(run, call);
  },
};

/** An option that the program declares itself, or a key as text. */
interface Option {
  readonly keys: readonly string[];
  readonly type: string | undefined;
  readonly default: Value | undefined;
}

function optionOf(run: ModelRun, value: Value | undefined): Option | undefined {
  const key = stringOf(value === undefined ? undefined : plain(value));
  if (key !== undefined) {
    return { keys: [key], type: undefined, default: undefined };
  }
  const constant = value?.kind === "object" ? keyOfConstant(value) : undefined;
  if (constant !== undefined) {
    return { keys: [constant], type: undefined, default: undefined };
  }
  const log = run.log();
  const made = makerOf(log, value);
  const own = made?.method === "key" ? stringOf(made.arguments[0]) : undefined;
  if (made === undefined || own === undefined) {
    return undefined;
  }
  // The chain `key(...).stringType().defaultValue(...)` is one object.
  const told = callsOn(log, value);
  const others = told
    .filter((it) => /^with(Fallback|Deprecated)Keys$/.test(it.method))
    .flatMap((it) => it.arguments.flatMap((its) => textsOf(run, its)));
  return {
    keys: [own, ...others],
    type: told.map((it) => /^(\w+)Type$/.exec(it.method)?.[1]).find((it) => it !== undefined),
    default: told.findLast((it) => it.method === "defaultValue")?.arguments[0],
  };
}

function textsOf(run: ModelRun, value: Value): readonly string[] {
  const items = value.kind === "list" ? run.items(value).items.map((it) => it.value) : [value];
  return items.flatMap((it) => stringOf(it) ?? []);
}

/** `option.key()`, `option.defaultValue()`. */
function onOption(run: ModelRun, call: Invocation): Value | undefined {
  const option = call.arguments.length === 0 ? optionOf(run, call.receiver) : undefined;
  switch (call.method) {
    case "key":
      return option?.keys[0] === undefined ? undefined : constantOf(option.keys[0], [call.name]);
    case "defaultValue":
      return option?.default;
    default:
      return undefined;
  }
}

function onConfiguration(run: ModelRun, call: Invocation, receiver: Value): Value | undefined {
  const [first, second] = call.arguments;
  const option = optionOf(run, first);
  if (option === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "get":
    case "getString":
    case "getValue":
    case "getInteger":
    case "getLong":
    case "getDouble":
    case "getFloat":
    case "getBoolean":
      return read(run, call, receiver, {
        ...option,
        type: option.type ?? /^get([A-Z]\w+)$/.exec(call.method)?.[1]?.toLowerCase(),
        default: second ?? option.default,
      });
    case "getOptional": {
      const value = read(run, call, receiver, { ...option, default: undefined });
      return value === undefined
        ? undefined
        : run.newList("java.util.Optional", [value], call.name);
    }
    case "contains":
    case "containsKey": {
      const value = read(run, call, receiver, { ...option, default: undefined });
      return value === undefined ? undefined : isPresent(value, call.name);
    }
    default:
      return undefined;
  }
}

function read(run: ModelRun, call: Invocation, object: Value, option: Option): Value | undefined {
  const value = valueIn(run, call, object, option);
  if (value === undefined) {
    return undefined;
  }
  const fallback = option.default;
  if (fallback === undefined && isFlinks(option) && mayBeNull(value)) {
    return undefined; // What Flink has as the default is not known.
  }
  const present =
    fallback === undefined || isNull(fallback)
      ? value
      : orElse(run, value, call.name, () => fallback);
  if (present.kind === "input" && present.given === undefined && present.default !== undefined) {
    run.input(present.input, present.key, present.default, call.name);
  }
  const type = numbers[option.type ?? ""];
  return type === undefined ? present : parsedNumber(run, present, type, call);
}

function isFlinks({ keys: [key = ""] }: Option): boolean {
  return ownKeys.has(key);
}

const ownKeys = new Set(Object.values(optionConstants).flatMap((it) => it.split(" ")));

function mayBeNull(value: Value): boolean {
  return isNull(value) || (value.kind === "oneOf" && value.values.some((it) => isNull(it.value)));
}

const numbers: Readonly<Record<string, string>> = {
  int: "int",
  integer: "int",
  long: "long",
  double: "double",
  float: "float",
  boolean: "boolean",
};

/** The place in the run as of which a configuration is read: a copy has what was there when it was made. */
interface AsOf {
  readonly before: number;
  readonly depth: number;
}

/** What a configuration holds under the keys of an option; a null where it certainly holds nothing, undefined where it cannot be said. */
function valueIn(
  run: ModelRun,
  call: Invocation,
  object: Value,
  option: Option,
  { before, depth }: AsOf = { before: Infinity, depth: 0 },
): Value | undefined {
  const log = run.log();
  const base = depth > 8 ? undefined : baseOf(run, call, object, option, depth);
  if (base === undefined || isHandedOut(run, object)) {
    return undefined;
  }
  const other = onlyOtherKey(run, object, option, before);
  if (other !== undefined) {
    return isNull(base)
      ? valueIn(run, call, object, { ...option, keys: [other] }, { before, depth: depth + 1 })
      : undefined;
  }
  const present = new Set(run.conditions.map((it) => `${it.id}:${it.side}`));
  let values: readonly Alternative[] = [{ value: base, conditions: [] }];
  for (const it of ofEnvironment(run, object).flatMap((its) => callsOn(log, its, before))) {
    const isSet = /^set(String|Integer|Long|Boolean|Float|Double)?$/.test(it.method);
    const isTaken = /^remove(Config|Key)$/.test(it.method);
    if (it.method === "addAll") {
      return undefined;
    }
    const own = isSet || isTaken ? optionOf(run, it.arguments[0])?.keys[0] : undefined;
    if ((isSet || isTaken) && own === undefined && it.arguments[0]?.kind !== "object") {
      return undefined;
    }
    if (own !== undefined && option.keys.indexOf(own) > 0) {
      return undefined;
    }
    if (own === option.keys[0]) {
      const value = isTaken ? constantOf(null, [it.name]) : it.arguments[1];
      const conditions = it.conditions.filter((its) => !present.has(`${its.id}:${its.side}`));
      const next = { value: value ?? unknownOf("unfinished", [it.name]), conditions };
      values = conditions.length === 0 ? [next] : [...values, next];
    }
  }
  return oneOf(values);
}

/** The fallback key under which alone the program has set the option. */
function onlyOtherKey(
  run: ModelRun,
  object: Value,
  { keys }: Option,
  before: number,
): string | undefined {
  if (keys.length < 2) {
    return undefined;
  }
  const set = new Set(
    ofEnvironment(run, object)
      .flatMap((its) => callsOn(run.log(), its, before))
      .filter((it) => /^(set|remove)/.test(it.method))
      .map((it) => optionOf(run, it.arguments[0])?.keys[0] ?? ""),
  );
  const [only, ...others] = keys.filter((it) => set.has(it));
  return only !== keys[0] && others.length === 0 ? only : undefined;
}

/** All configurations that an environment gave out are its own one. */
function ofEnvironment(run: ModelRun, object: Value): readonly Value[] {
  const made = makerOf(run.log(), object);
  const given =
    made?.method === "getConfiguration" && made.receiver?.kind === "object"
      ? callsOn(run.log(), made.receiver).filter((it) => it.method === "getConfiguration")
      : [];
  return given.length === 0 ? [object] : given.map((it) => it.result);
}

/** A library that no one knows may change what it gets; Flink, loggers and classes of the project do not, unseen. */
function isHandedOut(run: ModelRun, object: Value): boolean {
  return callsWith(run.log(), object).some(
    (it) =>
      it.result.kind !== "instance" &&
      !it.class.startsWith("org.apache.flink.") &&
      !/Logger$/.test(it.class),
  );
}

/** What it held when it was made. */
function baseOf(
  run: ModelRun,
  call: Invocation,
  object: Value,
  option: Option,
  depth: number,
): Value | undefined {
  const made = makerOf(run.log(), object);
  const [first] = made?.arguments ?? [];
  if (made === undefined) {
    return undefined;
  }
  const asOf = { before: made.seq, depth: depth + 1 };
  switch (made.method) {
    case "new":
      return first === undefined
        ? constantOf(null, [call.name])
        : valueIn(run, call, first, option, asOf);
    case "clone":
      return made.receiver === undefined
        ? undefined
        : valueIn(run, call, made.receiver, option, asOf);
    case "fromMap":
      return entryIn(run, first, option);
    case "loadConfiguration":
      return ofTheCluster(run, call, option, first);
    case "getConfiguration":
      return made.receiver?.kind === "object"
        ? inEnvironment(run, call, made.receiver, option, asOf)
        : entryIn(run, made.receiver, option);
    default:
      return undefined;
  }
}

/** What an environment was made with, over the cluster's configuration. */
function inEnvironment(
  run: ModelRun,
  call: Invocation,
  environment: Value,
  option: Option,
  asOf: AsOf,
): Value | undefined {
  const made = makerOf(run.log(), environment);
  const isChanged = callsOn(run.log(), environment).some((it) => it.method === "configure");
  if (made === undefined || isChanged || !/^(getExecution|createLocal)Env/.test(made.method)) {
    return undefined;
  }
  const given = made.arguments.find((it) => it.kind === "object");
  const own =
    given === undefined
      ? constantOf(null, [call.name])
      : valueIn(run, call, given, option, { ...asOf, before: made.seq });
  return own === undefined || !isNull(own) || made.method.startsWith("createLocal")
    ? own
    : ofTheCluster(run, call, option, undefined);
}

/** The first of an option's keys that a map has. */
function entryIn(run: ModelRun, map: Value | undefined, { keys }: Option): Value | undefined {
  const values = map?.kind === "map" ? keys.map((it) => run.entry(map, it)) : [];
  return values.find((it) => !isNull(it)) ?? values[0];
}

/** A key of the cluster's configuration, with its value where the project has the file. */
function ofTheCluster(
  run: ModelRun,
  call: Invocation,
  option: Option,
  where: Value | undefined,
): Value | undefined {
  const directory = where === undefined ? "conf" : stringOf(plain(where));
  // A dynamic configuration is laid over the file.
  if (directory === undefined && where?.kind === "object") {
    return undefined;
  }
  const given = directory === undefined ? undefined : inFiles(run, directory, option.keys);
  const isScalar = option.type === undefined || option.type in numbers || scalars.has(option.type);
  return isScalar
    ? run.input("configuration", option.keys[0] ?? "", option.default, call.name, given)
    : undefined;
}

const scalars: ReadonlySet<string> = new Set(["string", "value"]);

function inFiles(run: ModelRun, directory: string, keys: readonly string[]): Constant | undefined {
  const files = ["config.yaml", "flink-conf.yaml"].map((it) => run.file(`${directory}/${it}`));
  for (const { path, state } of files) {
    if (state.kind === "file") {
      const { entries } = flinkConfigurationParser(path).parse(state.text, path);
      const found = keys.flatMap((key) => entries.find((it) => it.key === key) ?? [])[0];
      const at: Location | undefined =
        found === undefined ? undefined : { file: path, range: found.range };
      return found === undefined || at === undefined ? undefined : constantOf(found.value, [at]);
    }
  }
  return undefined;
}
