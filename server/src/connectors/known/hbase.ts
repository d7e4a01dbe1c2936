import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** Apache HBase. */
export const hbase: Connector = {
  id: "hbase",
  title: "Apache HBase",
  artifacts: [
    "org.apache.flink:flink-connector-hbase*",
    "org.apache.flink:flink-sql-connector-hbase*",
  ],
  api: unseenApi([
    { class: "org.apache.flink.connector.hbase.sink.HBaseSinkFunction", role: "sink" },
  ]),
  tables: [
    tableFactory({
      identifiers: ["hbase-2.2", "hbase-1.4", "hbase-2.6"],
      roles: ["source", "sink", "lookup"],
      options: recordedOptions("hbase-2.2", { prefixes: ["properties."], complete: false }),
      abilities: { projection: true },
      boundedness: "bounded",
    }),
  ],
};
