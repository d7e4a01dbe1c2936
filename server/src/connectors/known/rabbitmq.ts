import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";

/** RabbitMQ: neither listener sees its classes. */
export const rabbitmq: Connector = {
  id: "rabbitmq",
  title: "RabbitMQ",
  artifacts: ["org.apache.flink:flink-connector-rabbitmq*"],
  api: unseenApi([
    {
      class: "org.apache.flink.streaming.connectors.rabbitmq.RMQSource",
      role: "source",
      boundedness: "unbounded",
    },
    { class: "org.apache.flink.streaming.connectors.rabbitmq.RMQSink", role: "sink" },
  ]),
  tables: [],
};
