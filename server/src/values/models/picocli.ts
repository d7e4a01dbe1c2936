import { type AnnotatedOptions, fillOptions } from "../annotated-options.ts";
import { makerOf } from "../log.ts";
import type { Invocation, Model, ModelRun } from "../model.ts";
import { argument } from "../model-help.ts";
import { constantOf, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";

/** picocli: the annotated fields of a command are filled, and `execute` runs it. */
export const picocli: Model = {
  id: "picocli",
  classes: ["picocli.CommandLine"],
  call(run, call) {
    return call.receiver === undefined ? onClass(run, call) : onCommandLine(run, call);
  },
};

const rules: AnnotatedOptions = {
  option: "Option",
  argument: "Parameters",
  names: ["names"],
  default: "defaultValue",
  nested: "Mixin",
  refuses: "picocli.CommandLine.ParameterException",
};

function onClass(run: ModelRun, call: Invocation): Value | undefined {
  switch (call.method) {
    case "populateCommand":
      return filled(run, call, argument(call, 0), call.arguments[1]);
    case "call":
    case "run":
      return ran(run, call, filled(run, call, argument(call, 0), call.arguments[1]));
    default:
      return undefined;
  }
}

function onCommandLine(run: ModelRun, call: Invocation): Value | undefined {
  const command = makerOf(run.log(), call.receiver)?.arguments[0];
  if (command === undefined) {
    return undefined;
  }
  switch (call.method) {
    case "execute":
      return ran(run, call, filled(run, call, command, call.arguments[0]));
    case "parseArgs":
    case "parse":
      filled(run, call, command, call.arguments[0]);
      return undefined;
    case "getCommand":
      return command.kind === "class" ? undefined : command;
    default:
      return /^(set|add|register)[A-Z]/.test(call.method) ? call.receiver : undefined;
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
