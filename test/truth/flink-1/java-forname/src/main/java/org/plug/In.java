package org.plug;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public abstract class In extends Plugin {
  abstract DataStream<String> read(StreamExecutionEnvironment env);
}
