package org.hold.h;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import java.util.*;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.formats.json.JsonDeserializationSchema;

public class Sensors {
  public static class Reading {
    public static final int VERSION = 3;
    public String sensor;
    public double value;
    public long[] samples;
    public Map<String, Integer> counts;
    private int hidden;
    public Reading() {}
  }
  public static class Alarm { public String sensor; public java.time.Instant at; public Integer level; public Alarm() {} }
  public static class AlarmSchema implements SerializationSchema<Alarm> {
    @Override public byte[] serialize(Alarm a) { return a.sensor.getBytes(); }
  }
  public static void main(String[] args) throws Exception {
    Configuration conf = new Configuration();
    conf.set(PipelineOptions.NAME, "sensor alarms");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(conf);
    KafkaSource<Reading> in = KafkaSource.<Reading>builder().setBootstrapServers("iot:9092").setTopics("readings").setValueOnlyDeserializer(new JsonDeserializationSchema<>(Reading.class)).build();
    KafkaSink<Alarm> out = KafkaSink.<Alarm>builder().setBootstrapServers("iot:9092").setRecordSerializer(KafkaRecordSerializationSchema.<Alarm>builder().setTopic("alarms").setValueSerializationSchema(new AlarmSchema()).build()).build();
    env.fromSource(in, WatermarkStrategy.noWatermarks(), "in").map(r -> { Alarm a = new Alarm(); a.sensor = r.sensor; return a; }).returns(Alarm.class).sinkTo(out);
    env.execute();
  }
}
