package com.acme.iter;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.IterativeStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

public class IterJob {
  static class Look extends RichAsyncFunction<String, String> {
    @Override public void asyncInvoke(String in, ResultFuture<String> f) { f.complete(Collections.singleton(in)); }
  }

  static org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator<String> read(StreamExecutionEnvironment env, String t) {
    return env.fromSource(KafkaSource.<String>builder().setBootstrapServers("it:9092").setTopics(t).setGroupId("g")
        .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), t);
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobName("iter").build());
    AsyncDataStream.unorderedWait(read(env, "async"), new Look(), 1, TimeUnit.SECONDS, 10);
    IterativeStream<String> it = read(env, "loop").iterate(5000L);
    DataStream<String> step = it.map(s -> s.substring(1)).returns(String.class);
    it.closeWith(step.filter(s -> s.length() > 3));
    step.filter(s -> s.length() <= 3).printToErr("done");
    read(env, "partitioned").partitionCustom((k, n) -> 0, s -> s).forward();
    read(env, "named").name("a").uid("b").setParallelism(1);
    read(env, "side").global();
    env.execute();
  }
}
