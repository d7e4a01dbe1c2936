import { type HoconObject, parseHocon } from "../../syntax/files/hocon.ts";
import {
  type Config,
  type ConfigValue,
  configOf,
  configValueAt,
} from "../../syntax/files/hocon-config.ts";
import type { Location } from "../../text/range.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument, asMap } from "../modelling/model-help.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, plain, stringOf, textOf, unknownOf } from "../texts.ts";
import type { Constant, MapValue, Value } from "../value.ts";

/**
 * Typesafe Config. A configuration is a map with groups of files, from the weakest to the strongest, each with the path of the
 * object in it that `getConfig` chose; its values are read from the files when they are asked for.
 */
export const typesafeConfig: Model = {
  id: "typesafe-config",
  classes: ["com.typesafe.config.ConfigFactory", configClass()],
  call(run, call) {
    const receiver = asMap(call.receiver);
    return receiver === undefined
      ? call.receiver === undefined
        ? loaded(run, call)
        : undefined
      : onConfig(run, call, receiver);
  },
};

function configClass(): string {
  return "com.typesafe.config.Config";
}

/** `?` before a path: the file itself is not known, and may answer anything. */
const unread = "?";
/** Before a text of the program's own, in place of a path. */
const ownText = "=";

function loaded(run: ModelRun, call: Invocation): Value | undefined {
  const first = call.arguments[0];
  switch (call.method) {
    case "load":
      return first === undefined || asClassLoader(first)
        ? configOn(
            run,
            call,
            ["reference.conf", "application.conf"].flatMap((it) => found(run, it)),
          )
        : load(run, call, plain(first));
    case "parseResources":
    case "parseResourcesAnySyntax":
    case "parseFile":
    case "parseFileAnySyntax": {
      const name = call.arguments.map((it) => stringOf(plain(it))).find((it) => it !== undefined);
      const isFile = call.method.startsWith("parseFile");
      return configOn(run, call, name === undefined ? [unread] : named(run, name, isFile));
    }
    case "parseString": {
      const text = stringOf(first === undefined ? undefined : plain(first));
      return configOn(run, call, [text === undefined ? unread : ownText + text]);
    }
    case "parseMap":
      return configOn(run, call, [first?.kind === "map" ? textOfMap(run, first) : unread]);
    case "defaultApplication":
      return configOn(run, call, found(run, "application.conf"));
    case "defaultReference":
      return configOn(run, call, found(run, "reference.conf"));
    case "empty":
      return configOn(run, call, []);
    case "systemEnvironment":
    case "systemProperties":
    case "defaultOverrides":
      return configOn(run, call, []);
    default:
      return configOn(run, call, [unread]);
  }
}

/** A map that is known as a text in the form of HOCON. */
function textOfMap(run: ModelRun, map: MapValue): string {
  const { entries, open } = run.entries(map);
  const lines = entries.map(({ key, value, conditions }) =>
    value.kind === "constant" && conditions.length === 0
      ? `${key} = ${JSON.stringify(String(value.value))}`
      : undefined,
  );
  return open !== undefined || lines.includes(undefined) ? unread : ownText + lines.join("\n");
}

function asClassLoader(value: Value): boolean {
  return value.kind === "object" && (value.class ?? "").endsWith("ClassLoader");
}

/** `load("name")` reads name.conf, .json and .properties of the class path; `load(config)` puts it over the references. */
function load(run: ModelRun, call: Invocation, first: Value): Value {
  const given = asMap(first);
  if (given !== undefined) {
    const reference = { layers: found(run, "reference.conf"), within: [] };
    return grouped(run, call, over(groupsOf(run, given), [reference]));
  }
  const name = stringOf(first);
  return configOn(
    run,
    call,
    name === undefined ? [unread] : [...found(run, "reference.conf"), ...named(run, name, false)],
  );
}

function named(run: ModelRun, name: string, isFile: boolean): readonly string[] {
  const bare = name.startsWith("/") && !isFile ? name.slice(1) : name;
  const names = /\.(conf|json|properties)$/.test(bare)
    ? [bare]
    : [`${bare}.properties`, `${bare}.json`, `${bare}.conf`];
  const files = names.flatMap((it) => (isFile ? foundFile(run, it) : found(run, it)));
  return files.length === 0 ? [unread] : files;
}

function found(run: ModelRun, name: string): readonly string[] {
  const { path, state } = run.resource(name);
  return state.kind === "absent" ? [] : [path];
}

function foundFile(run: ModelRun, name: string): readonly string[] {
  const { path, state } = run.file(name);
  return state.kind === "absent" ? [] : [path];
}

/** Files, the weakest first, and the path of the object in them that is meant. */
interface Group {
  readonly layers: readonly string[];
  readonly within: readonly string[];
}

function configOn(run: ModelRun, call: Invocation, layers: readonly string[]): MapValue {
  return grouped(run, call, [{ layers, within: [] }]);
}

/** A configuration of several groups, the weakest first. */
function grouped(run: ModelRun, call: Invocation, groups: readonly Group[]): MapValue {
  const text = constantOf(JSON.stringify(groups), [call.name]);
  return run.newMap(configClass(), [[constantOf("groups"), text]], call.name);
}

function groupsOf(run: ModelRun, config: MapValue): readonly Group[] {
  const text = stringOf(run.entry(config, "groups"));
  return text === undefined ? [] : (JSON.parse(text) as readonly Group[]);
}

/** `withFallback`: files that are read as a whole are one configuration, in which substitutions reach everything. */
function over(groups: readonly Group[], weaker: readonly Group[]): readonly Group[] {
  const [first, ...rest] = groups;
  const last = weaker.at(-1);
  const isWhole = first?.within.length === 0 && last?.within.length === 0;
  return isWhole && first !== undefined && last !== undefined
    ? [...weaker.slice(0, -1), { layers: [...last.layers, ...first.layers], within: [] }, ...rest]
    : [...weaker, ...groups];
}

function onConfig(run: ModelRun, call: Invocation, config: MapValue): Value | undefined {
  const { method } = call;
  const groups = groupsOf(run, config);
  switch (method) {
    case "resolve":
    case "resolveWith":
    case "checkValid":
      return config;
    case "withFallback": {
      const other = asMap(argument(call, 0));
      const weaker =
        other === undefined ? [{ layers: [unread], within: [] }] : groupsOf(run, other);
      return grouped(run, call, over(groups, weaker));
    }
    case "hasPath":
    case "hasPathOrNull": {
      const value = configuredAt(run, groups, pathOf(call));
      return value === undefined && isUnread(groups)
        ? unknownOf("not-in-project", [call.name], notRead)
        : constantOf(value !== undefined, [call.name]);
    }
    case "getConfigList":
    case "getObjectList":
      return configsAt(run, call, groups, method === "getConfigList");
    case "getConfig":
      return grouped(
        run,
        call,
        groups.map((it) => ({ ...it, within: [...it.within, ...pathOf(call)] })),
      );
    default:
      return /^(get|root$)/.test(method) ? got(run, call, groups) : undefined;
  }
}

/** Each item of a list of objects. */
function configsAt(
  run: ModelRun,
  call: Invocation,
  groups: readonly Group[],
  asConfigs: boolean,
): Value | undefined {
  const path = pathOf(call);
  const group = groups.findLast((it) => configuredAt(run, [it], path) !== undefined);
  const value = group === undefined ? undefined : configuredAt(run, [group], path);
  return !asConfigs || group === undefined || value?.kind !== "array"
    ? got(run, call, groups)
    : run.newList(
        "java.util.List",
        value.items.map((_, index) =>
          grouped(run, call, [{ ...group, within: [...group.within, ...path, `#${index}`] }]),
        ),
        call.name,
      );
}

function isUnread(groups: readonly Group[]): boolean {
  return groups.some((it) => it.layers.includes(unread));
}

const notRead = "A configuration file that the project does not hold may say it.";

/** A path expression: dots between keys, keys with dots in quotes. */
function pathOf(call: Invocation): readonly string[] {
  const text = stringOf(call.arguments[0]);
  return text === undefined
    ? []
    : [...text.matchAll(/"([^"]*)"|[^."]+/g)].map(([all, quoted]) => quoted ?? all);
}

function got(run: ModelRun, call: Invocation, groups: readonly Group[]): Value | undefined {
  const asked = stringOf(call.arguments[0]);
  if (asked === undefined) {
    return undefined;
  }
  const value = configuredAt(run, groups, pathOf(call));
  if (value === undefined) {
    return isUnread(groups)
      ? unknownOf("not-in-project", [call.name], notRead)
      : groups.every((it) => it.layers.length === 0)
        ? unknownOf("not-in-project", [call.name], "The project holds no such configuration file.")
        : run.throws(
            "com.typesafe.config.ConfigException.Missing",
            `No configuration setting found for key '${[...(groups.at(-1)?.within ?? []), asked].join(".")}'`,
            call.name,
          );
  }
  const read = valueFrom(run, value, call.name);
  switch (call.method) {
    case "getAnyRef":
      return read.kind === "constant" ? typed(read) : read;
    case "getInt":
    case "getLong":
    case "getDouble":
      return parsedNumber(run, read, call.method.slice(3).toLowerCase(), call);
    case "getBoolean":
      return parsedNumber(run, truthWord(read), "boolean", call);
    default:
      return read;
  }
}

/** HOCON says yes and on for true, no and off for false. */
function truthWord(value: Value): Value {
  const word = value.kind === "constant" ? truthWords.get(String(value.value)) : undefined;
  return word === undefined ? value : constantOf(word, value.at);
}

const truthWords: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["no", "false"],
  ["off", "false"],
]);

/** Truths and numbers without quotes; which of them have quotes is not told. */
function typed(value: Constant): Constant {
  const text = String(value.value);
  return /^(true|false|-?\d{1,9})$/.test(text) ? constantOf(JSON.parse(text), value.at) : value;
}

/** What the strongest group has that has something. */
function configuredAt(
  run: ModelRun,
  groups: readonly Group[],
  path: readonly string[],
): ConfigValue | undefined {
  for (const { layers, within } of groups.toReversed()) {
    const value = configValueAt(configIn(run, layers), [...within, ...path]);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function configIn(run: ModelRun, layers: readonly string[]): Config {
  const objects = layers.flatMap((file) => objectOf(run, file) ?? []);
  const folder = (name: string): readonly string[] => [name, `${name}.conf`, `${name}.json`];
  return configOf(objects, (include) => {
    if (include.source === "url") {
      return undefined;
    }
    const beside = include.at.file.slice(0, include.at.file.lastIndexOf("/") + 1);
    for (const name of folder(include.name)) {
      const own =
        objectOf(run, beside + name) ??
        found(run, name).flatMap((it) => objectOf(run, it) ?? [])[0];
      if (own !== undefined) {
        return own;
      }
    }
    return undefined;
  });
}

function objectOf(run: ModelRun, file: string): HoconObject | undefined {
  if (file === unread) {
    return undefined;
  }
  if (file.endsWith(".properties")) {
    const entries = run.properties(file) ?? [];
    const at = (value: Constant): Location => value.at[0] ?? { file, range: { start: 0, end: 0 } };
    return {
      kind: "object",
      at: { file, range: { start: 0, end: 0 } },
      entries: entries.map(([key, value]) => ({
        kind: "field",
        path: key.split("."),
        append: false,
        value: { kind: "text", text: String(value.value), quoted: true, at: at(value) },
      })),
    };
  }
  if (file.startsWith(ownText)) {
    return parseHocon(file.slice(ownText.length), "").root;
  }
  const state = run.fileAt(file);
  return state.kind === "file" ? parseHocon(state.text, file).root : undefined;
}

function valueFrom(run: ModelRun, value: ConfigValue, at: Location): Value {
  switch (value.kind) {
    case "text": {
      const places = value.at.filter((it) => it.file !== "");
      const [place] = places;
      const constant = constantOf(value.text, places.length === 0 ? [at] : places);
      return place === undefined
        ? constant
        : {
            ...constant,
            pieces: [{ at: 0, length: value.text.length, location: place }],
          };
    }
    case "environment": {
      const fallback = value.default === undefined ? undefined : valueFrom(run, value.default, at);
      return run.input("environment", value.name, fallback, value.at[0] ?? at);
    }
    case "joined":
      return textOf(value.parts.map((it) => valueFrom(run, it, at)));
    case "array":
      return run.newList(
        "java.util.List",
        value.items.map((it) => valueFrom(run, it, at)),
        at,
      );
    case "object":
      return run.newMap(
        "java.util.Map",
        [...value.fields].map(([key, it]) => [constantOf(key), valueFrom(run, it, at)] as const),
        at,
      );
    case "unresolved":
      return unknownOf("unsupported", value.at, value.reason);
  }
}
