import type { Invocation, Model, ModelRun } from "../model.ts";
import type { Value } from "../value.ts";

/** Values that Flink only keeps: its tuples, and the parameters that all functions of a job may ask for. */
export const flinkValues: Model = {
  id: "flink-values",
  classes: [
    "org.apache.flink.api.common.ExecutionConfig",
    ...Array.from(
      { length: 25 },
      (_, index) => `org.apache.flink.api.java.tuple.Tuple${index + 1}`,
    ),
  ],
  call: (run, call) =>
    call.class.endsWith("ExecutionConfig") ? globalParameters(run, call) : tuple(run, call),
};

/** The parameters that were set last, on whatever object: `env.getConfig()` is the same one at each call. */
function globalParameters(run: ModelRun, call: Invocation): Value | undefined {
  return call.method === "getGlobalJobParameters"
    ? run.log().calls.findLast((it) => it.method === "setGlobalJobParameters")?.arguments[0]
    : undefined;
}

/** `Tuple2.of(a, b)`: a list whose items are the fields `f0`, `f1`. */
function tuple(run: ModelRun, call: Invocation): Value | undefined {
  const isMade = call.receiver === undefined && (call.method === "new" || call.method === "of");
  return isMade && call.arguments.length > 0
    ? run.newList(call.class, call.arguments, call.at)
    : undefined;
}
