import { makerOf } from "../log.ts";
import type { Model } from "../model.ts";
import type { Value } from "../value.ts";

const environmentClass = "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment";
const streams = "org.apache.flink.streaming.api.datastream";

/** A stream knows the environment that it was made with. */
export const flinkStreams: Model = {
  id: "flink-streams",
  classes: ["DataStream", "SingleOutputStreamOperator", "DataStreamSource", "KeyedStream"].map(
    (it) => `${streams}.${it}`,
  ),
  call(run, { method, receiver }) {
    if (method !== "getExecutionEnvironment" || receiver === undefined) {
      return undefined;
    }
    const log = run.log();
    // `source.map(...).filter(...)`: each stream is made by a call on the one before, the first on the environment.
    let value: Value | undefined = receiver;
    while (value !== undefined && run.isA(value, environmentClass) !== true) {
      value = makerOf(log, value)?.receiver;
    }
    return value;
  },
};
