import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { analyse } from "../../server/src/workspace/analyse.ts";
import { type LoadedFiles, loadedFiles } from "../../server/src/workspace/loaded-files.ts";
import { nodeDisk } from "../../server/src/workspace/node-disk.ts";
import { loadGrammars } from "../../server/src/workspace/node-grammars.ts";
import { inRounds } from "../../server/src/workspace/rounds.ts";
import { type Bench, medianCpu } from "./bench.ts";

const sources = "src/main/java/shop";
const at = `${sources}/jobs/OrdersJob.java`;
const topics = `${sources}/Topics.java`;

export const bench: Bench = {
  title: "A job of a module of 1,000 Java files: CPU, median",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "module-"));
    for (const [path, text] of moduleOf1000()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const files = loadedFiles(nodeDisk(folder));
    const first = await medianCpu(1, async () => {
      await loadGrammars();
      await namesOf(files, "orders-0");
    });
    const edited = (
      path: string,
      text: (time: number) => string,
      topic: (time: number) => string,
    ) =>
      medianCpu(60, (time) => {
        files.put(path, text(time));
        return namesOf(files, topic(time));
      });
    const ofJob = await edited(
      at,
      (time) => `${jobText}// ${time}\n`,
      () => "orders-0",
    );
    const ofConstants = await edited(
      topics,
      (time) => topicsText(time),
      (time) => `orders-${time}`,
    );
    const memory = process.memoryUsage().rss / 1024 / 1024;
    rmSync(folder, { recursive: true });
    return [
      { what: "first prediction, grammar included", value: first, unit: "ms", limit: 1500 },
      { what: "after an edit of the job", value: ofJob, unit: "ms", limit: 50 },
      { what: "after an edit of its constants", value: ofConstants, unit: "ms", limit: 100 },
      { what: "memory of the process", value: memory, unit: "MB", limit: 300 },
    ];
  },
};

async function namesOf(files: LoadedFiles, topic: string): Promise<void> {
  const { result } = await inRounds(files, (it) => analyse(it, { flink: "2.2.1" }, at));
  const [prediction] = "unread" in result ? [] : result.predictions;
  const name = (prediction?.events[0] ?? prediction?.ifWired[0])?.inputs?.[0]?.name;
  if (name !== topic) {
    throw new Error(`The job reads ${name}, not ${topic}.`);
  }
}

function topicsText(time: number): string {
  return `package shop;
public final class Topics {
  public static final String PREFIX = "orders-";
  public static final String ORDERS = PREFIX + ${time};
}
`;
}

const jobText = `package shop.jobs;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import shop.Topics;
import shop.p0.Service0;

public class OrdersJob extends BaseJob {
  public static void main(String[] args) throws Exception {
    new OrdersJob().start();
  }

  @Override
  protected void build(StreamExecutionEnvironment env) {
    KafkaSource<String> source = KafkaSource.<String>builder()
        .setBootstrapServers(Service0.brokers(3))
        .setTopics(Topics.ORDERS)
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
    KafkaSink<String> sink = KafkaSink.<String>builder()
        .setBootstrapServers(Service0.brokers(3))
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
            .setTopic(Topics.PREFIX + "out").setValueSerializationSchema(new SimpleStringSchema()).build())
        .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "orders").map(it -> it.trim()).sinkTo(sink);
  }
}
`;

const baseText = `package shop.jobs;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public abstract class BaseJob {
  protected abstract void build(StreamExecutionEnvironment env);

  public void start() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    build(env);
    env.execute(getClass().getSimpleName());
  }
}
`;

/** The job, its base class and constants, and 997 services in twenty packages, each of which calls the next. */
function moduleOf1000(): readonly (readonly [path: string, text: string])[] {
  const services = Array.from({ length: 997 }, (_, index) => {
    const own = index % 20;
    const next = (index + 1) % 997;
    return [
      `${sources}/p${own}/Service${index}.java`,
      `package shop.p${own};
import shop.p${next % 20}.Service${next};

public class Service${index} {
  private static final String HOST = "broker-${index}:9092";
${Array.from({ length: 20 }, (_, method) => `  public int step${method}(int value) {\n    int sum = value;\n    for (int i = 0; i < ${method}; i++) {\n      sum += i * ${index};\n    }\n    return sum;\n  }\n`).join("")}
  public static String brokers(int more) {
    return more == 0 ? HOST : Service${next}.brokers(more - 1);
  }
}
`,
    ] as const;
  });
  return [
    [at, jobText],
    [`${sources}/jobs/BaseJob.java`, baseText],
    [topics, topicsText(0)],
    ...services,
  ];
}
