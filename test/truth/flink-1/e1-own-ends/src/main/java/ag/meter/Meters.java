package ag.meter;

import io.openlineage.client.OpenLineage;
import io.openlineage.flink.OpenLineageFlinkJobListener;
import io.openlineage.flink.api.*;
import java.util.*;
import org.apache.flink.streaming.api.datastream.*;
import org.apache.flink.streaming.api.environment.*;
import org.apache.flink.streaming.api.functions.sink.*;
import org.apache.flink.streaming.api.functions.source.*;

public class Meters {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SingleOutputStreamOperator<String> readings = env.addSource(new Readings("meters", 3)).map(String::trim);
    DataStreamSource<String> silent = env.addSource(new Silent());
    DataStream<String> both = readings.union(silent);
    both.addSink(new Archive("cold", "2024"));
    both.addSink(new Nowhere<>()).name("nowhere");
    both.map(String::length).addSink(new SinkFunction<Integer>() {
      @Override public void invoke(Integer value, Context context) {}
    });
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).build());
    env.execute("meters");
  }

  static final class Readings extends Base implements LineageProvider<OpenLineage.InputDataset> {
    Readings(String name, int version) { super(name + "-v" + version); }
    @Override public List<OpenLineage.InputDataset> getDatasets(DatasetFactory<OpenLineage.InputDataset> factory) {
      return Collections.singletonList(factory.getDataset(name, "meter://" + getClass().getSimpleName().toLowerCase()));
    }
  }
}
