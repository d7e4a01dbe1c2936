import type { Location } from "../../text/range.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { type AnnotatedOptions, fillOptions, textsIn } from "../modelling/annotated-options.ts";
import { simpleName } from "../modelling/class-properties.ts";
import { givenArguments } from "../modelling/command-line.ts";
import { argument, asMap, noResult } from "../modelling/model-help.ts";
import { separatorIn, withPlaceholders } from "../scalars/placeholders.ts";
import { constantOf, sliceOf, stringOf, unknownOf } from "../texts.ts";
import type { Constant, MapValue, Value } from "../value.ts";

/** picocli: the annotated fields of a command are filled, and `execute` runs it. */
export const picocli: Model = {
  id: "picocli",
  classes: ["picocli.CommandLine"],
  call(run, call) {
    const line = asMap(call.receiver);
    return line === undefined ? onClass(run, call) : onCommandLine(run, call, line);
  },
};

const rules: AnnotatedOptions = {
  option: "Option",
  argument: "Parameters",
  names: ["names"],
  default: { member: "defaultValue", read: interpolated },
  nested: "Mixin",
  refuses: "picocli.CommandLine.ParameterException",
};

/** CommandLine.Interpolator: `${env:X}`, `${sys:X}`, `${X}`, each with a default behind `:-`; of a default that is not there nothing. */
function interpolated(run: ModelRun, text: Value, at: Location): Value | undefined {
  // `Option.NULL_VALUE` is a constant of the library.
  return text.kind === "object"
    ? undefined
    : withPlaceholders(text, (inside) => looked(run, inside, at));
}

function looked(run: ModelRun, inside: Constant, at: Location): Value {
  const whole = String(inside.value);
  const separator = separatorIn(whole, ":-");
  const name = separator === -1 ? whole : whole.slice(0, separator);
  const fallback =
    separator === -1
      ? undefined
      : interpolated(run, sliceOf(inside, separator + 2, whole.length), at);
  const [, kind = "", key = ""] = /^(?:(env|sys|bundle):)?([\s\S]*)$/.exec(name) ?? [];
  if (kind === "bundle" || /^[A-Z]+-[A-Z-]*NAME$/.test(key)) {
    return unknownOf("unsupported", inside.at, `the text that picocli puts in for ${key}`);
  }
  const isVariable =
    kind === "env" || (kind === "" && !run.given.systemProperties.has(key) && !key.includes("."));
  return run.input(isVariable ? "environment" : "system-property", key, fallback, at);
}

function onClass(run: ModelRun, call: Invocation): Value | undefined {
  switch (call.method) {
    case "new":
      return commandLine(run, argument(call, 0), call.name);
    case "populateCommand":
      return filled(run, call, argument(call, 0), call.arguments[1]);
    case "call":
    case "run":
      return ran(run, call, filled(run, call, argument(call, 0), call.arguments[1]));
    default:
      return undefined;
  }
}

/** `new CommandLine(command)`: the command, made where its class is given, and what is added below it. */
function commandLine(run: ModelRun, command: Value, at: Location): MapValue {
  const made = command.kind === "class" ? run.construct(command.type, [], at) : command;
  return run.newMap(
    picocli.classes[0] ?? "",
    [
      [constantOf("command"), made],
      [constantOf("subcommands"), run.newList("java.util.List", [], at)],
    ],
    at,
  );
}

function onCommandLine(run: ModelRun, call: Invocation, line: MapValue): Value | undefined {
  const command = run.entry(line, "command");
  switch (call.method) {
    case "execute":
      return executed(run, call, line, arguments_(run, call));
    case "parseArgs":
    case "parse":
      filled(run, call, command, arguments_(run, call));
      return noResult(call);
    case "getCommand":
      return command;
    case "addSubcommand": {
      const list = run.entry(line, "subcommands");
      if (list.kind === "list") {
        run.add(list, run.newList("[]", call.arguments, call.name));
      }
      return line;
    }
    default:
      return /^(set|register)[A-Z]/.test(call.method) ? line : noResult(call);
  }
}

/** The arguments, given as an array or one by one. */
function arguments_(run: ModelRun, call: Invocation): Value {
  const [only] = call.arguments;
  return call.arguments.length === 1 && only?.kind !== "constant"
    ? argument(call, 0)
    : run.newList("[]", call.arguments, call.name);
}

/** A command below another one, by the names that choose it. */
interface Subcommand {
  readonly names: readonly string[];
  /** Runs it with the arguments behind its name. */
  readonly run: (args: Value | undefined) => Value;
}

/** CommandLine.RunLast: the command that the arguments name is run, else the one on top; the options of both are filled. */
function executed(run: ModelRun, call: Invocation, line: MapValue, args: Value | undefined): Value {
  const own = run.entry(line, "command");
  const subcommands = [...subcommandsOf(run, call, own), ...added(run, call, line)];
  const given = givenArguments(run, args);
  if (given === undefined) {
    const top = filled(run, call, own, args);
    const name = run.input("argument", "command", undefined, call.name);
    return subcommands.reduceRight<() => Value>(
      (otherwise, it) => () =>
        run.branch(isOneOf(run, name, it.names, call.name), call.name, {
          whenTrue: () => it.run(args),
          whenFalse: otherwise,
        }),
      () => ran(run, call, top),
    )();
  }
  const list = (items: readonly Value[]): Value => run.newList("[]", items, call.name);
  const at = given.findIndex((it) =>
    subcommands.some(({ names }) => names.includes(`${it.value}`)),
  );
  const chosen = subcommands.find(({ names }) => names.includes(`${given[at]?.value}`));
  const top = filled(run, call, own, list(at === -1 ? given : given.slice(0, at)));
  return chosen === undefined ? ran(run, call, top) : chosen.run(list(given.slice(at + 1)));
}

function isOneOf(run: ModelRun, name: Value, names: readonly string[], at: Location): Value {
  const list = run.newList(
    "java.util.List",
    names.map((it) => constantOf(it)),
    at,
  );
  return names.length === 1
    ? run.invoke(constantOf(names[0] ?? ""), "equals", [name], at)
    : run.invoke(list, "contains", [name], at);
}

/** `addSubcommand("copy", new Copy())`, `addSubcommand(new Copy())` */
function added(run: ModelRun, call: Invocation, line: MapValue): readonly Subcommand[] {
  const list = run.entry(line, "subcommands");
  const pairs = list.kind === "list" ? run.items(list).items.map((it) => it.value) : [];
  return pairs.flatMap((it) => {
    const [first, object = first] =
      it.kind === "list" ? run.items(it).items.map((its) => its.value) : [];
    const names = object === first ? [] : [stringOf(first) ?? ""];
    return object === undefined
      ? []
      : subcommand(run, call, { object, names, parent: run.entry(line, "command") });
  });
}

/** What `@Command(subcommands = ...)` names, and the methods that are commands themselves. */
function subcommandsOf(run: ModelRun, call: Invocation, command: Value): readonly Subcommand[] {
  if (command.kind !== "instance") {
    return [];
  }
  const type = command.class;
  const written = type.type.annotations
    .find((it) => simpleName(it.name) === "Command")
    ?.arguments.find((it) => it.name === "subcommands")?.value;
  const named = written === undefined ? undefined : run.annotationValue(type, written);
  const classes =
    named?.kind === "list" ? run.items(named).items.map((it) => it.value) : [named ?? []].flat();
  return classes.flatMap((object) => subcommand(run, call, { object, names: [], parent: command }));
}

function subcommand(
  run: ModelRun,
  call: Invocation,
  {
    object,
    names,
    parent,
  }: { readonly object: Value; readonly names: readonly string[]; readonly parent: Value },
): readonly Subcommand[] {
  const inner = object.kind === "map" ? run.entry(object, "command") : object;
  const type =
    inner.kind === "class"
      ? inner.type.declaration
      : inner.kind === "instance"
        ? inner.class
        : undefined;
  const mark = type?.type.annotations.find((it) => simpleName(it.name) === "Command");
  const written = ["name", "aliases"].flatMap(
    (name) => mark?.arguments.find((it) => it.name === name) ?? [],
  );
  const own = [
    ...names,
    ...written.flatMap((it) =>
      type === undefined ? [] : textsIn(run, run.annotationValue(type, it.value)),
    ),
  ];
  return type === undefined || own.length === 0
    ? []
    : [
        {
          names: own,
          run: (args) => {
            const line = object.kind === "map" ? object : commandLine(run, object, call.name);
            giveParent(run, run.entry(line, "command"), parent);
            return executed(run, call, line, args);
          },
        },
      ];
}

/** `@ParentCommand private App parent` */
function giveParent(run: ModelRun, command: Value, parent: Value): void {
  for (const it of command.kind === "instance" ? run.shape(command.class).fields : []) {
    if (
      command.kind === "instance" &&
      it.annotations.some((its) => simpleName(its.name) === "ParentCommand")
    ) {
      run.assign(command, it.name, parent);
    }
  }
}

/** The command, with its options; of a class picocli makes an object. */
function filled(run: ModelRun, call: Invocation, command: Value, args: Value | undefined): Value {
  return run.branchOf(command, (it) => {
    const own = it.kind === "class" ? run.construct(it.type, [], call.name) : it;
    fillOptions(run, [own], args, rules, call.name);
    return own;
  });
}

/** What `call` gives is the exit code. */
function ran(run: ModelRun, call: Invocation, command: Value): Value {
  return run.branchOf(command, (it) => {
    if (it.kind === "instance" && run.hasMethod(it, "call")) {
      return run.invoke(it, "call", [], call.name);
    }
    if (it.kind === "instance" && run.hasMethod(it, "run")) {
      run.invoke(it, "run", [], call.name);
      return constantOf(0, [call.name]);
    }
    return unknownOf("run-time-data", [call.name], "The exit code of a command.");
  });
}
