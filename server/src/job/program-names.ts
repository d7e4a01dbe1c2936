import { derived } from "../connectors/table-facts.ts";
import { callsOn, type Log } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { JobNames } from "./job.ts";
import type { GraphExecution } from "./stream-graph.ts";

/** The names of `execute(name)`, `executeAndCollect(name)`, and of a graph that was given one: `graph.setJobName(name)`. */
export function programNames(log: Log, execution: GraphExecution | undefined): JobNames {
  const given = execution?.call.arguments[0];
  const argument =
    given?.kind === "object"
      ? callsOn(log, given, execution?.call.seq).findLast((it) => it.method === "setJobName")
          ?.arguments[0]
      : given;
  return {
    argument: argument !== undefined && isName(argument) ? derived(argument) : undefined,
    default: {
      kind: "derived",
      // StreamGraphGenerator.DEFAULT_STREAMING_JOB_NAME; DataStream.executeAndCollect().
      text: execution?.kind === "collect" ? "DataStream Collect" : "Flink Streaming Job",
      from: [],
    },
  };
}

function isName(argument: Value): boolean {
  return (
    argument.kind !== "object" &&
    !(argument.kind === "constant" && typeof argument.value !== "string")
  );
}
