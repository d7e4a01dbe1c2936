import type { Invocation, Model, ModelRun } from "../model.ts";
import { type AnnotatedOptions, fillOptions } from "../modelling/annotated-options.ts";
import { argument, asList, nothing } from "../modelling/model-help.ts";
import type { List, Value } from "../value.ts";

/** JCommander: a list of the objects whose annotated fields it fills. */
export const jcommander: Model = {
  id: "jcommander",
  classes: ["com.beust.jcommander.JCommander", "com.beust.jcommander.JCommander.Builder"],
  call(run, call) {
    const objects = asList(call.receiver);
    return objects === undefined ? made(run, call) : onObjects(run, call, objects);
  },
};

const rules: AnnotatedOptions = {
  option: "Parameter",
  argument: "Parameter",
  names: ["names"],
  nested: "ParametersDelegate",
  separator: ",",
  refuses: "com.beust.jcommander.ParameterException",
};

/** `new JCommander(object, args)`, `JCommander.newBuilder()`. */
function made(run: ModelRun, call: Invocation): Value | undefined {
  if (call.method === "newBuilder") {
    return run.newList(`${jcommander.classes[1]}`, [], call.name);
  }
  if (call.method !== "new") {
    return undefined;
  }
  const objects = run.newList(call.class, call.arguments.slice(0, 1), call.name);
  const args = call.arguments.find((it) => it.kind === "list" && it.class === "[]");
  if (args !== undefined) {
    filled(run, call, objects, args);
  }
  return objects;
}

function onObjects(run: ModelRun, call: Invocation, objects: List): Value | undefined {
  switch (call.method) {
    case "addObject":
      for (const it of itemsIn(run, argument(call, 0))) {
        run.add(objects, it);
      }
      return objects;
    case "args":
    case "parse":
    case "parseWithoutValidation":
      filled(run, call, objects, call.arguments[0]);
      return call.method === "args" ? objects : nothing(call);
    case "build":
      return run.copy(objects, `${jcommander.classes[0]}`, call.name);
    case "usage":
    case "setProgramName":
      return nothing(call);
    default:
      return call.class.endsWith("Builder") ? objects : undefined;
  }
}

function itemsIn(run: ModelRun, value: Value): readonly Value[] {
  return value.kind === "list" ? run.items(value).items.map((it) => it.value) : [value];
}

function filled(run: ModelRun, call: Invocation, objects: List, args: Value | undefined): void {
  fillOptions(run, itemsIn(run, objects), args, rules, call.name);
}
