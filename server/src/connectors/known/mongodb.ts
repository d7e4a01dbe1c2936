import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { recordedOptions, tableFactory } from "../table-facts.ts";

/** MongoDB. */
export const mongodb: Connector = {
  id: "mongodb",
  title: "MongoDB",
  artifacts: [
    "org.apache.flink:flink-connector-mongodb",
    "org.apache.flink:flink-sql-connector-mongodb",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.mongodb.source.MongoSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.flink.connector.mongodb.source.MongoSourceBuilder",
      boundedness: "bounded",
    },
    {
      class: "org.apache.flink.connector.mongodb.sink.MongoSink",
      role: "sink",
      factories: ["builder"],
      builder: "org.apache.flink.connector.mongodb.sink.MongoSinkBuilder",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["mongodb"],
      roles: ["source", "sink", "lookup"],
      // Filter push-down brought further options after the recorded release.
      options: recordedOptions("mongodb", { complete: false }),
      abilities: ({ version }) => ({
        // MongoDynamicTableSource takes filters since 2.0.
        filters: version === undefined || !/^1\./.test(version) ? "some" : "none",
        projection: true,
        limit: true,
      }),
      boundedness: "bounded",
    }),
  ],
};
