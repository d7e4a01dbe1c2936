import { unseenApi } from "../api.ts";
import type { Connector } from "../connector.ts";
import { documentedOptions, recordedOptions, tableFactory } from "../table-facts.ts";

/** Elasticsearch 6, 7 and 8: a sink. */
export const elasticsearch: Connector = {
  id: "elasticsearch",
  title: "Elasticsearch",
  artifacts: [
    "org.apache.flink:flink-connector-elasticsearch*",
    "org.apache.flink:flink-sql-connector-elasticsearch*",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.elasticsearch.sink.ElasticsearchSink",
      role: "sink",
      builder: "org.apache.flink.connector.elasticsearch.sink.Elasticsearch7SinkBuilder",
    },
    {
      class: "org.apache.flink.connector.elasticsearch.sink.ElasticsearchSink",
      role: "sink",
      builder: "org.apache.flink.connector.elasticsearch.sink.Elasticsearch6SinkBuilder",
    },
    {
      class: "org.apache.flink.connector.elasticsearch.sink.Elasticsearch8AsyncSink",
      role: "sink",
      builder: "org.apache.flink.connector.elasticsearch.sink.Elasticsearch8AsyncSinkBuilder",
    },
    {
      class: "org.apache.flink.streaming.connectors.elasticsearch5.ElasticsearchSink",
      role: "sink",
    },
    {
      class: "org.apache.flink.streaming.connectors.elasticsearch6.ElasticsearchSink",
      role: "sink",
    },
    {
      class: "org.apache.flink.streaming.connectors.elasticsearch7.ElasticsearchSink",
      role: "sink",
    },
    {
      class: "org.apache.flink.streaming.connectors.elasticsearch.ElasticsearchSink",
      role: "sink",
    },
  ]),
  tables: [
    tableFactory({
      identifiers: ["elasticsearch-7"],
      roles: ["sink"],
      options: recordedOptions("elasticsearch-7", {
        formats: [{ key: "format", prefix: "" }],
        // Options of other releases of the connector than the recorded one.
        complete: false,
      }),
    }),
    tableFactory({
      identifiers: ["elasticsearch-8", "elasticsearch-6"],
      roles: ["sink"],
      options: documentedOptions(
        ["hosts", "index"],
        ["document-type", "username", "password", "document-id.key-delimiter", "format"],
        { prefixes: ["sink.", "connection."], formats: [{ key: "format", prefix: "" }] },
      ),
    }),
  ],
};
