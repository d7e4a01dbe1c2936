package org.poly;
import com.fasterxml.jackson.annotation.*;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.DataStream;

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Target.Kafka.class, name = "kafka"), @JsonSubTypes.Type(value = Target.Print.class, name = "print")})
public abstract class Target {
  abstract void attach(DataStream<String> stream);

  public static class Kafka extends Target {
    public String topic;
    public String servers;

    @Override void attach(DataStream<String> stream) {
      stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
  }

  public static class Print extends Target {
    @JsonProperty("prefix") private String label;

    @Override void attach(DataStream<String> stream) { stream.print(label); }
  }
}
