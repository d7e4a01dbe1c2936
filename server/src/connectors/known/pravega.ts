import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** Pravega: neither listener sees its classes. */
export const pravega: Connector = {
  id: "pravega",
  title: "Pravega",
  artifacts: ["io.pravega:pravega-connectors-flink*"],
  api: unseenApi([
    {
      class: "io.pravega.connectors.flink.FlinkPravegaReader",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
    {
      class: "io.pravega.connectors.flink.FlinkPravegaWriter",
      role: "sink",
      factories: ["builder"],
    },
  ]),
  tables: [],
};
