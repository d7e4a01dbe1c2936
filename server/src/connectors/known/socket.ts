import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** Socket: neither listener sees its classes. */
export const socket: Connector = {
  id: "socket",
  title: "Socket",
  artifacts: ["org.apache.flink:flink-streaming-java*"],
  api: unseenApi([
    {
      class: "org.apache.flink.streaming.api.functions.source.SocketTextStreamFunction",
      role: "source",
      boundedness: "unbounded",
    },
    {
      class: "org.apache.flink.streaming.api.functions.source.legacy.SocketTextStreamFunction",
      role: "source",
      boundedness: "unbounded",
    },
    { class: "org.apache.flink.streaming.api.functions.sink.SocketClientSink", role: "sink" },
  ]),
  tables: [],
};
