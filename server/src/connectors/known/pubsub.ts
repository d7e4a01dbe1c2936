import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** Google Pub/Sub: neither listener sees its classes. */
export const pubsub: Connector = {
  id: "pubsub",
  title: "Google Pub/Sub",
  artifacts: ["org.apache.flink:flink-connector-gcp-pubsub*"],
  api: unseenApi([
    {
      class: "org.apache.flink.streaming.connectors.gcp.pubsub.PubSubSource",
      role: "source",
      factories: ["newBuilder"],
      boundedness: "unbounded",
    },
    {
      class: "org.apache.flink.streaming.connectors.gcp.pubsub.PubSubSink",
      role: "sink",
      factories: ["newBuilder"],
    },
  ]),
  tables: [],
};
