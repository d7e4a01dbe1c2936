import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** Amazon DynamoDB: a sink. */
export const dynamodb: Connector = {
  id: "dynamodb",
  title: "Amazon DynamoDB",
  artifacts: [
    "org.apache.flink:flink-connector-dynamodb",
    "org.apache.flink:flink-sql-connector-dynamodb",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.dynamodb.sink.DynamoDbSink",
      role: "sink",
      factories: ["builder"],
      builder: "org.apache.flink.connector.dynamodb.sink.DynamoDbSinkBuilder",
    },
    {
      class: "org.apache.flink.connector.dynamodb.source.DynamoDbStreamsSource",
      role: "source",
      factories: ["builder"],
      boundedness: "unbounded",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["dynamodb"],
      roles: ["sink"],
      options: recordedOptions("dynamodb", { prefixes: ["aws.", "sink."], complete: false }),
    }),
  ],
};
