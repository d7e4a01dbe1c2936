import type { Invocation, Model, ModelRun } from "../model.ts";
import { noResult, nothing } from "../modelling/model-help.ts";
import { parsedNumber } from "../scalars/numbers.ts";
import { constantOf, distribute, plain, stringOf, unknownOf } from "../texts.ts";
import type { Value } from "../value.ts";

/** `System`, `Runtime`, loggers and printing. */
export const system: Model = {
  id: "system",
  classes: [
    "java.lang.System",
    "java.lang.Runtime",
    "java.io.PrintStream",
    "org.slf4j.Logger",
    "org.slf4j.LoggerFactory",
    "org.apache.log4j.Logger",
    "org.apache.logging.log4j.Logger",
    "org.apache.logging.log4j.LogManager",
    "java.util.logging.Logger",
    "java.lang.Thread",
    "java.lang.Integer",
    "java.lang.Boolean",
    "java.lang.Long",
  ],
  call(run, call) {
    if (call.receiver !== undefined) {
      return isTalk(call.class) ? nothing(call) : undefined;
    }
    return ofClass(run, call);
  },
  get(run, className, field, at) {
    return className === "java.lang.System" && (field === "out" || field === "err")
      ? run.newObject("java.io.PrintStream", at)
      : undefined;
  },
};

function isTalk(className: string): boolean {
  return className.endsWith("Logger") || className === "java.io.PrintStream";
}

function ofClass(run: ModelRun, call: Invocation): Value | undefined {
  const { name: at } = call;
  const first = call.arguments[0];
  switch (call.method) {
    case "getenv":
      return first === undefined
        ? environment(run, call)
        : variable(run, call, "environment", first);
    case "getProperty":
      return call.class === "java.lang.System" && first !== undefined
        ? variable(run, call, "system-property", first)
        : undefined;
    case "getProperties": {
      const map = run.newMap("java.util.Properties", [], at);
      run.open(
        map,
        unknownOf("open-map", [at], "It holds the system properties of the JVM."),
        "system-property",
      );
      return map;
    }
    case "getInteger":
    case "getLong":
    case "getBoolean":
      return first === undefined || !call.class.startsWith("java.lang.")
        ? undefined
        : parsedNumber(
            run,
            variable(run, call, "system-property", first),
            call.method.slice(3).toLowerCase().replace("integer", "int"),
            call,
          );
    case "exit":
    case "halt":
      return call.class === "java.lang.System" ? run.exits(at) : undefined;
    case "lineSeparator":
      return constantOf("\n", [at]);
    case "currentTimeMillis":
    case "nanoTime":
      return noResult(call);
    case "getLogger":
      return run.newObject(
        call.class.includes("util.logging") ? "java.util.logging.Logger" : "org.slf4j.Logger",
        at,
      );
    case "sleep":
    case "setProperty":
    case "gc":
    case "arraycopy":
      return nothing(call);
    default:
      return undefined;
  }
}

/** `System.getenv()` is a map of all. */
function environment(run: ModelRun, call: Invocation): Value {
  const map = run.newMap("java.util.Map", [], call.name);
  if (!run.given.environmentComplete) {
    run.open(
      map,
      unknownOf("open-map", [call.name], "It holds the environment of the process."),
      "environment",
    );
  }
  for (const [key, value] of run.given.environment) {
    run.put(
      map,
      constantOf(key),
      run.input("environment", key, undefined, call.name, constantOf(value, [call.name])),
    );
  }
  return map;
}

function variable(
  run: ModelRun,
  call: Invocation,
  kind: "environment" | "system-property",
  key: Value,
): Value {
  return distribute([key], ([it]) => {
    const name = stringOf(plain(it ?? key));
    return name === undefined
      ? unknownOf(
          "run-time-data",
          [call.name],
          "The name of the variable is not known before the run.",
        )
      : run.input(kind, name, call.arguments[1], call.name);
  });
}
