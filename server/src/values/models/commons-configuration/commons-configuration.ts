import type { Location } from "../../../text/range.ts";
import { makingCalls } from "../../log.ts";
import type { Invocation, Model, ModelRun } from "../../model.ts";
import { argument, asMap, noResult } from "../../modelling/model-help.ts";
import { constantOf, distribute, textOf, unknownOf } from "../../texts.ts";
import type { MapValue, Value } from "../../value.ts";
import { fileMethod, load, onConfiguration } from "./answers.ts";
import { emptyConfiguration, flat, listAt, packages, valuesOf } from "./reading.ts";

const kinds = [
  "BaseConfiguration",
  "PropertiesConfiguration",
  "XMLConfiguration",
  "YAMLConfiguration",
  "JSONConfiguration",
  "MapConfiguration",
  "CompositeConfiguration",
  "SystemConfiguration",
  "EnvironmentConfiguration",
].flatMap((it) => Object.values(packages).map((name) => `${name}.${it}`));

const builderClass = `${packages.second}.builder.FileBasedConfigurationBuilder`;

/**
 * Apache Commons Configuration, 1 and 2. A configuration is a map with its `values`, a map of texts and lists of texts; the `layers` of a
 * composite one, the strongest first; the `parent` that a subset was cut from; and the `delimiter` of lists.
 */
export const commonsConfiguration: Model = {
  id: "commons-configuration",
  classes: [
    ...kinds,
    ...Object.values(packages).flatMap((it) => [
      `${it}.ConfigurationConverter`,
      `${it}.ConfigurationUtils`,
    ]),
    `${packages.second}.builder.fluent.Configurations`,
    builderClass,
    `${packages.second}.builder.ReloadingFileBasedConfigurationBuilder`,
    `${packages.second}.io.FileHandler`,
  ],
  call(run, call) {
    switch (simpleName(call.class)) {
      case "Configurations":
        return ofConfigurations(run, call);
      case "FileBasedConfigurationBuilder":
      case "ReloadingFileBasedConfigurationBuilder":
        return onBuilder(run, call);
      case "FileHandler":
        return onHandler(run, call);
      case "ConfigurationConverter":
      case "ConfigurationUtils":
        return converted(run, call);
      default: {
        const configuration = asMap(call.receiver);
        return configuration !== undefined
          ? onConfiguration(run, call, configuration)
          : call.method === "new"
            ? made(run, call)
            : undefined;
      }
    }
  },
};

function simpleName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function made(run: ModelRun, call: Invocation): MapValue {
  const configuration = emptyConfiguration(run, call.class, call.name);
  const values = valuesOf(run, configuration);
  const [first] = call.arguments;
  switch (simpleName(call.class)) {
    case "SystemConfiguration":
    case "EnvironmentConfiguration":
      if (values !== undefined) {
        const isSystem = call.class.endsWith(".SystemConfiguration");
        const why = unknownOf("open-map", [call.name], "It holds what the process is given.");
        run.open(values, why, isSystem ? "system-property" : "environment");
      }
      break;
    case "MapConfiguration":
      if (values !== undefined && first?.kind === "map") {
        run.putAll(values, first);
      }
      break;
    case "CompositeConfiguration":
      break;
    default:
      if (first !== undefined) {
        load(run, configuration, first, call.name);
      }
  }
  return configuration;
}

/** `new Configurations().properties("job.properties")`, and the builders that it makes. */
function ofConfigurations(run: ModelRun, call: Invocation): Value | undefined {
  const named = call.arguments.find((it) => it.kind === "class");
  const source = call.arguments.find((it) => it.kind !== "class");
  const kind = /^(properties|xml)/.exec(call.method)?.[1];
  const className =
    named?.kind === "class"
      ? named.name
      : `${packages.second}.${kind === "xml" ? "XML" : "Properties"}Configuration`;
  if (!kinds.includes(className) || (kind === undefined && named === undefined)) {
    return undefined;
  }
  const configuration = emptyConfiguration(run, className, call.name);
  if (source !== undefined) {
    load(run, configuration, source, call.name);
  }
  return call.method.endsWith("Builder") ? builder(run, configuration, call.name) : configuration;
}

function builder(run: ModelRun, configuration: MapValue, at: Location): MapValue {
  return run.newMap(builderClass, [[constantOf("configuration"), configuration]], at);
}

function onBuilder(run: ModelRun, call: Invocation): Value | undefined {
  const own = asMap(call.receiver);
  const [first] = call.arguments;
  if (own === undefined) {
    return call.method === "new" && first?.kind === "class" && kinds.includes(first.name)
      ? builder(run, emptyConfiguration(run, first.name, call.name), call.name)
      : undefined;
  }
  const configuration = asMap(run.entry(own, "configuration"));
  switch (call.method) {
    case "configure":
      for (const it of configuration === undefined ? [] : call.arguments) {
        configure(run, configuration, it, call.name);
      }
      return own;
    case "getConfiguration":
      return configuration;
    default:
      return noResult(call);
  }
}

/** `new Parameters().properties().setFileName("job.properties").setListDelimiterHandler(new DefaultListDelimiterHandler(','))` */
function configure(
  run: ModelRun,
  configuration: MapValue | undefined,
  parameters: Value,
  at: Location,
): void {
  const told = makingCalls(run.log(), parameters);
  if (configuration === undefined) {
    return;
  }
  const handler = told.findLast((it) => it.method === "setListDelimiterHandler")?.arguments[0];
  const delimiter = makingCalls(run.log(), handler).find((it) => it.method === "new");
  if (delimiter !== undefined) {
    run.put(configuration, constantOf("delimiter"), delimiter.arguments[0] ?? constantOf(null));
  }
  const source = told.findLast((it) => /^set(FileName|File|URL|Path)$/.test(it.method));
  if (source?.arguments[0] !== undefined) {
    load(run, configuration, source.arguments[0], at);
  }
}

/** `new FileHandler(configuration).load(file)` */
function onHandler(run: ModelRun, call: Invocation): Value | undefined {
  const own = asMap(call.receiver);
  if (own === undefined) {
    return call.method === "new"
      ? run.newMap(call.class, [[constantOf("configuration"), argument(call, 0)]], call.name)
      : undefined;
  }
  const configuration = asMap(run.entry(own, "configuration"));
  return configuration === undefined ? undefined : fileMethod(run, call, configuration, own);
}

/** `getProperties(configuration)`, `getMap(configuration)`; what copies or guards a configuration gives it. */
function converted(run: ModelRun, call: Invocation): Value | undefined {
  const configuration = asMap(argument(call, 0));
  switch (configuration === undefined ? "" : call.method) {
    case "getProperties":
      return asMapOf(run, call, configuration, "java.util.Properties");
    case "getMap":
      return asMapOf(run, call, configuration, "java.util.Map");
    case "unmodifiableConfiguration":
    case "cloneConfiguration":
      return configuration;
    default:
      return undefined;
  }
}

/** All values, interpolated; a list as one text with commas, as ConfigurationConverter makes it. */
function asMapOf(
  run: ModelRun,
  call: Invocation,
  configuration: MapValue | undefined,
  className: string,
): MapValue | undefined {
  const values = configuration && valuesOf(run, flat(run, configuration, call.name));
  if (values === undefined || configuration === undefined) {
    return undefined;
  }
  const result = run.copy(values, className, call.name);
  for (const { key, conditions } of run.entries(values).entries) {
    run.under(conditions, () => {
      const texts = listAt(run, configuration, key, call.name);
      const parts = texts.flatMap((it, index) => (index === 0 ? [it] : [constantOf(","), it]));
      run.put(result, constantOf(key), distribute(parts, textOf));
    });
  }
  return result;
}
