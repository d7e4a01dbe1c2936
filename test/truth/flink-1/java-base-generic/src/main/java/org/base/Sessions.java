package org.base;
import org.apache.flink.api.common.serialization.*;
import org.apache.flink.streaming.api.datastream.DataStream;

public class Sessions extends Job<String, String> {
  private Sessions(Settings settings) { super(settings); }

  @Override protected DeserializationSchema<String> reader() { return new SimpleStringSchema(); }
  @Override protected SerializationSchema<String> writer() { return new SimpleStringSchema(); }
  @Override protected String outputTopic() { return inputTopic().replace(".events", "") + ".sessions." + super.outputTopic(); }
  @Override protected DataStream<String> transform(DataStream<String> in) { return in.map(String::trim); }

  public static void main(String[] args) throws Exception {
    new Sessions(Settings.of(Sessions.class.getSimpleName().toLowerCase())).run();
  }
}
