import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** Apache Doris: neither listener sees its classes. */
export const doris: Connector = {
  id: "doris",
  title: "Apache Doris",
  artifacts: ["org.apache.doris:flink-doris-connector*"],
  api: unseenApi([
    { class: "org.apache.doris.flink.sink.DorisSink", role: "sink", factories: ["builder"] },
    {
      class: "org.apache.doris.flink.source.DorisSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.doris.flink.source.DorisSourceBuilder",
      boundedness: "bounded",
    },
  ]),
  tables: [],
};
