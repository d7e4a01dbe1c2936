package org.plug;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.streaming.api.datastream.DataStream;

public class KafkaOut extends Out {
  @Override void write(DataStream<String> stream) {
    for (String topic : topics()) {
      stream.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers()).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    }
  }
}
