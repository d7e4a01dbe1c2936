import type { Invocation, Model, ModelRun } from "../model.ts";
import {
  type CommandLineOption,
  givenArguments,
  inputNameOf,
  parsedArguments,
} from "../modelling/command-line.ts";
import {
  argument,
  asList,
  asMap,
  isPresent,
  noResult,
  nothing,
  orElse,
} from "../modelling/model-help.ts";
import { constantOf, isNull, plain, stringOf, unknownOf } from "../texts.ts";
import type { List, MapValue, Value } from "../value.ts";

const library = "org.apache.commons.cli";
const parsers = ["CommandLineParser", "DefaultParser", "GnuParser", "PosixParser", "BasicParser"];

/** Apache Commons CLI: an option is a map of what it is told, `Options` a list of them, a parsed line a map by their names. */
export const commonsCli: Model = {
  id: "commons-cli",
  classes: [
    ...parsers,
    "Parser",
    "Options",
    "OptionGroup",
    "Option",
    "Option.Builder",
    "OptionBuilder",
    "CommandLine",
    "HelpFormatter",
  ].map((it) => `${library}.${it}`),
  call(run, call) {
    switch (call.class.slice(library.length + 1)) {
      case "Option":
        return call.receiver === undefined ? madeOption(run, call) : onOption(run, call);
      case "Option.Builder":
      case "OptionBuilder":
        return onBuilder(run, call);
      case "Options":
      case "OptionGroup":
        return onOptions(run, call);
      case "CommandLine":
        return onLine(run, call);
      case "HelpFormatter":
        return call.method.startsWith("print") ? nothing(call) : undefined;
      default:
        return call.method === "parse" ? parsed(run, call) : undefined;
    }
  },
};

const yes = constantOf(true);

/** `new Option(opt, description)`, `(opt, hasArg, description)`, `(opt, longOpt, hasArg, description)`; `Option.builder(opt)`. */
function madeOption(run: ModelRun, call: Invocation): Value | undefined {
  if (call.method === "builder") {
    const builder = run.newMap(`${library}.Option.Builder`, [], call.name);
    run.put(builder, constantOf("opt"), call.arguments[0] ?? constantOf(null));
    return builder;
  }
  return call.method === "new" ? optionOf(run, call) : undefined;
}

function optionOf(run: ModelRun, call: Invocation): MapValue {
  const option = run.newMap(`${library}.Option`, [], call.name);
  const args = call.arguments;
  run.put(option, constantOf("opt"), argument(call, 0));
  if (args.length >= 4) {
    run.put(option, constantOf("longOpt"), argument(call, 1));
  }
  if (args.length >= 3) {
    run.put(option, constantOf("one"), argument(call, args.length - 2));
  }
  return option;
}

/** Setters change the option; of its getters only the names matter. */
function onOption(run: ModelRun, call: Invocation): Value | undefined {
  const option = asMap(call.receiver);
  const [first = yes] = call.arguments;
  if (option === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "setRequired":
    case "setLongOpt":
      run.put(option, constantOf(call.method === "setRequired" ? "required" : "longOpt"), first);
      return nothing(call);
    case "setArgs":
      run.put(option, constantOf(plain(first).kind === "constant" ? "many" : "one"), yes);
      return nothing(call);
    case "getOpt":
    case "getLongOpt":
      return run.entry(option, call.method === "getOpt" ? "opt" : "longOpt");
    default:
      return call.method.startsWith("set") ? nothing(call) : undefined;
  }
}

/** `Option.builder("t").longOpt("topic").hasArg().build()`, `OptionBuilder.withLongOpt("topic").hasArg().create("t")`. */
function onBuilder(run: ModelRun, call: Invocation): Value | undefined {
  const builder = asMap(call.receiver) ?? run.newMap(`${library}.OptionBuilder`, [], call.name);
  const [first = yes] = call.arguments;
  const put = (key: string, value: Value): Value => {
    run.put(builder, constantOf(key), value);
    return builder;
  };
  switch (call.method) {
    case "build":
    case "get":
    case "create": {
      const option = run.copy(builder, `${library}.Option`, call.name);
      if (call.method === "create" && call.arguments[0] !== undefined) {
        run.put(option, constantOf("opt"), argument(call, 0));
      }
      return option;
    }
    case "option":
      return put("opt", first);
    case "longOpt":
    case "withLongOpt":
      return put("longOpt", first);
    case "hasArg":
      return put("one", first);
    case "hasArgs":
    case "numberOfArgs":
      return put("many", yes);
    case "required":
    case "isRequired":
      return put("required", first);
    default:
      return builder;
  }
}

function onOptions(run: ModelRun, call: Invocation): Value | undefined {
  if (call.method === "new") {
    return run.newList(call.class, [], call.name);
  }
  const options = asList(call.receiver);
  if (options === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "addOption":
    case "addRequiredOption": {
      const [first] = call.arguments;
      const option = first?.kind === "map" || first?.kind === "oneOf" ? first : optionOf(run, call);
      if (call.method === "addRequiredOption" && option.kind === "map") {
        run.put(option, constantOf("required"), yes);
      }
      run.add(options, option);
      return options;
    }
    case "addOptionGroup":
    case "addOptions":
      for (const it of run.items(asList(argument(call, 0)) ?? options).items) {
        run.under(it.conditions, () => run.add(options, it.value));
      }
      return options;
    case "setRequired":
      return nothing(call);
    default:
      return undefined;
  }
}

interface Option extends CommandLineOption {
  readonly keys: readonly string[];
  readonly required: boolean;
}

function describedOption(run: ModelRun, option: MapValue): Option {
  const is = (key: string) => {
    const value = plain(run.entry(option, key));
    return value.kind === "constant" && value.value === true;
  };
  const short = stringOf(run.entry(option, "opt"));
  const long = stringOf(run.entry(option, "longOpt"));
  return {
    keys: [short, long].filter((it) => it !== undefined),
    // DefaultParser takes a long name behind one dash too.
    names: [
      ...(short === undefined ? [] : [`-${short}`]),
      ...(long === undefined ? [] : [`--${long}`, `-${long}`]),
    ],
    takes: is("many") ? "many" : is("one") ? "one" : "none",
    required: is("required"),
  };
}

/** Each name of an option leads to the input of its long name; what is not told is an input of the name that is asked for. */
function parsed(run: ModelRun, call: Invocation): Value {
  const list = asList(argument(call, 0));
  const options = (list === undefined ? [] : run.items(list).items).flatMap(({ value }) =>
    value.kind === "map" ? [describedOption(run, value)] : [],
  );
  const given = givenArguments(run, argument(call, 1));
  const line = run.newMap(`${library}.CommandLine`, [], call.name);
  const rest = run.newList("[]", [], call.name);
  if (given === undefined) {
    run.open(
      line,
      unknownOf("open-map", [call.name], "It holds the arguments of the program."),
      "argument",
    );
    run.open(rest, unknownOf("run-time-data", [call.name], "Arguments of the program."));
    for (const it of options) {
      for (const key of it.keys) {
        run.put(line, constantOf(key), {
          kind: "input",
          input: "argument",
          key: inputNameOf(it),
          default: undefined,
          ...(it.required ? { required: true as const } : {}),
          at: [call.name],
        });
      }
    }
  } else {
    fillFromGiven(run, call, { line, rest, options, given });
  }
  run.put(line, constantOf(restKey), rest);
  return line;
}

/** No option has this name. */
const restKey = "--";

function fillFromGiven(
  run: ModelRun,
  call: Invocation,
  {
    line,
    rest,
    options,
    given,
  }: {
    readonly line: MapValue;
    readonly rest: List;
    readonly options: readonly Option[];
    readonly given: NonNullable<ReturnType<typeof givenArguments>>;
  },
): void {
  const { values, rest: others, problem } = parsedArguments(given, options);
  const missing = options.filter((it) => it.required && !values.has(it)).map(inputNameOf);
  const why =
    problem ??
    (missing.length === 0 ? undefined : `Missing required option: ${missing.join(", ")}`);
  if (why !== undefined) {
    run.throws(`${library}.ParseException`, why, call.name);
  }
  for (const it of others) {
    run.add(rest, it);
  }
  for (const [option, own] of values) {
    const [first] = own;
    const value = run.input("argument", inputNameOf(option), undefined, call.name, first ?? yes);
    for (const key of option.keys) {
      run.put(line, constantOf(key), value);
      run.put(line, constantOf(`${key}${restKey}`), run.newList("[]", own, call.name));
    }
  }
}

function onLine(run: ModelRun, call: Invocation): Value | undefined {
  const line = asMap(call.receiver);
  if (line === undefined) {
    return undefined;
  }
  const [first] = call.arguments;
  const key = first?.kind === "map" ? keyOfOption(run, first) : stringOf(plain(argument(call, 0)));
  switch (call.method) {
    case "getOptionValue":
    case "getParsedOptionValue":
    case "getOptionObject":
      return key === undefined ? noResult(call) : optionValue(run, call, run.entry(line, key));
    case "hasOption":
      return key === undefined ? undefined : isPresent(run.entry(line, key), call.name);
    case "getOptionValues":
      return valuesOf(run, call, line, key);
    case "getArgs":
      return run.entry(line, restKey);
    case "getArgList": {
      const rest = asList(run.entry(line, restKey));
      return rest === undefined ? undefined : run.copy(rest, "java.util.List", call.name);
    }
    default:
      return undefined;
  }
}

function keyOfOption(run: ModelRun, option: MapValue): string | undefined {
  return describedOption(run, option).keys[0];
}

/** An input is listed with the place that asks for it, and what the program has without it. */
function optionValue(run: ModelRun, call: Invocation, value: Value): Value {
  const fallback = call.arguments[1];
  const isText = fallback !== undefined && !isNull(fallback);
  const otherwise = isText && fallback.kind === "function" ? run.apply(fallback, []) : fallback;
  if (value.kind !== "input" || value.given !== undefined) {
    return otherwise === undefined ? value : orElse(run, value, call.name, () => otherwise);
  }
  const known = value.required ? undefined : isText ? otherwise : undefined;
  run.input(value.input, value.key, known, call.name);
  return {
    ...value,
    ...(known === undefined ? {} : { default: known }),
    at: [call.name],
  };
}

/** All values of an option; what they are where the arguments are not known is not told. */
function valuesOf(run: ModelRun, call: Invocation, line: MapValue, key: string | undefined): Value {
  const given = key === undefined ? undefined : run.entry(line, `${key}${restKey}`);
  if (given?.kind === "list" || (given !== undefined && isNull(given))) {
    return given;
  }
  const list = run.newList("[]", [], call.name);
  run.openList(
    list,
    unknownOf("run-time-data", [call.name], "All values of an option."),
    key === undefined
      ? noResult(call)
      : optionValue(run, { ...call, arguments: call.arguments.slice(0, 1) }, run.entry(line, key)),
  );
  return list;
}
