package fr.cat.job;

import com.fasterxml.jackson.databind.*;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.io.InputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.sink.*;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.StreamingFileSink;

public class CatalogueJob {
  public static void main(String[] args) throws Exception {
    JobSettings settings;
    try (InputStream in = CatalogueJob.class.getClassLoader().getResourceAsStream("job.json")) {
      settings = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false).readValue(in, JobSettings.class);
    }
    final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName(settings.getJobName()).jobNamespace(settings.getTeam()).build());
    DataStream<String> all = null;
    for (JobSettings.Feed feed : settings.getFeeds()) {
      if (!feed.isEnabled()) continue;
      DataStream<String> next;
      switch (feed.getType()) {
        case KAFKA:
          next = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(settings.getCluster().toServers()).setTopics(feed.getTopic()).setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), feed.getTopic());
          break;
        case SOCKET:
          next = env.socketTextStream("feeds.cat", 7777);
          break;
        default:
          throw new IllegalArgumentException(feed.getType().name());
      }
      all = all == null ? next.map(String::trim) : all.union(next.map(String::trim));
    }
    all.sinkTo(FileSink.forRowFormat(new Path("/tmp/catalogue"), new SimpleStringEncoder<String>()).build());
    all.addSink(StreamingFileSink.forRowFormat(new Path("/tmp/catalogue-old"), new SimpleStringEncoder<String>("UTF-8")).build());
    all.sinkTo(KafkaSink.<String>builder().setBootstrapServers(settings.getCluster().toServers()).setRecordSerializer(KafkaRecordSerializationSchema.builder().setTopic(settings.getOutput()).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
    JobClient client = env.executeAsync(settings.getJobName());
    System.out.println(client.getJobID());
  }
}
