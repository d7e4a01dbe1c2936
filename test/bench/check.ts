import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../server/src/cli/run.ts";
import { type Bench, medianCpu } from "./bench.ts";

export const bench: Bench = {
  title: "flink-lineage check over 1,000 files, half of them Java: CPU",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "check-"));
    mkdirSync(join(folder, "jobs"));
    for (let number = 0; number < 500; number++) {
      writeFileSync(join(folder, "jobs", `job${number}.flink.sql`), scriptText(number));
      writeFileSync(join(folder, "jobs", `Job${number}.java`), jobText(number));
    }
    let printed = "";
    const time = await medianCpu(1, () =>
      runCommandLine(
        { cwd: folder, colours: false, out: (it) => (printed += it), error: () => {} },
        ["check", ".", "--fail-on", "never", "--flink", "1.20"],
      ),
    );
    const memory = process.memoryUsage().rss / 1024 / 1024;
    rmSync(folder, { recursive: true });
    if (!printed.includes("1000 files")) {
      throw new Error(`Not all files were looked at: ${printed.slice(-100)}`);
    }
    return [
      { what: "all files", value: time / 1000, unit: "s", limit: 30 },
      { what: "memory of the process", value: memory, unit: "MB", limit: 800 },
    ];
  },
};

function scriptText(number: number): string {
  return `CREATE TABLE orders (id BIGINT, amount DECIMAL(10, 2), placed TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'orders-${number}', 'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop', 'format' = 'json'
);
CREATE TABLE copies WITH ('topic' = 'copies-${number}') LIKE orders;
CREATE VIEW large AS SELECT * FROM orders WHERE amount > ${number};
INSERT INTO copies SELECT id, SUM(amount), MAX(placed) FROM large GROUP BY id;
`;
}

function jobText(number: number): string {
  return `import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Job${number} {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers("kafka:9092")
            .setTopics("orders-${number}")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "orders").map(it -> it + ";").print();
    env.execute("job ${number}");
  }
}
`;
}
