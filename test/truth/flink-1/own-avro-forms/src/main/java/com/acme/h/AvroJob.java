package com.acme.h;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.AvroDeserializationSchema;
import org.apache.flink.formats.avro.AvroSerializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaConsumer;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
public class AvroJob {
  static final Schema BUILT = SchemaBuilder.record("Built").namespace("com.acme.b").fields().name("id").doc("key").type().longType().noDefault()
      .name("note").type().optional().stringType().name("level").type().nullable().intType().noDefault().optionalBoolean("ok").nullableString("s", "x")
      .name("at").type(Schema.create(Schema.Type.LONG)).noDefault().endRecord();
  static class Record implements KafkaRecordSerializationSchema<GenericRecord> {
    private final String topic = "field.schema";
    private final SerializationSchema<GenericRecord> valueSerializationSchema = AvroSerializationSchema.forGeneric(BUILT);
    @Override public ProducerRecord<byte[], byte[]> serialize(GenericRecord e, KafkaSinkContext c, Long t) { return new ProducerRecord<>(topic, valueSerializationSchema.serialize(e)); }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    Properties p = new Properties(); p.setProperty("bootstrap.servers", "k:9092");
    DataStream<GenericRecord> in = env.fromSource(KafkaSource.<GenericRecord>builder().setBootstrapServers("k:9092").setTopics("generic").setDeserializer(
        KafkaRecordDeserializationSchema.valueOnly(AvroDeserializationSchema.forGeneric(BUILT))).build(), WatermarkStrategy.noWatermarks(), "g");
    env.addSource(new FlinkKafkaConsumer<>("old.generic", AvroDeserializationSchema.forGeneric(BUILT), p)).addSink(new FlinkKafkaProducer<>("old.out", AvroSerializationSchema.forGeneric(BUILT), p));
    in.sinkTo(KafkaSink.<GenericRecord>builder().setBootstrapServers("k:9092").setRecordSerializer(new Record()).build());
    env.execute();
  }
}
