import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileChangeType, Hover, Location } from "vscode-languageserver-protocol";
import { type Session, startSession } from "./server.ts";

const sources = "src/main/java/shop";
const job = `package shop;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Job {
  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    settings.load(Job.class.getResourceAsStream("/job.properties"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> source = KafkaSource.<String>builder()
        .setBootstrapServers(settings.getProperty("brokers"))
        .setTopics(Topics.ORDERS).setGroupId("g").build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "orders").print();
    env.execute("job");
  }
}
`;
const topics = `package shop;

final class Topics {
  static final String ORDERS = "orders";
}
`;
const pom = (flink: string) => `<project><dependencies><dependency>
  <groupId>org.apache.flink</groupId><artifactId>flink-streaming-java</artifactId><version>${flink}</version>
</dependency></dependencies></project>`;

let session: Session;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flink-lineage-"));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function project(files: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = {
    "pom.xml": pom("2.2.1"),
    [`${sources}/Job.java`]: job,
    [`${sources}/Topics.java`]: topics,
    "src/main/resources/job.properties": "brokers=broker:9092\n",
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    write(path, text);
  }
  session = await startSession({ workspaceFolders: [{ uri: uriOf("."), name: "shop" }] });
  await open(`${sources}/Job.java`, job);
}

async function open(path: string, text: string): Promise<void> {
  await session.open(uriOf(path), text, "java");
}

/** Puts `to` in the place of `from`; as an editor does, only what differs is sent. */
async function type(path: string, text: string, from: string, to: string): Promise<string> {
  const next = text.replace(from, () => to);
  expect(next).not.toBe(text);
  const limit = Math.min(text.length, next.length);
  let start = 0;
  while (start < limit && text[start] === next[start]) {
    start++;
  }
  let same = 0;
  while (same < limit - start && text.at(-1 - same) === next.at(-1 - same)) {
    same++;
  }
  const at = (offset: number) => {
    const lines = text.slice(0, offset).split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const range = { start: at(start), end: at(text.length - same) };
  await session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri: uriOf(path), version: 2 },
    contentChanges: [{ range, text: next.slice(start, next.length - same) }],
  });
  return next;
}

function place(text: string, word: string) {
  const lines = text.slice(0, text.indexOf(word)).split("\n");
  return { line: lines.length - 1, character: (lines.at(-1)?.length ?? 0) + 1 };
}

async function hoverOn(
  word: string,
  text = job,
  path = `${sources}/Job.java`,
): Promise<string | undefined> {
  const hover = await session.client.sendRequest<Hover | null>("textDocument/hover", {
    textDocument: { uri: uriOf(path) },
    position: place(text, word),
  });
  return hover === null ? undefined : (hover.contents as { value: string }).value;
}

const head = (card: string | undefined) => card?.split("\n")[0];
const sent = (topic: string, broker = "broker:9092") =>
  `**Input** \`${topic}\` in \`kafka://${broker}\` · Apache Kafka`;

async function changedOnDisk(path: string, text: string, type: FileChangeType = 2): Promise<void> {
  write(path, text);
  await changed(path, type);
}

async function changed(path: string, type: FileChangeType): Promise<void> {
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(path), type }],
  });
}

test("an edit of another open file counts, saved or not", async () => {
  await project();
  expect(head(await hoverOn("fromSource"))).toBe(sent("orders"));
  await open(`${sources}/Topics.java`, topics);
  await type(`${sources}/Topics.java`, topics, '"orders"', '"returns"');
  expect(head(await hoverOn("fromSource"))).toBe(sent("returns"));
});

test("the card and the definition lead to the constant", async () => {
  await project();
  expect(await hoverOn("fromSource")).toContain(`${uriOf(`${sources}/Topics.java`)}#L4,32`);
  const [to] = await session.client.sendRequest<Location[]>("textDocument/definition", {
    textDocument: { uri: uriOf(`${sources}/Job.java`) },
    position: place(job, "Topics.ORDERS"),
  });
  expect(to).toEqual({
    uri: uriOf(`${sources}/Topics.java`),
    range: { start: { line: 3, character: 22 }, end: { line: 3, character: 28 } },
  });
});

test.each([
  ["a call without an end", "    env.execute", "    env.from(\n    env.execute"],
  ["a point before the next statement", "    env.execute", "    env.\n    env.execute"],
  ["a value before the next statement", "    env.execute", "    String name =\n    env.execute"],
  ["a text without an end", "Topics.ORDERS", 'Topics.ORDERS, "ret'],
])("%s keeps the last good answer, at its new place", async (_, from, to) => {
  await project();
  const sound = await hoverOn("fromSource");
  const text = await type(
    `${sources}/Job.java`,
    job,
    from,
    to.replace(from, () => from),
  );
  expect(await hoverOn("fromSource", text)).toBe(sound);
  expect(await hoverOn('execute("job")', text)).toContain("Sends a START event");
});

test("a constants class that is being typed keeps the last good answer too", async () => {
  await project();
  expect(head(await hoverOn("fromSource"))).toBe(sent("orders"));
  await open(`${sources}/Topics.java`, topics);
  const half = await type(`${sources}/Topics.java`, topics, '"orders";', '"ret');
  expect(head(await hoverOn("fromSource"))).toBe(sent("orders"));
  await type(`${sources}/Topics.java`, half, '"ret', '"returns";');
  expect(head(await hoverOn("fromSource"))).toBe(sent("returns"));
});

test("files that change on the disk count: a class, a properties file, the pom", async () => {
  await project();
  expect(head(await hoverOn("fromSource"))).toBe(sent("orders"));
  await changedOnDisk(`${sources}/Topics.java`, topics.replace("orders", "returns"));
  expect(head(await hoverOn("fromSource"))).toBe(sent("returns"));
  await changedOnDisk("src/main/resources/job.properties", "brokers=other:9092\n");
  expect(head(await hoverOn("fromSource"))).toBe(sent("returns", "other:9092"));
  await changedOnDisk("pom.xml", pom("1.20.3"));
  expect(await hoverOn('execute("job")')).toContain("No OpenLineage listener is registered");
});

test("what is open counts as the editor has it, whatever the disk says", async () => {
  await project();
  await open(`${sources}/Topics.java`, topics);
  await type(`${sources}/Topics.java`, topics, '"orders"', '"returns"');
  await changedOnDisk(`${sources}/Topics.java`, topics.replace("orders", "refunds"));
  expect(head(await hoverOn("fromSource"))).toBe(sent("returns"));
});

test("what a class beside it leaves open is told in the job, with a link to the place", async () => {
  await project();
  await hoverOn("fromSource");
  await open(`${sources}/Topics.java`, topics);
  const told = session.diagnostics(uriOf(`${sources}/Job.java`));
  await type(`${sources}/Topics.java`, topics, '"orders"', "read(System.in)");
  const { diagnostics } = await told;
  expect(diagnostics.filter((it) => it.code === "not-predictable")).toMatchObject([
    {
      range: { start: { line: 16, character: 8 }, end: { line: 16, character: 18 } },
      relatedInformation: [{ location: { uri: uriOf(`${sources}/Topics.java`) } }],
    },
  ]);
});

test("a class that appears counts, and one that goes", async () => {
  await project();
  rmSync(join(folder, sources, "Topics.java"));
  await changed(`${sources}/Topics.java`, 3);
  expect(head(await hoverOn("fromSource"))).toBe("**Unknown input** · KafkaSource");
  await changedOnDisk(`${sources}/Topics.java`, topics, 1);
  expect(head(await hoverOn("fromSource"))).toBe(sent("orders"));
});

test("a constant of another module counts", async () => {
  const parent =
    "<project><modules><module>jobs</module><module>common</module></modules></project>";
  await project({
    "pom.xml": parent,
    "jobs/pom.xml": pom("2.2.1"),
    "common/pom.xml": "<project/>",
    "common/src/main/java/names/Topics.java": topics
      .replace("package shop", "package names")
      .replace("final class Topics {\n  static", "public final class Topics {\n  public static"),
  });
  const text = job.replace(
    "import java.util.Properties;",
    "import java.util.Properties;\nimport names.Topics;",
  );
  write("jobs/src/main/java/shop/Job.java", text);
  write("jobs/src/main/resources/job.properties", "brokers=broker:9092\n");
  rmSync(join(folder, sources), { recursive: true });
  await open("jobs/src/main/java/shop/Job.java", text);
  expect(head(await hoverOn("fromSource", text, "jobs/src/main/java/shop/Job.java"))).toBe(
    sent("orders"),
  );
});

test.each([
  ["in the default package, without a build", true],
  ["outside the workspace", false],
])("a job %s", async (_, inside) => {
  const text = job.replace("package shop;\n", "");
  write("plain/Job.java", text);
  write("plain/Topics.java", topics.replace("package shop;\n", ""));
  write("plain/job.properties", "brokers=broker:9092\n");
  write("other/empty.txt", "");
  session = await startSession({
    workspaceFolders: [{ uri: uriOf(inside ? "plain" : "other"), name: "shop" }],
  });
  await open("plain/Job.java", text);
  expect(head(await hoverOn("fromSource", text, "plain/Job.java"))).toBe(sent("orders"));
});
