package com.inv;

import org.apache.flink.api.common.serialization.*;
import org.apache.flink.streaming.api.datastream.*;

public class InventoryJob extends AbstractJob<String, String> {
  public static void main(String[] args) throws Exception {
    AbstractJob<?, ?> job = new InventoryJob();
    job.submit();
  }

  @Override protected DeserializationSchema<String> reading() { return new SimpleStringSchema(); }
  @Override protected SerializationSchema<String> writing() { return String::getBytes; }
  @Override protected DataStream<String> transform(DataStream<String> in) { return in.filter(it -> !it.isEmpty()).uid("f").startNewChain(); }
}
