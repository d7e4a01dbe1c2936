import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** ClickHouse: neither listener sees its classes. */
export const clickhouse: Connector = {
  id: "clickhouse",
  title: "ClickHouse",
  artifacts: ["com.clickhouse.flink:flink-connector-clickhouse*"],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.clickhouse.sink.ClickHouseAsyncSink",
      role: "sink",
      factories: ["builder"],
    },
  ]),
  tables: [],
};
