// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Connector } from "../connector.ts";
import { blackhole } from "./blackhole.ts";
import { cassandra } from "./cassandra.ts";
import { clickhouse } from "./clickhouse.ts";
import { datagen } from "./datagen.ts";
import { doris } from "./doris.ts";
import { dynamodb } from "./dynamodb.ts";
import { elasticsearch } from "./elasticsearch.ts";
import { filesystem } from "./filesystem.ts";
import { hbase } from "./hbase.ts";
import { hive } from "./hive.ts";
import { hudi } from "./hudi.ts";
import { hybridSource } from "./hybrid-source.ts";
import { iceberg } from "./iceberg.ts";
import { jdbc } from "./jdbc.ts";
import { kafka } from "./kafka.ts";
import { kinesis } from "./kinesis.ts";
import { mongodb } from "./mongodb.ts";
import { mysqlCdc } from "./mysql-cdc.ts";
import { opensearch } from "./opensearch.ts";
import { paimon } from "./paimon.ts";
import { postgresCdc } from "./postgres-cdc.ts";
import { pravega } from "./pravega.ts";
import { print } from "./print.ts";
import { pubsub } from "./pubsub.ts";
import { pulsar } from "./pulsar.ts";
import { rabbitmq } from "./rabbitmq.ts";
import { redis } from "./redis.ts";
import { socket } from "./socket.ts";
import { upsertKafka } from "./upsert-kafka.ts";

export const connectors: readonly Connector[] = [
  blackhole,
  cassandra,
  clickhouse,
  datagen,
  doris,
  dynamodb,
  elasticsearch,
  filesystem,
  hbase,
  hive,
  hudi,
  hybridSource,
  iceberg,
  jdbc,
  kafka,
  kinesis,
  mongodb,
  mysqlCdc,
  opensearch,
  paimon,
  postgresCdc,
  pravega,
  print,
  pubsub,
  pulsar,
  rabbitmq,
  redis,
  socket,
  upsertKafka,
];
