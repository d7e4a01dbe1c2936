package shop.avrofiles;

import java.io.*;
import org.apache.avro.Schema;
import org.apache.avro.generic.*;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.*;
import org.apache.flink.formats.avro.*;
import org.apache.flink.formats.avro.typeutils.GenericRecordAvroTypeInfo;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;

public class AvroFiles {
  private static final Schema ORDER = load("order");

  private static Schema load(String name) {
    try (InputStream in = AvroFiles.class.getResourceAsStream("/avro/" + name + ".avsc")) {
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<GenericRecord> orders = env.fromSource(KafkaSource.<GenericRecord>builder().setBootstrapServers("avro:9092").setTopics("orders")
        .setValueOnlyDeserializer(AvroDeserializationSchema.forGeneric(ORDER)).build(), WatermarkStrategy.noWatermarks(), "orders");
    Schema line = ORDER.getField("lines").schema().getElementType();
    DataStream<GenericRecord> lines = orders.map(it -> (GenericRecord) it.get("x")).returns(new GenericRecordAvroTypeInfo(line));
    lines.sinkTo(KafkaSink.<GenericRecord>builder().setBootstrapServers("avro:9092").setRecordSerializer(KafkaRecordSerializationSchema.<GenericRecord>builder()
        .setTopic("lines").setValueSerializationSchema(AvroSerializationSchema.forGeneric(line)).build()).build());
    env.execute("avro files");
  }
}
