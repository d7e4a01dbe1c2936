import { unseenApi } from "../api.ts";
import type { Connector, SqlDataset, TableUse } from "../connector.ts";
import {
  datasetByTableName,
  documentedOptions,
  mapped,
  optionText,
  tableFactory,
} from "../table-facts.ts";

/** Amazon Kinesis Data Streams. */
export const kinesis: Connector = {
  id: "kinesis",
  title: "Amazon Kinesis Data Streams",
  artifacts: [
    "org.apache.flink:flink-connector-kinesis",
    "org.apache.flink:flink-sql-connector-kinesis",
    "org.apache.flink:flink-connector-aws-kinesis-streams",
    "org.apache.flink:flink-sql-connector-aws-kinesis-streams",
  ],
  api: unseenApi([
    {
      class: "org.apache.flink.connector.kinesis.source.KinesisStreamsSource",
      role: "source",
      factories: ["builder"],
      builder: "org.apache.flink.connector.kinesis.source.KinesisStreamsSourceBuilder",
      boundedness: "unbounded",
    },
    {
      class: "org.apache.flink.connector.kinesis.sink.KinesisStreamsSink",
      role: "sink",
      factories: ["builder"],
      builder: "org.apache.flink.connector.kinesis.sink.KinesisStreamsSinkBuilder",
    },
    {
      class: "org.apache.flink.connector.firehose.sink.KinesisFirehoseSink",
      role: "sink",
      factories: ["builder"],
      builder: "org.apache.flink.connector.firehose.sink.KinesisFirehoseSinkBuilder",
    },
    {
      class: "org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer",
      role: "source",
      boundedness: "unbounded",
    },
    { class: "org.apache.flink.streaming.connectors.kinesis.FlinkKinesisProducer", role: "sink" },
  ]),
  tables: [
    tableFactory({
      identifiers: ["kinesis", "kinesis-legacy"],
      roles: ["source", "sink"],
      // The two generations of the connector name the stream differently, so neither name is required.
      options: documentedOptions(
        ["format"],
        ["stream.arn", "stream", "aws.region", "aws.endpoint"],
        {
          prefixes: ["aws.", "scan.", "sink.", "source."],
          formats: [{ key: "format", prefix: "" }],
        },
      ),
      abilities: { metadata: true },
      boundedness: "unbounded",
      dataset: datasetOf,
    }),
  ],
};

const streamArn = /^(arn:[^:]*:kinesis:[^:]*:[^:]*):(stream\/.+)$/;

/** KinesisTableLineageDatasetIdentifierVisitor (since 1.53) reads `stream.arn` alone. */
function datasetOf(table: TableUse): SqlDataset {
  const arn = optionText(table.options, "stream.arn");
  if (arn === undefined || (arn.kind === "derived" && !streamArn.test(arn.text))) {
    return datasetByTableName(table);
  }
  const part = (index: number) => mapped(arn, (it) => streamArn.exec(it)?.[index] ?? it);
  return { namespace: part(1), name: part(2), symlink: true };
}
