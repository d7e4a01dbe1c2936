import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readPrograms } from "./attached.ts";

const job = `
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Job {
  public static void main(String[] args) throws Exception {
    ParameterTool file = ParameterTool.fromPropertiesFile(Job.class.getResourceAsStream("/job.properties"));
    ParameterTool params = ParameterTool.fromArgs(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    for (String topic : new String[] {"orders", file.get("topic"), params.get("topic", "returns"), params.get("other")}) {
      read(env, topic);
    }
    env.execute("job");
  }

  static void read(StreamExecutionEnvironment env, String topic) {
    env.fromSource(
            KafkaSource.<String>builder().setBootstrapServers("kafka:9092").setTopics(topic)
                .setValueOnlyDeserializer(new SimpleStringSchema()).build(),
            WatermarkStrategy.noWatermarks(), topic)
        .print();
  }
}
`;

test("what is known of each dataset, and what tells it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "attached-"));
  const files = {
    "src/main/java/Job.java": job,
    "src/main/resources/job.properties": "topic=shipped\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "shop", path)), { recursive: true });
    writeFileSync(join(folder, "shop", path), text);
  }
  const programs = [];
  for await (const it of readPrograms(folder)) {
    programs.push(it);
  }
  rmSync(folder, { recursive: true });
  expect(programs.map((it) => [it.file, it.crash])).toEqual([
    ["shop/src/main/java/Job.java", undefined],
  ]);
  const told = programs.flatMap((it) => it.attached).map((it) => `${it.known}, ${it.by}`);
  expect(told.sort()).toEqual([
    "default, program",
    "exact, program",
    "exact, resource",
    "nothing to report, program",
    "placeholder, program",
  ]);
});
