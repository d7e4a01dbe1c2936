package org.plug;
import org.apache.flink.streaming.api.datastream.DataStream;

public abstract class Out extends Plugin {
  abstract void write(DataStream<String> stream);
}
