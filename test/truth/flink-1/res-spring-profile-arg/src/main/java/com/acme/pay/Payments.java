package com.acme.pay;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.*;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.*;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

@SpringBootApplication
public class Payments {
  interface Target { String topic(); }

  @Service
  @Profile("!prod")
  static class NoTarget implements Target {
    public String topic() { return "scratch"; }
  }

  @Service
  @Profile("prod")
  static class AuditTarget implements Target {
    private final Environment environment;
    AuditTarget(Environment environment) { this.environment = environment; }
    public String topic() { return environment.getRequiredProperty("audit.topic"); }
  }

  @Service
  static class Job {
    @Value("#{'${topics}'.split(',\\s*')}") private List<String> topics;
    @Value("${servers}") private String servers;
    private final Target target;
    Job(Target target) { this.target = target; }

    void start(String name) throws Exception {
      StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
      env.registerJobListener(OpenLineageFlinkJobListener.builder().executionEnvironment(env).jobNamespace("pay").jobName(name).build());
      for (String topic : topics) {
        DataStream<String> in = env.fromSource(KafkaSource.<String>builder().setBootstrapServers(servers).setTopics(topic)
            .setValueOnlyDeserializer(new SimpleStringSchema()).build(), WatermarkStrategy.noWatermarks(), topic);
        in.sinkTo(KafkaSink.<String>builder().setBootstrapServers(servers).setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
            .setTopic(target.topic() + "." + topic).setValueSerializationSchema(new SimpleStringSchema()).build()).build());
      }
      env.execute(name);
    }
  }

  public static void main(String[] args) throws Exception {
    SpringApplication application = new SpringApplication(Payments.class);
    application.setBannerMode(Banner.Mode.OFF);
    ConfigurableApplicationContext context = application.run(args);
    context.getBean(Job.class).start(context.getEnvironment().getProperty("job.name", "payments"));
  }
}
