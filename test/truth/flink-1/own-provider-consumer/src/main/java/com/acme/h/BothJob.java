package com.acme.h;

import io.openlineage.client.OpenLineage;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import io.openlineage.flink.api.DatasetFactory;
import io.openlineage.flink.api.LineageProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kafka.FlinkKafkaConsumer;

public class BothJob {
  static class Told extends FlinkKafkaConsumer<String> implements LineageProvider<OpenLineage.InputDataset> {
    private final String extra;
    Told(String topic, Properties p, String extra) { super(topic, new SimpleStringSchema(), p); this.extra = extra; }
    @Override public List<OpenLineage.InputDataset> getDatasets(DatasetFactory<OpenLineage.InputDataset> f) {
      List<OpenLineage.InputDataset> result = new ArrayList<>();
      for (String s : extra.split(",")) { result.add(f.getDataset(s, "told://here")); }
      return result;
    }
  }
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("ns").jobName("job").build());
    Properties p = new Properties(); p.setProperty("bootstrap.servers", "k:9092");
    env.addSource(new Told("topic", p, "e1,e2")).print();
    env.execute();
  }
}
