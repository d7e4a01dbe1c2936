package ag.meter;

import io.openlineage.client.OpenLineage;
import io.openlineage.flink.api.*;
import java.util.*;
import java.util.stream.*;
import org.apache.flink.streaming.api.functions.sink.*;
import org.apache.flink.streaming.api.functions.source.*;

abstract class Base extends RichParallelSourceFunction<String> {
  protected final String name;
  protected volatile boolean running = true;
  Base(String name) { this.name = name; }
  @Override public void run(SourceContext<String> context) throws Exception { while (running) { context.collect(name); Thread.sleep(50); } }
  @Override public void cancel() { running = false; }
}

class Silent extends Base {
  Silent() { super("silent"); }
}

class Archive extends RichSinkFunction<String> implements LineageProvider<OpenLineage.OutputDataset> {
  private final String[] parts;
  Archive(String... parts) { this.parts = parts; }
  @Override public List<OpenLineage.OutputDataset> getDatasets(DatasetFactory<OpenLineage.OutputDataset> factory) {
    return Stream.of("year", "month").map(it -> factory.getDataset(String.join("/", parts) + "/" + it, "archive")).collect(Collectors.toList());
  }
}

class Nowhere<T> implements SinkFunction<T> {}
