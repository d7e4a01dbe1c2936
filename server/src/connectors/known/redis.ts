import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** Redis: neither listener sees its classes. */
export const redis: Connector = {
  id: "redis",
  title: "Redis",
  artifacts: ["org.apache.bahir:flink-connector-redis*"],
  api: unseenApi([
    { class: "org.apache.flink.streaming.connectors.redis.RedisSink", role: "sink" },
  ]),
  tables: [],
};
