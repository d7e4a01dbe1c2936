package org.hold.k;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

interface Pipeline {
  void wire(StreamExecutionEnvironment env);
  default String title() { return "pipeline"; }
  default void launch() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    wire(env);
    env.executeAsync(title());
    StreamExecutionEnvironment other = StreamExecutionEnvironment.getExecutionEnvironment();
    other.fromSource(Kafka.source("side"), WatermarkStrategy.noWatermarks(), "side").sinkTo(Kafka.sink("side-out"));
    other.executeAsync();
  }
}
