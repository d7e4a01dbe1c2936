package com.acme.avro;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.formats.avro.AvroDeserializationSchema;
import org.apache.flink.formats.avro.AvroSerializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class AvroForms {
  private static final String JSON = "{\"type\":\"record\",\"name\":\"Reading\",\"namespace\":\"iot\",\"doc\":\"top\",\"fields\":["
      + "{\"name\":\"id\",\"type\":\"string\",\"doc\":\"sensor\"},"
      + "{\"name\":\"value\",\"type\":[\"null\",\"double\",\"long\"],\"default\":null},"
      + "{\"name\":\"unit\",\"type\":{\"type\":\"enum\",\"name\":\"Unit\",\"symbols\":[\"C\",\"F\"]}},"
      + "{\"name\":\"hash\",\"type\":{\"type\":\"fixed\",\"name\":\"Md5\",\"size\":16}},"
      + "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},"
      + "{\"name\":\"pos\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Pos\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"},{\"name\":\"unit2\",\"type\":\"Unit\"}]}]},"
      + "{\"name\":\"attrs\",\"type\":{\"type\":\"map\",\"values\":{\"type\":\"array\",\"items\":\"Pos\"}}}]}";

  private static Schema out() {
    return SchemaBuilder.record("Alert").doc("d").fields()
        .requiredString("id")
        .name("level").doc("how bad").type().intType().noDefault()
        .optionalDouble("score")
        .name("tags").type().array().items().stringType().noDefault()
        .name("meta").type().map().values().longType().noDefault()
        .name("kind").type().enumeration("Kind").namespace("k").symbols("A", "B").noDefault()
        .endRecord();
  }

  public static void main(String[] args) throws Exception {
    Schema in = new Schema.Parser().parse(JSON);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<GenericRecord> readings = env.fromSource(KafkaSource.<GenericRecord>builder().setBootstrapServers("iot:9092").setTopics("readings", "readings-b")
        .setGroupId("g").setValueOnlyDeserializer(AvroDeserializationSchema.forGeneric(in)).build(), WatermarkStrategy.noWatermarks(), "readings");
    readings.sinkTo(KafkaSink.<GenericRecord>builder().setBootstrapServers("iot:9092").setRecordSerializer(
        KafkaRecordSerializationSchema.<GenericRecord>builder().setTopic("alerts")
            .setValueSerializationSchema(AvroSerializationSchema.forGeneric(out())).build()).build());
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("avro").build());
    env.execute();
  }
}
